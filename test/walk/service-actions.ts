/** What happens to the service: the clock, the cron with its answers, restarts, damage. */
import { DAY, HOUR, MINUTE } from "../../src/programme/instant.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import { xml } from "../worker/support.ts";
import type { Action, Actions } from "./action.ts";
import { accept, pick, tellInstant, type World } from "./world.ts";

const FAULTS: [string, (good: string) => Response | Promise<Response>][] = [
  ["a 404 page", () => new Response("<!DOCTYPE html>", { status: 404 })],
  ["a 500", () => new Response("", { status: 500 })],
  ["a 403", () => new Response("", { status: 403 })],
  ["a 429", () => new Response("", { status: 429, headers: { "retry-after": "60" } })],
  ["a page with 200", () => new Response("<html>")],
  ["nothing", () => new Response("")],
  ["a feed without entries", () => xml(aChannelFeed({ entries: [] }))],
  ["another channel", (good) => xml(good.replaceAll("exampleexampleexampleA", "otherotherotherotherQQ"))],
  ["half a feed", (good) => xml(good.slice(0, good.length / 2))],
  ["no connection", () => Promise.reject(new Error("reset by peer"))],
];

const DAMAGES: SqlStorageValue[] = [null, "", "x", "{", "null", '{"a":1}', 9e15, -5, new ArrayBuffer(2)];
const TABLES = [
  "fact",
  "source",
  "video",
  "session",
  "entry",
  "notice",
  "match",
  "kept_representation",
  "kept_piece",
];

export const SERVICE_ACTIONS: Actions = {
  "fetch the feed": {
    weight: 22,
    take: async (world, service) => {
      const { text, listed } = toFeed(world);
      const requests = await service.refresh(() => xml(text));
      if (requests !== 1) throw new Error(`the cron asked the channel ${requests} times, expected once`);
      accept(world, listed, true);
      return `the feed is fetched: ${listed.map(({ id }) => id).join(", ") || "no entries"}`;
    },
  },
  "fail to fetch": {
    weight: 4,
    take: async (world, service, a) => {
      const fault = pick(FAULTS, a);
      if (fault === null) return null;
      const [told, answer] = fault;
      const { text } = toFeed(world);
      await service.refresh(() => answer(text));
      return `the fetch fails: ${told}`;
    },
  },
  restart: {
    weight: 3,
    take: (_world, service) => {
      service.restart();
      return "a restart";
    },
  },
  "be put away between two steps of a refresh": {
    weight: 2,
    take: async (world, service, a) => {
      const { text, listed } = toFeed(world);
      const steps = 1 + (a % 7);
      await service.refresh(() => xml(text), steps);
      service.restart();
      accept(world, listed, true);
      return `a refresh of at most ${steps} steps, then a restart`;
    },
  },
  "die in the middle of a refresh": {
    weight: 2,
    take: async (world, service, a) => {
      const { text, listed } = toFeed(world);
      const writes = a % 12;
      const hasDied = await service.crash(() => xml(text), writes);
      accept(world, listed, !hasDied);
      return hasDied ? `a refresh dies after ${writes} writes, then a restart` : "a fetch, then a restart";
    },
  },
  "wait for minutes": wait(3, MINUTE),
  "wait for hours": wait(5, HOUR),
  "wait for days": wait(4, 8 * HOUR),
  "wait for months": wait(1, 5 * DAY),
  "put the clock back": {
    weight: 1,
    take: (world, _service, a) => {
      world.now -= (1 + a) * HOUR;
      return `the clock is put back to ${tellInstant(world.now)}`;
    },
  },
  "damage a row": {
    weight: 1,
    take: (world, service, a, b) => {
      const table = pick(TABLES, a) ?? "fact";
      const told = service.damage(table, b, a + b, pick(DAMAGES, a * 7 + b) ?? null);
      if (told === null) return null;
      world.damages += 1;
      // A Worker that has just started reads every row.
      service.deploy(world);
      return told;
    },
  },
};

function wait(weight: number, unit: number): Action {
  return {
    weight,
    take: (world, _service, a) => {
      world.now += (1 + (a % 40)) * unit;
      return `the clock shows ${tellInstant(world.now)}`;
    },
  };
}

function toFeed({ channel }: World) {
  const listed = channel.filter(({ isListed }) => isListed);
  const entries = listed.map(({ id, title, description, publishedAt, isShort }) => ({
    id,
    title,
    description,
    published: new Date(publishedAt).toISOString(),
    isShort,
  }));
  return { text: aChannelFeed({ entries }), listed };
}
