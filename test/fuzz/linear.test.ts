/** Everything that reads what others write takes time in proportion to its length. */
import { describe, test } from "vitest";
import { parseFrontMatter, readSessionFile } from "../../src/build/session-file.ts";
import { readAnnouncements } from "../../src/commands/announce/announcements.ts";
import { findDates } from "../../src/commands/announce/when/dates.ts";
import { findTimes } from "../../src/commands/announce/when/times.ts";
import { parseParameters } from "../../src/documents/parameters.ts";
import { foldLines } from "../../src/formats/icalendar/fold-lines.ts";
import { toDescriptionBlocks, toHtml, toPlainText } from "../../src/formats/prose.ts";
import { evaluatePreconditions, readConditions } from "../../src/http/preconditions.ts";
import { wantsHtml } from "../../src/http/problem.ts";
import { parseChannelFeed } from "../../src/sources/parse-channel-feed.ts";
import { escapeHtml, toTrustedHtml } from "../../src/wording/html.ts";
import { isReadable, toExcerpt, toLine } from "../../src/wording/text.ts";
import { A_MONDAY_CLUB } from "../support/announcements.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import { expectLinear, fill } from "../support/linear.ts";

const CLUB = { timeZone: "UTC", usual: { start: "12:00", duration: 60 }, retired: [] };
const ENTRY = { id: "videoAAAAA0", title: "T", published: "2026-06-16T09:00:00+00:00" };
const VALIDATORS = { etag: '"abc"', lastModified: 0 };

const FILLS = [
  " ",
  ".",
  "\n \n",
  "\u0315\u0316",
  "😀",
  "🇫🇷",
  "https://",
  "<!--",
  '"',
  'W/"',
  ",",
  ";q=0",
  "a:\n",
];

/** As long as header fields and addresses are at most; descriptions and the like are cut far below. */
const KILOBYTES_64 = 65_536;

const READERS: Record<string, (text: string) => unknown> = {
  "a description": (text) => {
    const blocks = toDescriptionBlocks(`https://${text}x`);
    return toHtml(blocks) + toPlainText(blocks);
  },
  "an abstract's text": (text) => toPlainText([{ kind: "markup", html: "", text: `a${text}b` }]),
  "an excerpt": (text) => toExcerpt(`a${text}b`, 300),
  "a content line": (text) => foldLines(`DESCRIPTION:${text}\r\n`),
  "a line": (text) => toLine(`a${text}b`),
  "whether there is anything to read": isReadable,
  escapes: (text) => escapeHtml(text) + toTrustedHtml(text).source,
  "front matter": (text) => parseFrontMatter(`---\n${text}`),
  "a session file that is too long": (text) => readSessionFile(`---\ntitle: ${text}\n---\n${text}`, CLUB),
  "a query": (text) => parseParameters(new URLSearchParams({ tag: text }), ["tag"]),
  "If-None-Match": (text) =>
    evaluatePreconditions(readConditions(toHeaders("if-none-match", text)), VALIDATORS),
  "If-Modified-Since": (text) =>
    evaluatePreconditions(readConditions(toHeaders("if-modified-since", text)), VALIDATORS),
  Accept: (text) => wantsHtml(toHeaders("accept", text)),
  "a video's title and description": (text) => {
    const [title, description] = [text, text];
    return parseChannelFeed(aChannelFeed({ entries: [{ ...ENTRY, title, description }] }), null);
  },
  "what stands before a feed": (text) => parseChannelFeed(`<?xml version="1.0"?>${text}<feed>`, null),
};

/** Whatever bytes a stranger sends, header fields are one line without controls. */
function toHeaders(name: string, text: string): Headers {
  return new Headers({ [name]: text.replace(/[^ -~]/g, "x") });
}

describe.each(Object.entries(READERS))("%s", { retry: 2, timeout: 60_000 }, (_name, read) => {
  test.each(FILLS)("of %j", async (text) => {
    await expectLinear((size) => read(fill(text, size)), KILOBYTES_64);
  });
});

describe("an announcement line full of dates", { retry: 2, timeout: 60_000 }, () => {
  const lines = [
    "6/15 (Mon), ",
    "Mon Jun 15 2026 and ",
    "15.6. ",
    "1pm ET / ",
    "June 15-16, 1pm ET / 10am PT ",
    "June ",
  ];

  test.each(lines)("of %j", async (text) => {
    await expectLinear((size) => [findDates(fill(text, size), true), findTimes(fill(text, size))], 16_384);
  });

  // Twice this is the longest line that is read.
  test.each(lines)("of %j, read as a whole", async (text) => {
    const read = (size: number) =>
      readAnnouncements(new TextEncoder().encode(`📢 June 15 (Mon): ${fill(text, size)}`), A_MONDAY_CLUB);
    await expectLinear(read, 4_900);
  });
});
