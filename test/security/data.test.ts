/** SECURITY.md, D: a pull request to `data/`. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import type { DataFile } from "../../src/build/data-file.ts";
import { readDataFolder } from "../../src/build/data-folder.ts";
import { readTranscriptFile } from "../../src/build/transcript-file.ts";
import { compileTranscripts, readTranscriptFolder } from "../../src/build/transcripts.ts";
import { toMistakeLine, toMistakeReport } from "../../src/build/mistake.ts";
import { findDocument, writeDocument } from "../../src/documents/addresses.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { SESSION_ID } from "../../src/programme/session.ts";
import { toNamedVideo, toVideoPlace } from "../../src/programme/video-site.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { aPublication, aPublishedProgramme, aPublishedSession } from "../support/builders.ts";
import { aClubFile, aSessionFile } from "../build/data-files.ts";

/** Every mistake as a host reads it, without what was expected. */
function mistakesOf(...files: DataFile[]): string[] {
  const compiled = compileData(files);
  if (compiled.ok) return [];
  return compiled.error.mistakes.map((mistake) => toMistakeLine(mistake).replace(/, expected .*/s, ""));
}

const withFront = (front: string) => mistakesOf(aClubFile(), aSessionFile({ 5: front }));
const isRefused = (front: string) => withFront(front).length > 0;

function compileSession(file: DataFile) {
  const compiled = compileData([aClubFile(), file]);
  if (!compiled.ok) throw new Error(compiled.error.mistakes.map(toMistakeLine).join("\n"));
  const [session] = compiled.value.sessions;
  if (session === undefined) throw new Error("no session");
  return session;
}

test("D1 Markup in abstracts", () => {
  const abstract = `<script>alert(1)</script>

<svg onload=alert(1)> ![i](data:image/svg+xml;base64,AA) ![p](https://tracker.example/p.gif) [a](javascript:alert(1))
[b](data:text/html,x) [c](//evil.example) [d](https://a.example/"onclick="x) [e][r] <javascript:alert(1)>

[r]: javascript:alert(1)
`;
  const { html } = compileSession(aSessionFile({}, "one.md", abstract)).abstract;
  const tags = [...html.matchAll(/<([a-z]+)([^>]*)>/g)].map(([, name, rest]) => `${name}${rest}`);
  expect(tags.filter((tag) => tag !== "p")).toEqual([
    'a href="https://tracker.example/p.gif"',
    'a href="https://a.example/%22onclick=%22x"',
  ]);
});

