/** What the writers of messages have in common: what they are given, and what they make. */
import type { Instant } from "../../programme/instant.ts";
import { toExcerpt } from "../../wording/text.ts";
import type { RequestOut } from "../request.ts";
import type { Destination } from "./destination.ts";
import type { Message } from "./message.ts";

/** A request, but for who is asking. */
export type Post = { url: string } & Required<Pick<RequestOut, "method" | "headers">> & { body: string };

/** Puts a message as a chat or program takes it. */
export type Writer = (message: Message, destination: Destination, now: Instant) => Post | Promise<Post>;

export const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/**
 * The title, escaped, with the word that it may come a second time: that is never cut off.
 *
 * @param limit the most UTF-16 units, escapes counted
 */
export function toWholeTitle(
  { title, aside }: Message,
  escape: (text: string) => string,
  limit: number,
): string {
  const tail = aside === null ? "" : ` ${escape(aside)}`;
  return toFittingText(title, escape, limit - tail.length) + tail;
}

function toFittingText(text: string, escape: (text: string) => string, limit: number): string {
  let [shorter, escaped] = [text, escape(text)];
  while (escaped.length > limit) {
    shorter = toExcerpt(shorter, shorter.length - Math.ceil((escaped.length - limit) / 2));
    escaped = escape(shorter);
  }
  return escaped;
}

/** As many lines, from the first on, as fit together. */
export function toFittingLines(lines: readonly string[], limit: number): string {
  let text = "";
  for (const line of lines) {
    const longer = text === "" ? line : `${text}\n${line}`;
    if (longer.length > limit) continue;
    text = longer;
  }
  return text;
}
