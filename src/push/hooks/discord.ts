/** Discord's webhooks: an embed, in which nobody can be called. */
import { escapeMarkdown, toMarkdownLines } from "./markdown.ts";
import { toFittingLines, toWholeTitle, JSON_TYPE, type Post, type Writer } from "./writer.ts";

/** Discord refuses more. */
const MAX_TITLE = 256;
const MAX_DESCRIPTION = 4_096;

export const writeDiscord: Writer = (message, destination): Post => {
  const address = new URL(destination.url);
  // Without it Discord answers before it knows whether the message can be shown.
  address.searchParams.set("wait", "true");
  return {
    url: address.href,
    method: "POST",
    headers: JSON_TYPE,
    body: JSON.stringify({
      embeds: [
        {
          title: toWholeTitle(message, escapeMarkdown, MAX_TITLE),
          url: message.url,
          description: toFittingLines(toMarkdownLines(message), MAX_DESCRIPTION),
        },
      ],
      allowed_mentions: { parse: [] },
    }),
  };
};
