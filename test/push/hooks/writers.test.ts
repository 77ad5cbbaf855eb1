/** One message as each chat takes it; and whatever a title holds, it stays text and calls nobody. */
import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toNoticeKey } from "../../../src/programme/ledger.ts";
import type { Hook } from "../../../src/programme/hook.ts";
import type { Message } from "../../../src/push/hooks/message.ts";
import { toMessage } from "../../../src/push/hooks/message.ts";
import { WRITERS } from "../../../src/push/hooks/post.ts";
import { aClub, aPublishedProgramme, aPublishedSession, aSession } from "../../support/builders.ts";

const NOW = Date.UTC(2026, 5, 15, 16);
const TO = { url: "https://chat.example/hook?thread=1", secret: "a-secret" };
const ROOM = { url: "https://matrix.example/_matrix/client/v3/rooms/!a:example", secret: "a-token" };

const MESSAGE: Message = {
  id: "session_s21_reminder_60_2026-06-15T17_00_00Z",
  kind: "reminder",
  title: "Reminder: S21: A <b> & *c*",
  url: "https://feeds.example.org/sessions/s21",
  lines: ["Monday 15 June 2026, 13:00–14:30 (America/New_York)", "1. Presented by @everyone"],
  links: [
    { label: "Join online", url: "https://meet.example/a(b)?x=1&y=2", beside: "(passcode: *8*)" },
    { label: "Session page", url: "https://feeds.example.org/sessions/s21" },
  ],
  aside: "(perhaps for the second time)",
};

async function write(kind: Hook["kind"], message: Message, to = TO) {
  const { body, ...post } = await WRITERS[kind](message, to, NOW);
  return { ...post, body: JSON.parse(body) };
}

const TYPE = { "content-type": "application/json; charset=utf-8" };

