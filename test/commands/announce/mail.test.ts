/** Announcements saved as mail: encodings, character sets, parts; all invented. */
import { expect, test } from "vitest";
import { readInput } from "../../../src/commands/announce/lines/input.ts";

const ADA = "Speaker: Ada Müller";

/** The lines that are not empty, with their numbers; a string where the input was refused. */
async function read(mail: string | Uint8Array): Promise<unknown> {
  const result = await readInput(typeof mail === "string" ? new TextEncoder().encode(mail) : mail);
  if (!result.ok) return `${result.error.line} ${result.error.message}`;
  return result.value.lines.filter(({ text }) => text !== "").map(({ number, text }) => `${number} ${text}`);
}

const HEADER = "From: host <host@example.org>\nDate: Fri, 12 Jun 2026 09:00:00 +0000\nSubject: Sheep\n";

test("header fields are skipped, and lines keep their place in the input", async () => {
  expect(await read(`${HEADER}\nHi all,\n\nTitle: Sheep\n${ADA}\n`)).toEqual([
    "5 Hi all,",
    "7 Title: Sheep",
    "8 Speaker: Ada Müller",
  ]);
});

test("the plain part is read where there is an HTML part, too", async () => {
  const parts =
    "--b\nContent-Type: text/html\n\n<p>Other</p>\n--b\nContent-Type: text/plain\n\nTitle: Sheep\n--b--\n";
  expect(
    await read(`${HEADER}Content-Type: multipart/alternative; boundary="b"\n\nPreamble\n${parts}`),
  ).toEqual(["14 Title: Sheep"]);
});

test("HTML alone becomes text, with the addresses of its links", async () => {
  const html =
    '<html><head><style>p { color: red }</style></head><body><p>Title: Sheep</p><p>Zoom: <a href="https://zoom.us/j/1?a=1&amp;b=2">here</a></p></body></html>';
  expect(await read(`${HEADER}Content-Type: text/html; charset=utf-8\n\n${html}\n`)).toEqual([
    "6 Title: Sheep",
    "6 Zoom: here (https://zoom.us/j/1?a=1&b=2)",
  ]);
});

test.each([
  ["quoted-printable", "Speaker: Ada M=C3=BC=\nller\n"],
  ["base64", `${Buffer.from(`${ADA}\n`).toString("base64")}\n`],
])("%s is decoded", async (encoding, body) => {
  const fields = `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n`;
  expect(await read(`${HEADER}${fields}\n${body}`)).toEqual([expect.stringMatching(`^\\d+ ${ADA}$`)]);
});

test("a body in quoted-printable is decoded also without its header, or where that does not say so", async () => {
  const body = "Speaker: Ada M=C3=BCl=\nler\nTitle: Sheep\n";
  expect(await read(body)).toEqual(["1 Speaker: Ada Müller", "3 Title: Sheep"]);
  expect(await read(`${HEADER}\n${body}`)).toEqual(["5 Speaker: Ada Müller", "7 Title: Sheep"]);
});

test("an address with = in it is no quoted-printable", async () => {
  const text = "Title: Sheep\nJoin: https://example.org/?id=3D5\n";
  expect(await read(text)).toEqual(["1 Title: Sheep", "2 Join: https://example.org/?id=3D5"]);
});

test("a mail that is not UTF-8 is read by what its header says", async () => {
  const mail = `${HEADER}Content-Type: text/plain; charset=iso-8859-1\n\n${ADA}\n`;
  expect(await read(Buffer.from(mail, "latin1"))).toEqual(["6 Speaker: Ada Müller"]);
});

test("a mail whose bytes do not fit its header is refused, not written down wrong", async () => {
  expect(
    await read(Buffer.from(`${HEADER}Content-Type: text/plain; charset=utf-8\n\n${ADA}\n`, "latin1")),
  ).toBe("6 has a character that is no text (U+FFFD), expected plain text");
});

test("a mail that was forwarded in signs of a reply is a mail", async () => {
  const quoted = `${HEADER}\nTitle: Sheep\n`.replace(/^/gm, "> ");
  expect(await read(quoted)).toEqual(["5 Title: Sheep"]);
});
