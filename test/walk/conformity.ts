/** The points of test/conformance that any document can be held against, without knowing what it should say. */
import type { Format } from "./observation.ts";

const RFC_822 = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const TAG_URI = /^tag:[a-z0-9.-]+,\d{4}:[\w.~!$&'()*+,;=:@/?%-]*$/;
const CONTENT_LINE = /^[A-Z][A-Z0-9-]*(?:;[A-Z][A-Z0-9-]*=(?:"[^"\p{Cc}]*"|[^":;,\p{Cc}]*))*:[^\p{Cc}]*$/u;
const ONCE_IN_EVENT =
  "UID DTSTAMP DTSTART DTEND SUMMARY SEQUENCE STATUS CREATED LAST-MODIFIED TRANSP URL".split(" ");
const UNSENDABLE = /[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Cc}/u;

type Check = [rule: string, isKept: boolean];

/** What in a document is against the rules of its format, each named by its section. */
export function findFaults(format: Format, text: string): string[] {
  const checks = [["no character that XML forbids", !UNSENDABLE.test(text)] as Check, ...RULES[format](text)];
  return checks.filter(([, isKept]) => !isKept).map(([rule]) => `${format}: ${rule}`);
}

const RULES: Record<Format, (text: string) => Check[]> = {
  rss: (text) => {
    const items = toParts(text, "item");
    const head = text.replace(/<item>[\s\S]*<\/item>/, "");
    return [
      ["RSS 2.0: the channel has a title, link and description", hasOnce(head, "title link description")],
      ["RSS 2.0: every item has one guid, title, link and pubDate", every(items, "guid title link pubDate")],
      ["RSS 2.0: dates are RFC 822", textsOf(text, "pubDate|lastBuildDate").every(matches(RFC_822))],
      ["RSS 2.0: guids that are no address say so", !/<guid(?! isPermaLink="false">)/.test(text)],
    ];
  },
  atom: (text) => {
    const entries = toParts(text, "entry");
    const head = text.replace(/<entry>[\s\S]*<\/entry>/, "");
    return [
      ["RFC 4287 4.1.1: a feed has one id, title and updated", hasOnce(head, "id title updated")],
      [
        "RFC 4287 4.1.2: an entry has one id, title, updated, published and content",
        every(entries, "id title updated published content"),
      ],
      ["RFC 4287 3.3: dates are RFC 3339", textsOf(text, "updated|published").every(matches(RFC_3339))],
      ["RFC 4287 4.2.6: ids are tag URIs", textsOf(text, "id").every(matches(TAG_URI))],
      [
        "RFC 4287 4.2.15: published is never after updated",
        entries.every((entry) => textsOf(entry, "published").join() <= textsOf(entry, "updated").join()),
      ],
      [
        "RFC 4287 4.2.15: the feed was updated when its newest entry was",
        entries.length === 0 ||
          textsOf(head, "updated").join() ===
            entries
              .flatMap((entry) => textsOf(entry, "updated"))
              .toSorted()
              .at(-1),
      ],
    ];
  },
  json: (text) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is not so fails the rules below
    const feed = JSON.parse(text) as Record<string, unknown> & { items: Record<string, unknown>[] };
    return [
      ["JSON Feed 1.1: version", feed["version"] === "https://jsonfeed.org/version/1.1"],
      [
        "JSON Feed 1.1: title and addresses",
        ["title", "home_page_url", "feed_url"].every((name) => isText(feed[name])),
      ],
      ["JSON Feed 1.1: items have id, url and content", feed.items.every(isWholeItem)],
      ["JSON Feed 1.1: nothing is null or empty", !/: (?:null|""|\{\})/.test(text)],
    ];
  },
  calendar: (text) => {
    const lines = text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
    const events = text.replaceAll("\r\n ", "").split("BEGIN:VEVENT\r\n").slice(1);
    const zones = new Set(lines.flatMap((line) => /^TZID:(.*)/.exec(line)?.[1] ?? []));
    const used = lines.flatMap((line) => /;TZID=([^:]+):/.exec(line)?.[1] ?? []);
    const octets = new TextEncoder();
    return [
      ["RFC 5545 3.1: lines end with CRLF and nothing else does", isCrlf(text)],
      [
        "RFC 5545 3.1: no line has more than 75 octets",
        text.split("\r\n").every((line) => octets.encode(line).length <= 75),
      ],
      [
        "RFC 5545 3.1: a line is a name, parameters and a value",
        lines.every((line) => CONTENT_LINE.test(line)),
      ],
      [
        "RFC 5545 3.6.1: an event has each property once",
        events.every((event) =>
          ONCE_IN_EVENT.every((name) => event.match(new RegExp(`^${name}[:;]`, "gm"))?.length === 1),
        ),
      ],
      ["RFC 5545 3.6.5: each TZID has its VTIMEZONE", used.every((zone) => zones.has(zone))],
    ];
  },
};

const toParts = (text: string, name: string): string[] =>
  text.match(new RegExp(`<${name}>[\\s\\S]*?</${name}>`, "g")) ?? [];
const textsOf = (text: string, names: string): string[] =>
  [...text.matchAll(new RegExp(`<(?:${names})>([^<]*)</`, "g"))].map(([, content = ""]) => content);
const matches = (pattern: RegExp) => (text: string) => pattern.test(text);
const isText = (value: unknown) => typeof value === "string" && value !== "";
const isCrlf = (text: string) => text.endsWith("\r\n") && !/[\r\n]/.test(text.replaceAll("\r\n", ""));
const isWholeItem = ({ id, url, content_html }: Record<string, unknown>) =>
  [id, url, content_html].every(isText);

/** Whether each of the elements is there once, among an element's own children or at any depth. */
function hasOnce(text: string, names: string): boolean {
  return names
    .split(" ")
    .every((name) => new RegExp(`<${name}[ >]`, "g").test(text) && countOf(text, name) === 1);
}
const every = (parts: string[], names: string) => parts.every((part) => hasOnce(part, names));
const countOf = (text: string, name: string) => text.match(new RegExp(`<${name}[ >]`, "g"))?.length ?? 0;
