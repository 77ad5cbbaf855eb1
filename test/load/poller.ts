/** One client that polls again and again, as feed readers, calendars and browsers do, and looks at what it is given. */
import { createHash } from "node:crypto";
import { Agent, request, type IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import { pause, type Service } from "./service.ts";

/** What all clients met together. */
export interface Tally {
  /** By status. */
  statuses: Map<number, number>;
  /** Of each answer, from the request to the last byte. */
  milliseconds: number[];
  bytes: number;
  /** While the service was down or went down: refused, or cut off. */
  refused: number;
  /** No answer although it ran all the time. */
  lost: string[];
  /** Bytes and entity tag were not of one rendering. */
  torn: string[];
}

export const createTally = (): Tally => ({
  statuses: new Map(),
  milliseconds: [],
  bytes: 0,
  refused: 0,
  lost: [],
  torn: [],
});

/** What is asked for, the plain feeds most often. */
export const PATHS = [
  ...["/rss.xml", "/atom.xml", "/feed.json", "/calendar.ics"].flatMap((path) => [path, path, path]),
  "/",
  "/embed",
  "/programme.txt",
  "/opml.xml",
  "/status.json",
  "/rss.xml?show=replays",
  "/atom.xml?limit=5",
  "/feed.json?tag=no-such-tag",
  "/calendar.ics?alarm=15",
  "/rss.xml?utm_source=x",
];

const RETRY_MS = 50;
/** No answer by then is none. */
const TIMEOUT_MS = 30_000;

interface Held {
  etag: string;
  lastModified: string;
}
interface Answer {
  message: IncomingMessage;
  body: Buffer;
}

/** @param seed another client asks in another order */
export async function poll(
  service: Service,
  tally: Tally,
  seed: number,
  isOver: () => boolean,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const held = new Map<string, Held>();
  for (let step = seed; !isOver(); step += 7) {
    const path = PATHS[step % PATHS.length] ?? "/";
    const { turn, isUp } = service;
    const startedAt = performance.now();
    try {
      const headers = toHeaders(held.get(path), step);
      const answer = await ask(service.address + path, headers, agent);
      tally.milliseconds.push(performance.now() - startedAt);
      judge(path, answer, headers["if-none-match"], held, tally);
    } catch (error) {
      if (isUp && service.turn === turn) tally.lost.push(`${path}: ${String(error)}`);
      else tally.refused += 1;
      await pause(RETRY_MS);
    }
  }
  agent.destroy();
}

/** Two of three ask for compressed bytes; of those who hold something one in five has only its date to go by. */
function toHeaders(held: Held | undefined, step: number): Record<string, string> {
  const coding: Record<string, string> = step % 3 === 0 ? {} : { "accept-encoding": "gzip" };
  if (held === undefined || step % 4 === 0) return coding;
  return step % 5 === 0
    ? { ...coding, "if-modified-since": held.lastModified }
    : { ...coding, "if-none-match": held.etag };
}

function ask(url: string, headers: Record<string, string>, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { headers, agent, timeout: TIMEOUT_MS }, (message) => {
      const chunks: Buffer[] = [];
      message.on("data", (chunk: Buffer) => chunks.push(chunk));
      message.on("end", () =>
        message.complete ? resolve({ message, body: Buffer.concat(chunks) }) : reject(new Error("cut off")),
      );
      message.on("error", reject);
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error("no answer")));
    outgoing.on("error", reject);
    outgoing.end();
  });
}

function judge(
  path: string,
  { message, body }: Answer,
  condition: string | undefined,
  held: Map<string, Held>,
  tally: Tally,
): void {
  const { statusCode = 0, headers } = message;
  tally.statuses.set(statusCode, (tally.statuses.get(statusCode) ?? 0) + 1);
  tally.bytes += body.byteLength;
  const { etag, "last-modified": lastModified = "" } = headers;
  if (etag === undefined) return;
  const fault = statusCode === 200 ? findTear(etag, headers, body) : findOtherTag(etag, condition);
  if (fault !== null) tally.torn.push(`${path}: ${fault}`);
  if (statusCode === 200) held.set(path, { etag, lastModified });
}

function findTear(etag: string, headers: IncomingMessage["headers"], body: Buffer): string | null {
  const isGzip = headers["content-encoding"] === "gzip";
  const tag = toTag(isGzip ? gunzipSync(body) : body, isGzip);
  const length = headers["content-length"];
  if (tag === etag && Number(length) === body.byteLength) return null;
  return `${etag} for bytes of ${tag}, ${body.byteLength} of ${length}`;
}

/** A 304 is about what the client holds. */
function findOtherTag(etag: string, condition: string | undefined): string | null {
  return condition === undefined || condition === etag ? null : `304 with ${etag} for ${condition}`;
}

/** As the service makes its tags: the beginning of the SHA-256 of the bytes before compression. */
function toTag(body: Uint8Array, isGzip: boolean): string {
  return `"${createHash("sha256").update(body).digest("hex").slice(0, 32)}${isGzip ? "-gzip" : ""}"`;
}
