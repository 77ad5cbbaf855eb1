/** Text in the Markdown of chats: it stays text, and calls nobody. */
import type { Message } from "./message.ts";

/** Of no width: between "@" and a name it keeps the two apart, in chats that know no escape there. */
const NOTHING = "\u200b";

/** One line as text: no emphasis, link, heading, list, quote, code, mention or channel. */
export function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*_[\]~|<>#]/g, String.raw`\$&`)
    .replaceAll("@", `@${NOTHING}`)
    .replace(/^([-+=])/, String.raw`\$1`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}

/** The lines and links of a message, each on a line. */
export function toMarkdownLines({ lines, links }: Pick<Message, "lines" | "links">): string[] {
  return [
    ...lines.map(escapeMarkdown),
    ...links.map(({ label, url, beside }) => {
      const link = toLink(label, url);
      return beside === undefined ? link : `${link} ${escapeMarkdown(beside)}`;
    }),
  ];
}

/** A link with a text. */
function toLink(label: string, url: string): string {
  return `[${escapeMarkdown(label)}](${url.replace(/[()<>\\\s]/g, (sign) => `%${toHex(sign)}`)})`;
}

function toHex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}