describe("as it leaves", () => {
  test("Slack: rich text, in which nothing is markup, and a text for notifications", async () => {
    expect(await write("slack", MESSAGE)).toEqual({
      url: TO.url,
      method: "POST",
      headers: TYPE,
      body: {
        text: "Reminder: S21: A &lt;b&gt; &amp; *c* (perhaps for the second time)\nMonday 15 June 2026, 13:00–14:30 (America/New_York)\n1. Presented by @everyone",
        mrkdwn: false,
        unfurl_links: false,
        unfurl_media: false,
        blocks: [
          {
            type: "rich_text",
            elements: [
              {
                type: "rich_text_section",
                elements: [
                  {
                    type: "text",
                    text: "Reminder: S21: A <b> & *c* (perhaps for the second time)",
                    style: { bold: true },
                  },
                  { type: "text", text: "\nMonday 15 June 2026, 13:00–14:30 (America/New_York)" },
                  { type: "text", text: "\n1. Presented by @everyone" },
                  { type: "text", text: "\n" },
                  { type: "link", url: "https://meet.example/a(b)?x=1&y=2", text: "Join online" },
                  { type: "text", text: " (passcode: *8*)" },
                  { type: "text", text: "\n" },
                  { type: "link", url: "https://feeds.example.org/sessions/s21", text: "Session page" },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  test("Discord: an embed that calls nobody, and an answer that waits until it is there", async () => {
    expect(await write("discord", MESSAGE)).toEqual({
      url: "https://chat.example/hook?thread=1&wait=true",
      method: "POST",
      headers: TYPE,
      body: {
        embeds: [
          {
            title: String.raw`Reminder: S21: A \<b\> & \*c\* (perhaps for the second time)`,
            url: "https://feeds.example.org/sessions/s21",
            description: [
              String.raw`Monday 15 June 2026, 13:00–14:30 (America/New\_York)`,
              "1\\. Presented by @\u200beveryone",
              String.raw`[Join online](https://meet.example/a%28b%29?x=1&y=2) (passcode: \*8\*)`,
              "[Session page](https://feeds.example.org/sessions/s21)",
            ].join("\n"),
          },
        ],
        allowed_mentions: { parse: [] },
      },
    });
  });

  test("Mattermost: Markdown", async () => {
    expect(await write("mattermost", MESSAGE)).toEqual({
      url: TO.url,
      method: "POST",
      headers: TYPE,
      body: {
        text: [
          String.raw`**Reminder: S21: A \<b\> & \*c\* (perhaps for the second time)**`,
          String.raw`Monday 15 June 2026, 13:00–14:30 (America/New\_York)`,
          "1\\. Presented by @\u200beveryone",
          String.raw`[Join online](https://meet.example/a%28b%29?x=1&y=2) (passcode: \*8\*)`,
          "[Session page](https://feeds.example.org/sessions/s21)",
        ].join("\n"),
      },
    });
  });

  test("Matrix: under an id of its own, so that it needs no word of a second time", async () => {
    expect(await write("matrix", MESSAGE, ROOM)).toEqual({
      url: `${ROOM.url}/send/m.room.message/session_s21_reminder_60_2026-06-15T17_00_00Z`,
      method: "PUT",
      headers: { ...TYPE, authorization: "Bearer a-token" },
      body: {
        msgtype: "m.text",
        body: [
          "Reminder: S21: A <b> & *c*",
          "Monday 15 June 2026, 13:00–14:30 (America/New_York)",
          "1. Presented by @everyone",
          "Join online: https://meet.example/a(b)?x=1&y=2 (passcode: *8*)",
          "Session page: https://feeds.example.org/sessions/s21",
        ].join("\n"),
        format: "org.matrix.custom.html",
        formatted_body: [
          "<strong>Reminder: S21: A &lt;b&gt; &amp; *c*</strong>",
          "Monday 15 June 2026, 13:00–14:30 (America/New_York)",
          "1. Presented by @everyone",
          '<a href="https://meet.example/a(b)?x=1&amp;y=2">Join online</a> (passcode: *8*)',
          '<a href="https://feeds.example.org/sessions/s21">Session page</a>',
        ].join("<br>"),
        "m.mentions": {},
      },
    });
  });

  test("JSON: signed as Standard Webhooks has it", async () => {
    const { body, headers, ...post } = await WRITERS.json(MESSAGE, TO, NOW);
    const signed = `${MESSAGE.id}.1781539200.${body}`;
    expect([post, headers, JSON.parse(body)]).toEqual([
      { url: TO.url, method: "POST" },
      {
        ...TYPE,
        "webhook-id": MESSAGE.id,
        "webhook-timestamp": "1781539200",
        "webhook-signature": `v1,${createHmac("sha256", "a-secret").update(signed).digest("base64")}`,
      },
      {
        type: "session.reminder",
        timestamp: "2026-06-15T16:00:00Z",
        data: { title: MESSAGE.title, url: MESSAGE.url, lines: MESSAGE.lines, links: MESSAGE.links },
      },
    ]);
  });

  test("JSON: a secret in Base64, as the libraries of Standard Webhooks make it", async () => {
    const key = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64");
    const to = { url: TO.url, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" };
    const { body, headers } = await WRITERS.json({ ...MESSAGE, kind: "test" }, to, NOW);
    const signature = createHmac("sha256", key).update(`${MESSAGE.id}.1781539200.${body}`).digest("base64");
    expect([headers["webhook-signature"], JSON.parse(body).type]).toEqual([`v1,${signature}`, "test"]);
  });
});

/** What people have tried in titles, and whatever else. */
const NASTY = [
  "<!channel> <@U123> <!here|x>",
  "@everyone @here @channel @all",
  "[click](https://evil.example) ![x](https://evil.example/x.png)",
  "**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block```",
  "line\nbreak\r\nand\u2028more",
  "\u202eevil\u202c \u2066x\u2069",
  "</strong><script>alert(1)</script>",
  "# heading",
  "> quote",
  "- list",
  "\\",
  "\\*not escaped\\*",
  '"><img src=x onerror=alert(1)>',
];
const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc
    .array(fc.constantFrom(...NASTY, " ", "a", "<", ">", "&", "*", "_", "@", "]", "(", "\\"), {
      maxLength: 8,
    })
    .map((all) => all.join("")),
  fc.string({ unit: "grapheme", maxLength: 400 }),
);

/** A message of a session with such texts. */
const hostile = fc
  .record({ title: text, name: text, location: text, passcode: text, abstract: text })
  .map(({ title, name, location, passcode, abstract }) => {
    const session = {
      title,
      presenters: [{ name }],
      location,
      passcode,
      join: "https://meet.example/1",
      abstract: { html: "", text: abstract },
    };
    const { startsAt } = aSession();
    const programme = aPublishedProgramme({ sessions: [aPublishedSession(session)] });
    const input = { club: aClub(), programme, publicUrl: "https://feeds.example.org", isRepeat: true };
    const reminder = { id: "r", kind: "reminder", sessionId: "s21", startsAt, minutes: 60 } as const;
    const announced = {
      id: toNoticeKey({ sessionId: "s21", sequence: 1 }),
      kind: "announced",
      sessionId: "s21",
    } as const;
    return [toMessage(reminder, input, NOW), toMessage(announced, input, NOW)].flatMap((one) => one ?? []);
  });

const check = (
  kind: Hook["kind"],
  isFit: (body: Awaited<ReturnType<typeof write>>["body"], message: Message) => void,
) =>
  fc.assert(
    fc.asyncProperty(hostile, async (messages) => {
      for (const message of messages) isFit((await write(kind, message, ROOM)).body, message);
    }),
    { numRuns: 300 },
  );

/** Markdown that is not escaped, but for links and what we write ourselves. */
const toRest = (markdown: string) =>
  markdown.replace(/\\[\\`*_[\]~|<>#.)+=-]/g, "").replace(/\[[^[\]\n]*\]\(https:\/\/[^()\s<>]*\)/g, "");

describe("whatever texts hold", () => {
  test("each is one line, without characters that turn text around", () =>
    fc.assert(
      fc.property(hostile, (messages) => {
        for (const { title, lines, links } of messages) {
          const texts = [title, ...lines, ...links.flatMap(({ label, beside = "" }) => [label, beside])];
          expect(texts.filter((one) => /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(one))).toEqual(
            [],
          );
        }
      }),
      { numRuns: 300 },
    ));

  test("Slack finds no markup in it, and calls nobody", () =>
    check("slack", (body, { title, lines, links }) => {
      const { elements } = body.blocks[0].elements[0];
      expect([
        /[<>]/.test(body.text) || /&(?!amp;|lt;|gt;)/.test(body.text),
        elements
          .filter(({ type }: { type: string }) => type === "link")
          .map(({ url }: { url: string }) => url),
        new Set(elements.map(({ type }: { type: string }) => type)),
        elements.length,
        elements[0].text.startsWith(title),
      ]).toEqual([
        false,
        links.map(({ url }) => url),
        new Set(["text", "link"]),
        1 + lines.length + links.flatMap(({ beside }) => (beside === undefined ? [1, 1] : [1, 1, 1])).length,
        true,
      ]);
    }));

  test("Discord finds none, and takes it", () =>
    check("discord", (body) => {
      const [{ title, description }] = body.embeds;
      expect([
        /[`*_[\]~|<>#]|@(?!\u200b)/.test(toRest(title)) ||
          /[`*_[\]~|<>#]|@(?!\u200b)/.test(toRest(description)),
        title.length > 0 && title.length <= 256,
        description.length <= 4_096,
        /\n[-+=#>]|^[-+=#>]/.test(description),
        body.allowed_mentions,
      ]).toEqual([false, true, true, false, { parse: [] }]);
    }));

  test("Mattermost finds none", () =>
    check("mattermost", (body) => {
      const [title = "", ...lines] = body.text.split("\n");
      const inner = title.slice(2, -2);
      expect([
        title.startsWith("**") && title.endsWith("**"),
        [inner, ...lines].some((line) => /[`*_[\]~|<>#]|@(?!\u200b)/.test(toRest(line))),
        body.text.length <= 4_000,
      ]).toEqual([true, false, true]);
    }));

  test("Matrix is given no element but ours", () =>
    check("matrix", (body, { lines, links }) => {
      const tags: string[] = body.formatted_body.match(/<[^>]*>/g) ?? [];
      expect([
        tags.filter((tag) => !/^<(?:\/?strong|br|\/a|a href="[^"]*")>$/.test(tag)),
        tags.filter((tag) => tag === "<br>").length,
        body["m.mentions"],
      ]).toEqual([[], lines.length + links.length, {}]);
    }));
});

test("a long title is cut so that its escapes still fit, and the word of a second time stays", async () => {
  const { body } = await write("discord", { ...MESSAGE, title: "*".repeat(160) });
  const { title } = body.embeds[0];
  expect([title.length <= 256, title.replaceAll(String.raw`\*`, "")]).toEqual([
    true,
    "… (perhaps for the second time)",
  ]);
});

test("lines that do not fit are left out whole", async () => {
  const { body } = await write("discord", { ...MESSAGE, lines: ["_".repeat(3_000), "short"] });
  expect(body.embeds[0].description.split("\n")[0]).toBe("short");
});
