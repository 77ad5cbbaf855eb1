/** A hub over SQLite in Node, with what it publishes and whom it calls put in its place. */
import { vi } from "vitest";
import { aRepresentation } from "../../support/representation.ts";
import { toPath } from "../../../src/programme/address.ts";
import { toPushConfig } from "../../../src/push/config.ts";
import { Hub } from "../../../src/push/hub/hub.ts";
import { parseHubRequest } from "../../../src/push/hub/hub-request.ts";
import { PROGRAMME, PUBLIC_URL } from "../../golden/programme.ts";
import { aSurroundings } from "../../support/push.ts";
import { aStorage, type TestStorage } from "../../support/sqlite.ts";

export const NOW = Date.UTC(2026, 10, 27, 12);
export const RSS = `${PUBLIC_URL}/rss.xml`;
export const CALLBACK = "https://reader.example/callback";

export interface Call {
  url: URL;
  method: string;
  headers: Headers;
  body: string;
}

interface HubOptions {
  storage?: TestStorage;
  isPrivateAllowed?: boolean;
  hubs?: string[];
}

/** Confirms whatever it is asked; takes whatever it is sent. */
export function agree({ url }: Pick<Call, "url">): Response {
  return new Response(url.searchParams.get("hub.challenge") ?? "thanks");
}

/** Whom the hub calls, from now on; resolvers know no name. Returns the calls, but for those of resolvers. */
export function standInFor(answer: (call: Call) => Response | Promise<Response>): Call[] {
  const calls: Call[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.hostname === "cloudflare-dns.com") return Response.json({ Status: 3 });
    const { method, headers } = request;
    const call = { url, method, headers, body: await request.text() };
    calls.push(call);
    return await answer(call);
  });
  return calls;
}

export function aHub({ storage = aStorage(), isPrivateAllowed = false, hubs = [] }: HubOptions = {}) {
  const published = { version: 1, reads: [] as string[] };
  const around = aSurroundings(storage, {
    config: { ...toPushConfig({}), isPrivateAllowed },
    settings: { hooks: [], hubs },
    current: () => PROGRAMME,
    read: async (document, selection) => {
      const path = toPath(document.pattern, selection);
      published.reads.push(path);
      return aRepresentation([`${path} ${published.version}`], document.contentType, 0);
    },
  });
  const { outbox } = around;
  const hub = new Hub(around);
  const tell = (now: number, edition = `edition ${published.version}`) =>
    storage.transactionSync(() => hub.tell({ edition, published: PROGRAMME, news: [] }, now));
  return {
    storage,
    hub,
    outbox,
    published,
    /** A form, as the route reads and hands it on. */
    ask: async (fields: Record<string, string>, now = NOW) => {
      const form = {
        "hub.mode": "subscribe",
        "hub.callback": CALLBACK,
        "hub.topic": RSS,
        ...fields,
      };
      const request = parseHubRequest(new URLSearchParams(form), isPrivateAllowed);
      return request.ok ? await hub.ask(request.value, now) : request;
    },
    /** One slice, as the alarm makes it. */
    work: async (now: number) => {
      hub.prepare(now);
      return await outbox.sendSlice(hub.senders, now);
    },
    /** The programme has changed. */
    publish: (now: number) => {
      published.version += 1;
      tell(now);
    },
    tell,
    /** What a subscriber is to get. */
    textOf: (path: string) => `${path} ${published.version}`,
  };
}

/** All slices that are due; how many there were. */
export async function workAll({ work }: ReturnType<typeof aHub>, now: number): Promise<number> {
  let slices = 0;
  while (await work(now)) slices += 1;
  return slices;
}
