/**
 * One polite request for a channel feed: bounded in time and size, honest about who asks, never repeated here.
 */
import { fail, type Result } from "../programme/result.ts";
import type { ChannelFeedFault } from "./channel-feed.ts";
import { readBoundedText } from "./read-bounded.ts";

/** A slower answer is an outage to us. */
export const FETCH_TIMEOUT_MS = 10_000;
/** Twelve times the largest feed seen (75 KB); more is not a channel feed. */
export const FETCH_MAX_BYTES = 1_048_576;

export interface FetchOptions {
  /** Where people can read who is asking; part of the User-Agent. */
  aboutUrl: string | null;
  timeoutMs?: number;
  maxBytes?: number;
}

/**
 * Fetch the text of a channel feed.
 *
 * There is nothing to send a condition with: YouTube gives neither ETag nor Last-Modified.
 */
export async function fetchChannelFeed(
  url: string,
  { aboutUrl, timeoutMs = FETCH_TIMEOUT_MS, maxBytes = FETCH_MAX_BYTES }: FetchOptions,
): Promise<Result<string, ChannelFeedFault>> {
  // No AbortSignal.timeout: it would keep a Durable Object from ending until its time is up.
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(url, {
      headers: {
        accept: "application/atom+xml, application/xml;q=0.9, text/xml;q=0.9",
        "user-agent": `journal-club-feeds/1.0${aboutUrl === null ? "" : ` (+${aboutUrl})`}`,
      },
      // YouTube's feed has never redirected; whoever makes it do so must not choose where we read.
      redirect: "manual",
      signal: abort.signal,
    });
    if (response.status !== 200) return await refuseStatus(response);
    return await readBoundedText(response.body, maxBytes);
  } catch (error) {
    if (abort.signal.aborted) return fail({ reason: "timeout", milliseconds: timeoutMs });
    return fail({ reason: "network", message: toLine(error) });
  } finally {
    clearTimeout(timer);
  }
}

async function refuseStatus({ status, headers, body }: Response): Promise<Result<never, ChannelFeedFault>> {
  await body?.cancel();
  const retryAfterSeconds = parseRetryAfter(headers.get("retry-after"), headers.get("date"));
  return fail({ reason: "status", status, retryAfterSeconds });
}

/**
 * Retry-After in seconds (RFC 9110 10.2.3: a number, or a date, measured against the answer's own Date), or null.
 */
export function parseRetryAfter(value: string | null, date: string | null): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const seconds = (Date.parse(value) - Date.parse(date ?? "")) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : null;
}

/** The first line of an error's message: enough for a host, nothing of the inside, and no address, which may hold a key. */
function toLine(error: unknown): string {
  const [line = ""] = /.*/.exec(error instanceof Error ? error.message : String(error)) ?? [];
  return line.replace(/\bhttps?:\/\/\S+/gi, "its address").slice(0, 200);
}
