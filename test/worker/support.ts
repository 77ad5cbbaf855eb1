/** A stand-in for YouTube, and the Worker as a subscriber and the cron meet it. */
import {
  createExecutionContext,
  createScheduledController,
  reset,
  runInDurableObject,
  runDurableObjectAlarm,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { vi } from "vitest";
import worker from "../../src/index.ts";
import { ALARMS } from "../../src/programme/selection.ts";
import { findPublisher, type Environment } from "../../src/publisher/read-representation.ts";
import { memo } from "../../src/publisher/memo.ts";
import type { Status } from "../../src/publisher/status.ts";

export const ORIGIN = "https://feeds.example.org";
export const FEEDS = ["/rss.xml", "/atom.xml", "/feed.json", "/calendar.ics"];

/** What the channel feed's address answers from now on; counts the requests. */
export function standIn(answer: () => Response | Promise<Response>): { requests: number } {
  const seen = { requests: 0 };
  standInFor(() => {
    seen.requests += 1;
    return answer();
  });
  return seen;
}

/** Of the bindings: where leases are asked for. */
const HUB_URL = "https://hub.example/subscribe";

/** The form that it was sent. */
export const readForm = async (request: Request): Promise<URLSearchParams> =>
  new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()));

type Answer = (request: Request) => Response | Promise<Response>;
const refuse = () => new Response("Transient error; please try again later", { status: 503 });

/** What each address answers from now on; YouTube's hub refuses, unless a test says otherwise. */
export function standInFor(answer: Answer, answerAsHub: Answer = refuse): void {
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const request = new Request(input, init);
    return Promise.resolve(request.url === HUB_URL ? answerAsHub(request) : answer(request));
  });
}

export const xml = (text: string) =>
  new Response(text, { headers: { "content-type": "text/xml; charset=UTF-8" } });

export function get(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(ORIGIN + path, init));
}

/** So many addresses of the calendar, each a document of its own. */
export function toQueries(count: number): string[] {
  const limits = Array.from({ length: 20 }, (_none, index) => `limit=${index + 1}`);
  const queries = ["", "show=sessions&", "show=replays&"].flatMap((show) =>
    ALARMS.flatMap((alarm) => limits.map((limit) => `/calendar.ics?${show}${limit}&alarm=${alarm}`)),
  );
  if (count > queries.length) throw new Error(`there are ${queries.length}`);
  return queries.slice(0, count);
}

/** What a subscriber sees of all four feeds: bytes and tags. */
export function readFeeds(): Promise<{ path: string; etag: string | null; text: string }[]> {
  return Promise.all(
    FEEDS.map(async (path) => {
      const response = await get(path);
      return { path, etag: response.headers.get("etag"), text: await response.text() };
    }),
  );
}

export async function readStatus(): Promise<Status> {
  return await (await get("/status.json")).json();
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the bindings of vitest.worker.config.ts are these
export const environment = env as unknown as Environment;

/** One cron, to its end; who asks afterwards asks another isolate. */
export async function runCron(): Promise<void> {
  const context = createExecutionContext();
  await worker.scheduled(createScheduledController({ cron: "*/15 * * * *" }), environment, context);
  await waitOnExecutionContext(context);
  memo.clear();
}

/** The alarm, now. */
export async function ring(): Promise<void> {
  await runDurableObjectAlarm(findPublisher(environment));
}

/** A delivery of the hub, with all that it brings about. @param headers its signature, and what else comes with it @returns the status */
export async function deliverPush(
  path: string,
  body: string,
  headers: Record<string, string>,
): Promise<number> {
  const context = createExecutionContext();
  const request = new Request(ORIGIN + path, { method: "POST", body, headers });
  const { status } = await worker.fetch(request, environment, context);
  await waitOnExecutionContext(context);
  return status;
}

/** Forget everything: storage, the isolate's memo, the stand-in, the clock. */
export async function startAfresh(): Promise<void> {
  vi.restoreAllMocks();
  vi.useRealTimers();
  memo.clear();
  await reset();
}

/** Other bytes in what is kept: who serves them has rendered nothing. */
export const plant = (key = "%"): Promise<void> =>
  runInDurableObject(findPublisher(environment), (_publisher, { storage: { sql } }) => {
    const text = "CASE position WHEN 0 THEN 'planted' ELSE '' END";
    sql.exec(`UPDATE kept_piece SET bytes = CAST(${text} AS BLOB) WHERE key LIKE ?`, key);
    sql.exec(
      `UPDATE kept_representation SET stamps = (
         SELECT group_concat(digest || '-' || length(bytes) || '-' || length(deflated), ' ' ORDER BY position)
         FROM kept_piece WHERE kept_piece.key = kept_representation.key)`,
    );
  });
