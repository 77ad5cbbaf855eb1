/** One request out: bounded in time and size, never redirected, never repeated here, and its end is a value. */
import { parseRetryAfter } from "../sources/fetch-channel-feed.ts";
import { readBoundedText } from "../sources/read-bounded.ts";

/** Who is slower holds up everybody else. */
const TIMEOUT_MS = 10_000;
/** An answer is an echo, or a few words of what was wrong. */
const MAX_BYTES = 65_536;

export type Reply =
  | { reason: "answered"; status: number; text: string; retryAfterSeconds: number | null }
  /** It may have arrived. */
  | { reason: "timeout" }
  | { reason: "network"; message: string };

export interface RequestOut {
  method: "GET" | "POST" | "PUT";
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  /** Where people can read who is asking. */
  aboutUrl: string;
}

/**
 * Ask, once.
 *
 * A redirect is an answer like any other: who makes us follow one must not choose where we go.
 */
export async function request(
  url: string,
  { method, headers, body, aboutUrl }: RequestOut,
  timeoutMs = TIMEOUT_MS,
): Promise<Reply> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers: { "user-agent": `journal-club-feeds/1.0 (+${aboutUrl})`, ...headers },
      ...(body !== undefined && { body }),
      redirect: "manual",
      signal: abort.signal,
    });
    const text = await readBoundedText(response.body, MAX_BYTES);
    const { status, headers: fields } = response;
    const retryAfterSeconds = parseRetryAfter(fields.get("retry-after"), fields.get("date"));
    return { reason: "answered", status, text: text.ok ? text.value : "", retryAfterSeconds };
  } catch (error) {
    if (abort.signal.aborted) return { reason: "timeout" };
    return { reason: "network", message: toKind(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** One line for an operator: never an address, which may be a secret, and nothing of the body. */
export function describeReply(reply: Reply): string {
  switch (reply.reason) {
    case "answered":
      return `status ${reply.status}`;
    case "timeout":
      return "no complete answer in time";
    case "network":
      return `the connection failed: ${reply.message}`;
  }
}

/** Messages of failed connections may hold the address in many forms; what is told is their kind. */
function toKind(error: unknown): string {
  const causes = error instanceof Error ? [error, error.cause] : [];
  const text = causes.map((one) => (one instanceof Error ? one.message : "")).join(" ");
  if (/refused/i.test(text)) return "refused";
  if (/reset|closed|disconnect|lost/i.test(text)) return "broken off";
  if (/ENOTFOUND|dns|resolve|lookup/i.test(text)) return "no such host";
  if (/certificate|tls|ssl/i.test(text)) return "no secure connection";
  return "no connection";
}
