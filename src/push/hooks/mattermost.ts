/** Mattermost's incoming webhooks: Markdown. */
import { escapeMarkdown, toMarkdownLines } from "./markdown.ts";
import { toFittingLines, toWholeTitle, JSON_TYPE, type Post, type Writer } from "./writer.ts";

/** A post has 16,383 characters at most; less where the server is old. */
const MAX_TEXT = 4_000;

export const writeMattermost: Writer = (message, { url }): Post => {
  const text = [`**${toWholeTitle(message, escapeMarkdown, MAX_TEXT)}**`, ...toMarkdownLines(message)];
  return {
    url,
    method: "POST",
    headers: JSON_TYPE,
    body: JSON.stringify({ text: toFittingLines(text, MAX_TEXT) }),
  };
};
