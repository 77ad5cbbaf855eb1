/**
 * Slack's incoming webhooks. What is shown is rich text, whose pieces are text or links and in which no markup is looked for;
 * `text` is what notifications show.
 */
import { toFittingLines, toWholeTitle, JSON_TYPE, type Post, type Writer } from "./writer.ts";

/** Longer texts are cut there by Slack itself. */
const MAX_TEXT = 4_000;

type Element =
  | { type: "text"; text: string; style?: { bold: true } }
  | { type: "link"; url: string; text: string };

export const writeSlack: Writer = (message, { url }): Post => {
  const { lines, links } = message;
  const title = toWholeTitle(message, (text) => text, MAX_TEXT);
  const elements: Element[] = [
    { type: "text", text: title, style: { bold: true } },
    ...lines.map((line): Element => ({ type: "text", text: `\n${line}` })),
    ...links.flatMap(({ label, url: address, beside }): Element[] => [
      { type: "text", text: "\n" },
      { type: "link", url: address, text: label },
      ...(beside === undefined ? [] : [{ type: "text" as const, text: ` ${beside}` }]),
    ]),
  ];
  const text = toFittingLines([escapeSlack(title), ...lines.map(escapeSlack)], MAX_TEXT);
  return {
    url,
    method: "POST",
    headers: JSON_TYPE,
    body: JSON.stringify({
      text,
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
      blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }],
    }),
  };
};

/** Slack's three control characters: what calls people and makes links begins with "<". */
function escapeSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
