/** The club's other hubs: told by a ping which feeds have changed (the "publish" that PubSubHubbub 0.4 left behind). */
import * as v from "valibot";
import { WHOLE_TOPICS } from "../../documents/topics.ts";
import { DAY, type Instant } from "../../programme/instant.ts";
import type { Sender, Sent } from "../outbox.ts";
import type { Surroundings } from "../part.ts";
import { isPassing, isSuccess, toLater } from "../reply.ts";
import { describeReply, request } from "../request.ts";
import type { HubNotes } from "./notes.ts";

const KIND = "publish";
const TRIED_FOR: Instant = DAY;

/** The path of the topic: where the service is met is known when it is sent. */
const ping = v.object({ hub: v.string(), path: v.string() });

type Pinged = Sent & { etag?: string };

export interface OtherHubsSources {
  around: Pick<Surroundings, "outbox" | "facts" | "publicUrl" | "read" | "settings">;
  notes: HubNotes;
}

export class OtherHubs implements Sender {
  readonly requests = 1;
  readonly isOnce = false;
  readonly #sources: OtherHubsSources;

  constructor(sources: OtherHubsSources) {
    this.#sources = sources;
  }

  /** Each of them is to be told of each feed. */
  putAll(now: Instant): void {
    const { outbox, settings } = this.#sources.around;
    for (const hub of settings.hubs)
      for (const { path } of WHOLE_TOPICS)
        outbox.put({
          id: `${KIND} ${hub} ${path}`,
          kind: KIND,
          payload: { hub, path },
          dueAt: now,
          expiresAt: now + TRIED_FOR,
        });
  }

  readonly send: Sender["send"] = async ({ payload }, now): Promise<Pinged> => {
    const { facts, publicUrl, read, settings } = this.#sources.around;
    if (!v.is(ping, payload) || !settings.hubs.includes(payload.hub)) return { outcome: "done" };
    const topic = WHOLE_TOPICS.find(({ path }) => path === payload.path);
    if (topic === undefined) return { outcome: "done" };
    const representation = await read(topic.document, topic.selection, now);
    const etag = representation?.etag ?? "";
    if (facts.get(toFactName(payload), v.string()) === etag) return { outcome: "done" };
    const address = publicUrl() + topic.path;
    // Some hubs know the one parameter, some the other.
    const body = new URLSearchParams({ "hub.mode": "publish", "hub.url": address, "hub.topic": address });
    const reply = await request(payload.hub, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: body.toString(),
      aboutUrl: publicUrl(),
    });
    if (isSuccess(reply)) return { outcome: "done", etag };
    return isPassing(reply) ? toLater(reply) : { outcome: "given_up", error: describeReply(reply) };
  };

  readonly note: NonNullable<Sender["note"]> = ({ payload }, sent: Pinged, now) => {
    const { around, notes } = this.#sources;
    if (v.is(ping, payload) && sent.etag !== undefined) {
      around.facts.set(toFactName(payload), sent.etag);
      notes.noteDelivery(now);
    }
    notes.noteFailure("ping", sent, now);
  };
}

/** Under which the entity tag is kept that a hub was last told of. */
function toFactName({ hub, path }: v.InferOutput<typeof ping>): string {
  return `pinged ${hub} ${path}`;
}