test("D2 YAML's tricks", () => {
  expect(
    [
      "tags: &a [x]",
      "location: *a",
      "tags: !!js/function 'x'",
      "location: !!binary aGk=",
      "<<: {title: x}",
      "__proto__: {polluted: yes}",
      "constructor: {prototype: {polluted: yes}}",
      "presenters: [{name: A, __proto__: {polluted: yes}}]",
      "? {a: b}\n: c",
      "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntags: *c",
    ].filter((front) => !isRefused(front)),
  ).toEqual([]);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("D3 Large and deep files", () => {
  const deep = ["[".repeat(19_000), "{a: ".repeat(4_000), `${"[".repeat(9_000)}${"]".repeat(9_000)}`];
  const abstracts = ["> ".repeat(9_000), "- ".repeat(9_000), "[".repeat(19_000), "x".repeat(20_001)];
  const refused = [
    ...deep.map((value) => withFront(`tags: ${value}`)),
    withFront(`location: ${"x".repeat(20_001)}`),
    mistakesOf({ ...aClubFile(), text: `x: ${"[".repeat(99_000)}` }),
    mistakesOf({ ...aClubFile(), text: "x".repeat(10_000_000) }),
    mistakesOf(aClubFile(), aSessionFile({}, "one.md", "x".repeat(10_000_000))),
  ];
  expect(refused.map((mistakes) => mistakes.length > 0)).toEqual(refused.map(() => true));
  // Depth that Markdown may have becomes a mistake or text; nothing is thrown.
  for (const abstract of abstracts) mistakesOf(aClubFile(), aSessionFile({}, "one.md", abstract));
});

test("D4 Invisible text", () => {
  const characters = ["\u202e", "\u2066", "\u0007", "\u001b", "\u0085", "\ufdd0", "\u0000"];
  const raw = characters.map((character) => withFront(`location: Room${character}`).length);
  const escaped = ["\\u202e", "\\e", "\\0", "\\x07", "\\uFDD0"].map(
    (escape) => withFront(`location: "Room${escape}"`).length,
  );
  const inAbstract = characters.map(
    (character) => mistakesOf(aClubFile(), aSessionFile({}, "one.md", `Why${character}`)).length,
  );
  expect([...raw, ...escaped, ...inAbstract].filter((mistakes) => mistakes === 0)).toEqual([]);
});

test("D5 Files from elsewhere", async () => {
  const root = mkdtempSync(join(tmpdir(), "journal-club-feeds-"));
  const outside = join(root, "outside.md");
  writeFileSync(outside, aSessionFile({ 3: "title: A secret" }).text);
  const makeFolder = (name: string, arrange: (folder: string) => void): string => {
    const folder = join(root, name);
    mkdirSync(join(folder, "sessions"), { recursive: true });
    writeFileSync(join(folder, "club.yaml"), aClubFile().text);
    arrange(folder);
    return folder;
  };
  const folders = [
    makeFolder("file", (folder) => symlinkSync(outside, join(folder, "sessions/a.md"))),
    makeFolder("folder", (folder) => symlinkSync(root, join(folder, "sessions/a.md"))),
    makeFolder("device", (folder) => symlinkSync("/dev/zero", join(folder, "sessions/a.md"))),
    makeFolder("nothing", (folder) => symlinkSync(join(root, "none"), join(folder, "sessions/a.md"))),
    makeFolder("club", (folder) => {
      rmSync(join(folder, "club.yaml"));
      symlinkSync(outside, join(folder, "club.yaml"));
    }),
    makeFolder("sessions", (folder) => {
      rmSync(join(folder, "sessions"), { recursive: true });
      symlinkSync(root, join(folder, "sessions"));
    }),
  ];
  const found = await Promise.all(
    folders.map(async (folder) => {
      const files = await readDataFolder(folder);
      return [
        files.some(({ text }) => text.includes("A secret")),
        mistakesOf(...files).map((line) => line.slice(folder.length + 1)),
      ];
    }),
  );
  rmSync(root, { recursive: true });
  expect(found).toEqual(
    ["sessions/a.md", "sessions/a.md", "sessions/a.md", "sessions/a.md", "club.yaml", "sessions"].map(
      (path) => [false, [`${path}:1 file: is a link or no file`]],
    ),
  );
});

test("D6 Ids as paths", () => {
  const evil = [
    "../s1",
    "a/b",
    "s1.ics",
    "S1",
    "s 1",
    "%2e%2e",
    "s1?x",
    "s1#x",
    "é",
    "-a",
    "a-",
    "a".repeat(65),
  ];
  const accepted = evil.filter(
    (id) => mistakesOf(aClubFile(), aSessionFile({ 2: `id: "${id}"` })).length === 0,
  );
  const taken = mistakesOf(aClubFile(), aSessionFile(), aSessionFile({}, "two.md"));
  const retired = mistakesOf(aClubFile({ 12: "retired: [s1]" }), aSessionFile());
  // A session may be called as any other address: its own lie in a folder of their own.
  const folders = DOCUMENTS.filter(({ pattern }) => pattern.includes(":session")).map(
    ({ pattern }) => pattern,
  );
  const others = DOCUMENTS.filter(({ pattern }) => !pattern.includes(":session")).map(
    ({ pattern }) => pattern,
  );
  const met = folders.flatMap((pattern) =>
    others.filter((other) =>
      new RegExp(`^${pattern.replaceAll(".", "\\.").replace(":session", SESSION_ID)}$`).test(other),
    ),
  );
  expect([accepted, met, taken.length, retired.length]).toEqual([[], [], 1, 1]);
});

test("D7 Links", () => {
  const addresses = [
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "https://u:p@a.example/",
    "file:///etc/passwd",
    "https://",
    "https://a b",
  ];
  const fields = [
    (value: string) => `join: "${value}"`,
    (value: string) => `presenters: [{name: A, url: "${value}"}]`,
    (value: string) => `papers: [{title: A, url: "${value}"}]`,
    (value: string) => `replay: "${value}"`,
    (value: string) => `replay: ["https://vimeo.com/1", "${value}"]`,
    (value: string) => `talks: [{title: A, replay: "${value}"}]`,
    (value: string) => `stream: "${value}"`,
    (value: string) => `slides: "${value}"`,
    (value: string) => `code: "${value}"`,
    (value: string) => `links: [{title: A, url: "${value}"}]`,
    (value: string) => `chair: {name: A, url: "${value}"}`,
  ];
  const replays = ["http://videos.example/1", "https://zoom.us/j/1", "https://www.youtube.com/@club"];
  const lookalikes = [
    "https://evil.example/watch?v=aaaaaaaaaaE",
    "https://youtube.com.evil.example/watch?v=aaaaaaaaaaE",
    "https://evil.example/vimeo.com/1",
    "https://player.vimeo.com.evil.example/video/1",
    "https://evil.example:8443/w/kkGMgK9ZtnKfYAgnEtQxbv",
  ];
  expect([
    addresses.filter((value) => fields.some((toFront) => !isRefused(toFront(value)))),
    replays.filter((value) => !isRefused(`replay: "${value}"`)),
    lookalikes.filter((value) => toVideoPlace(toNamedVideo(value)).playerUrl !== undefined),
  ]).toEqual([[], [], []]);
});

test("D8 Messages as commands", () => {
  const command = "\n::stop-commands::x\u001b[2J\u009b2J";
  const compiled = compileData([
    aClubFile(),
    aSessionFile({ 5: '"\\n::error::x\\e[2J": 1\nnumber: "\\n::error::x\\x9b"' }, `a${command}.md`),
    { path: `data/sessions/b${command}`, text: "" },
  ]);
  const mistakes = compiled.ok ? [] : compiled.error.mistakes;
  const report = toMistakeReport(mistakes, "nothing was built", process.stdout);
  const lines = report.split("\n");
  expect([mistakes.length, lines.length, lines.filter((line) => /\p{Cc}|^::/u.test(line))]).toEqual([
    3,
    4,
    [],
  ]);
});

test("D9 Another event", () => {
  const injected = String.raw`"One\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil\nATTACH:https://evil.example/\nX: \\; ,"`;
  expect(isRefused(`location: ${injected.replaceAll(String.raw`\n`, String.raw`\r\n`)}`)).toBe(true);
  const session = compileSession(
    aSessionFile(
      {
        3: `title: ${injected}`,
        5: `location: ${injected}\ntags: ["a\\nb"]\npresenters: [{name: ${injected}}]`,
      },
      "one.md",
      "One\n\nEND:VEVENT\nBEGIN:VEVENT\n",
    ),
  );
  const publication = aPublication({
    programme: aPublishedProgramme({ sessions: [aPublishedSession(session)] }),
  });
  for (const document of DOCUMENTS.filter(({ contentType }) => contentType.startsWith("text/calendar"))) {
    const text = writeDocument(document, publication, { ...WHOLE, session: session.id }) ?? "";
    const events = ICAL.Component.fromString(text).getAllSubcomponents("vevent");
    expect([
      events.map((event) => String(event.getFirstPropertyValue("uid"))),
      events.flatMap((event) => event.getAllProperties("attach")),
      /\r\n(?:ATTACH|UID:evil|X:)/.test(text),
    ]).toEqual([["s1@example.org"], [], false]);
    const headers =
      typeof document.headers === "function"
        ? document.headers(publication.club, { ...WHOLE, session: session.id })
        : document.headers;
    expect(Object.values(headers).filter((value) => /[\r\n]/.test(value))).toEqual([]);
  }
});

test("D10 Markup in formulas", () => {
  const formulas = [
    String.raw`\href{javascript:alert(1)}{x}`,
    String.raw`\includegraphics{https://tracker.example/p.gif}`,
    String.raw`\class{x" onclick="alert(1)}{y}`,
    String.raw`\style{background:url(//evil.example)}{y}`,
    String.raw`\text{</math><script>alert(1)</script>}`,
    String.raw`\color{red;background:url(//evil.example)}x`,
    String.raw`\def\a{\a\a}\a`,
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
  ];
  const { abstract } = compileSession(
    aSessionFile({}, "one.md", formulas.map((one) => `$${one}$`).join("\n\n")),
  );
  // Values are escaped, so that what stands between quotes is one.
  const html = `${abstract.page}${abstract.html}`.replace(/="[^"]*"/g, "=");
  const names = (pattern: RegExp) => [...new Set(html.match(pattern))].toSorted();
  expect([names(/<[^a-z/]/g), names(/(?<=<)[a-z]+/g), names(/(?<=<[^>]* )[^ >]+/g)]).toEqual([
    [],
    ["code", "math", "mi", "mn", "mo", "mrow", "mtext", "p"],
    ["alttext=", "fence=", "form=", "lspace=", "rspace=", "stretchy="],
  ]);
});

test("D11 Transcripts", async () => {
  const hostile = `WEBVTT

00:01.000 --> 00:02.000
<v A><script>alert(1)</script> &lt;b&gt; &#8238;x\u202ey\u0007 <img src=x onerror=y>end
`;
  const { cues } = readTranscriptFile(hostile, false);
  const publication = aPublication({ transcript: cues });
  const page = writeDocument(findDocument("session")!, publication, { ...WHOLE, session: "s21" }) ?? "";
  expect([cues.map(({ text }) => text), /<script>|<img src=x|<b> /.test(page)]).toEqual([
    ["alert(1) <b> xy end"],
    false,
  ]);
  const folder = mkdtempSync(join(tmpdir(), "journal-club-feeds-"));
  const outside = join(folder, "outside");
  mkdirSync(outside);
  writeFileSync(join(outside, "s21.vtt"), hostile);
  symlinkSync(outside, join(folder, "transcripts"));
  const linked = await readTranscriptFolder(folder);
  rmSync(join(folder, "transcripts"));
  mkdirSync(join(folder, "transcripts"));
  symlinkSync(join(outside, "s21.vtt"), join(folder, "transcripts/s21.vtt"));
  mkdirSync(join(folder, "transcripts/s20.vtt"));
  const files = [...linked, ...(await readTranscriptFolder(folder))];
  expect(files.map(({ text, isNoPlainFile }) => [text, isNoPlainFile])).toEqual([
    ["", true],
    ["", true],
    ["", true],
  ]);
  const named = ["..%2fs21.vtt", "s21.vtt.exe", "S21.vtt"].map((name) => ({
    path: `data/transcripts/${name}`,
    text: hostile,
  }));
  const { mistakes } = compileTranscripts([...files, ...named], new Set(["s21"]));
  expect(mistakes.length).toBe(6);
  rmSync(folder, { recursive: true });
});
