/** Text in the Markdown of chats: it stays text, and calls nobody. */

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

/** A link with a text. */
export function toMarkdownLink(label: string, url: string): string {
  return `[${escapeMarkdown(label)}](${url.replace(/[()<>\\\s]/g, (sign) => `%${toHex(sign)}`)})`;
}

function toHex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}
