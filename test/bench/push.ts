/** A fan-out: one replay is published, and every subscriber of a feed is sent it, beside a loop that sends the same. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pause } from "../load/service.ts";
import { listen } from "../support/listen.ts";
import { UID_DOMAIN, type InventedClub } from "./club.ts";
import { runRounds, say, toComparison, toMedian, type Keep } from "./measure.ts";
import { PUBLIC_URL } from "./scene.ts";
import type { Settings } from "./settings.ts";
import type { Stage } from "./stage.ts";
import { toModules, Workerd } from "./workerd.ts";

const SESSIONS = 200;
const TOPIC = "/rss.xml";
const LEASE_MS = 86_400_000;
const LOOK_MS = 20;
const WITHIN_MS = 120_000;

export async function measurePush(
  stage: Stage,
  { subscribers, starts }: Settings,
  keep: Keep,
): Promise<void> {
  const club = stage.toClub(SESSIONS);
  const callbacks = new Callbacks();
  const address = await callbacks.open();
  try {
    const { ours, loop } = await runRounds(starts, {
      ours: () => timeHub(stage, { club, callbacks, address, subscribers }),
      loop: () => timeLoop({ callbacks, address, subscribers }),
    });
    keep([
      {
        part: "push",
        name: `a replay to ${subscribers} subscribers of ${TOPIC}`,
        sessions: SESSIONS,
        unit: "ms",
        value: toMedian(ours),
        against: toComparison("a loop that signs and sends", ours, loop),
      },
    ]);
  } finally {
    callbacks.close();
  }
}

interface FanOut {
  callbacks: Callbacks;
  address: string;
  subscribers: number;
}

/** From when the replay is published until the last subscriber has it. */
async function timeHub(
  stage: Stage,
  { club, callbacks, address, subscribers }: FanOut & { club: InventedClub },
): Promise<number> {
  say(`push: ${subscribers} subscribers`);
  let hidden = 1;
  const feedUrl = await stage.openChannel(() => club.toFeed({ hidden }));
  const service = await Workerd.start(stage.toServiceSites(SESSIONS, feedUrl), UID_DOMAIN);
  try {
    await service.refresh();
    await service.settle();
    const { headers } = await fetch(service.toAddress("service") + TOPIC, {
      headers: { "accept-encoding": "identity" },
    });
    await service.end();
    subscribe(service.findDatabase(), { address, subscribers, etag: headers.get("etag") ?? "" });
    await service.begin();
    await service.settle();
    hidden = 0;
    const before = callbacks.count;
    await service.refresh();
    // What the refresh itself takes is another figure.
    return await service.time(async () => {
      await callbacks.waitFor(before + subscribers);
      await service.settle();
    });
  } finally {
    await service.remove();
  }
}

/** In the store itself: the hub takes on no more than two hundred an hour. */
function subscribe(
  path: string,
  { address, subscribers, etag }: Omit<FanOut, "callbacks"> & { etag: string },
): void {
  const database = new DatabaseSync(path);
  const insert = database.prepare("INSERT INTO push_subscription VALUES (?, ?, ?, ?, ?, ?, ?, 0)");
  database.exec("BEGIN");
  for (let index = 0; index < subscribers; index += 1)
    insert.run(
      `subscription-${index}`,
      PUBLIC_URL + TOPIC,
      `${address}/${index}`,
      "127.0.0.1",
      `secret-${index}`,
      Date.now() + LEASE_MS,
      etag,
    );
  database.exec("COMMIT");
  database.close();
}

async function timeLoop({ callbacks, address, subscribers }: FanOut): Promise<number> {
  const body = callbacks.last;
  const text = readFileSync(join(import.meta.dirname, "plain/fan-out.js"), "utf8");
  const loop = await Workerd.start([
    {
      name: "loop",
      kind: "worker",
      modules: toModules(text, [{ name: "body", kind: "data", content: body }]),
      variables: { CALLBACK: address, COUNT: String(subscribers) },
    },
  ]);
  try {
    return await loop.time(async () => await (await fetch(`${loop.toAddress("loop")}/send`)).arrayBuffer());
  } finally {
    await loop.remove();
  }
}

/** Stands in for all subscribers. */
class Callbacks {
  readonly #server: Server;
  count = 0;
  /** What arrived last. */
  last: Buffer = Buffer.of();

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        this.last = Buffer.concat(chunks);
        this.count += 1;
        response.end();
      });
    });
  }

  async open(): Promise<string> {
    return await listen(this.#server);
  }

  async waitFor(count: number): Promise<void> {
    const deadline = Date.now() + WITHIN_MS;
    while (this.count < count) {
      if (Date.now() > deadline) throw new Error(`${count} deliveries expected, found ${this.count}`);
      await pause(LOOK_MS);
    }
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
