/** Polls by `autocannon`: so many requests over a few connections that stay open. */
import autocannon from "autocannon";
import type { Workerd } from "./workerd.ts";

const CONNECTIONS = 8;
/** How soon it is noticed that all are answered. */
const NOTICE_MS = 10;
/** Of a busy machine: an answer that is slow is no mistake, as the clock measures nothing. */
const TIMEOUT_SECONDS = 120;

/** What a subscriber's program sends. */
const HEADERS = {
  "user-agent": "FeedReader/1.0 (+https://reader.example)",
  accept: "application/rss+xml, application/xml;q=0.9, */*;q=0.8",
};

export interface Poll {
  address: string;
  /** Each connection goes round these, each from another place; else the address itself is asked. */
  paths?: readonly string[];
  method?: "GET" | "HEAD";
  headers?: Record<string, string>;
  /** What every answer has to be. */
  status: 200 | 304;
}

/**
 * Ask so often.
 *
 * @throws where an answer is another than expected: what is measured would be something else
 */
export async function poll({ address, paths, method = "GET", headers, status }: Poll, amount: number) {
  let place = 0;
  const result = await autocannon({
    url: address,
    method,
    connections: Math.min(CONNECTIONS, amount),
    amount,
    sampleInt: NOTICE_MS,
    timeout: TIMEOUT_SECONDS,
    headers: { ...HEADERS, ...headers },
    setupClient: (client) => {
      // The parser does not know what was asked, and would wait for the body that Content-Length tells of.
      if (method === "HEAD") client.on("headers", () => (client.parser.body_bytes = 0));
      if (paths === undefined) return;
      const from = Math.floor((place * paths.length) / CONNECTIONS);
      place += 1;
      client.setRequests([...paths.slice(from), ...paths.slice(0, from)].map((path) => ({ path })));
    },
  });
  const found = result.statusCodeStats?.[status]?.count ?? 0;
  if (found !== amount || result.errors > 0)
    throw new Error(
      `${method} ${address}: ${amount} answers ${status} expected, found ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors`,
    );
}

/** What a request costs the process, in microseconds of the processor. */
export async function timePolls(workerd: Workerd, asked: Poll, amount: number): Promise<number> {
  return ((await workerd.time(() => poll(asked, amount))) / amount) * 1_000;
}
