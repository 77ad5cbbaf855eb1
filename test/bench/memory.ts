/**
 * How much memory is held: by the process, above what it holds with an empty Worker, and by the objects, texts and buffers
 * that are alive. What is between is the engine's own, its room for what is made next, and what it has not collected yet.
 */
import { DOCUMENTS } from "../../src/documents/table.ts";
import { toSize } from "./bundle.ts";
import { UID_DOMAIN } from "./club.ts";
import { say, type Figure } from "./measure.ts";
import type { Settings } from "./settings.ts";
import type { Stage } from "./stage.ts";
import { EMPTY, Workerd } from "./workerd.ts";

/** After what: everything that was there before is there still. */
const MOMENTS = [
  "after the start",
  "after the first refresh",
  "after every document was asked for once",
] as const;

export async function measureMemory(stage: Stage, { sizes }: Settings): Promise<Figure[]> {
  say("remembering");
  const empty = await Workerd.start(EMPTY);
  const before = empty.readMemory();
  await empty.remove();
  const figures: Figure[] = [];
  for (const size of sizes) {
    const resident = await play(stage, size, false, async (service) => service.readMemory() - before);
    const alive = await play(stage, size, true, (service) => service.readLiveMemory("service"));
    figures.push(
      ...toFigures(stage, size, "memory above an empty Worker's", resident),
      ...toFigures(stage, size, "memory that is alive", alive),
    );
  }
  return figures;
}

/** What is read of a service of its own at each moment. */
async function play(
  stage: Stage,
  size: number,
  isInspected: boolean,
  read: (service: Workerd) => Promise<number>,
): Promise<number[]> {
  const club = stage.toClub(size);
  const feedUrl = await stage.openChannel(() => club.toFeed({ hidden: 0 }));
  const service = await Workerd.create(stage.toServiceSites(size, feedUrl), UID_DOMAIN);
  try {
    await service.begin("/robots.txt", { isInspected });
    const started = await read(service);
    await service.refresh();
    await service.settle();
    const refreshed = await read(service);
    const { id = "" } = club.sessions.at(-3) ?? {};
    for (const { pattern } of DOCUMENTS) {
      const path = pattern.replace(":session", id).replace(":year", "2026");
      await (await fetch(service.toAddress("service") + path)).arrayBuffer();
    }
    await service.settle();
    return [started, refreshed, await read(service)];
  } finally {
    await service.remove();
  }
}

function toFigures(stage: Stage, size: number, name: string, values: readonly number[]): Figure[] {
  const bundle = toSize(stage.toBundle(size)).raw / 1e6;
  return values.map((value, at) => ({
    part: "start",
    name: `${name}, ${MOMENTS[at]}`,
    sessions: size,
    unit: "MB",
    value,
    against: { name: "its bundle", value: bundle, ratio: value / bundle },
  }));
}
