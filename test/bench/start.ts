/** What a start takes, what the bundle weighs and by whom. */
import { toParts } from "./bundle-parts.ts";
import { toSize } from "./bundle.ts";
import { UID_DOMAIN } from "./club.ts";
import { runRounds, say, toComparison, toMedian, type Figure, type Keep } from "./measure.ts";
import { measureMemory } from "./memory.ts";
import type { Settings } from "./settings.ts";
import type { Stage } from "./stage.ts";
import { EMPTY, Workerd } from "./workerd.ts";

const EMPTY_NAME = "an empty Worker";
/** Of parts that the table names. */
const SMALLEST_PART_BYTES = 500;

export async function measureStart(stage: Stage, settings: Settings, keep: Keep): Promise<void> {
  keep(await measureStarts(stage, settings));
  keep(await measureMemory(stage, settings));
  keep(measureSizes(stage, settings));
}

/** Each start is a process; all sizes and the empty Worker in turn. */
async function measureStarts(stage: Stage, { sizes, starts }: Settings): Promise<Figure[]> {
  const services: Record<string, Workerd> = { empty: await Workerd.create(EMPTY) };
  for (const size of sizes) {
    const club = stage.toClub(size);
    const feedUrl = await stage.openChannel(() => club.toFeed({ hidden: 0 }));
    services[size] = await Workerd.create(stage.toServiceSites(size, feedUrl), UID_DOMAIN);
  }
  try {
    say("starting");
    const times = await runRounds(
      starts,
      Object.fromEntries(Object.entries(services).map(([name, service]) => [name, () => timeStart(service)])),
    );
    return sizes.flatMap((size) => [
      toStartFigure(size, times[size] ?? [], EMPTY_NAME, times["empty"] ?? []),
      toStartFigure(size, times[size] ?? [], `${sizes[0]} sessions`, times[sizes[0] ?? 0] ?? []),
    ]);
  } finally {
    for (const service of Object.values(services)) await service.remove();
  }
}

function toStartFigure(
  sessions: number,
  values: readonly number[],
  against: string,
  others: readonly number[],
): Figure {
  return {
    part: "start",
    name: "start to the first answer, which needs no data",
    sessions,
    unit: "ms",
    value: toMedian(values),
    against: toComparison(against, values, others),
  };
}

/** From nothing to the first answer. */
async function timeStart(service: Workerd): Promise<number> {
  await service.begin();
  const time = service.readCpu();
  await service.end();
  return time;
}

/** Of a club without sessions, whose bundle is the code; beside it the same with data. */
function measureSizes(stage: Stage, { sizes }: Settings): Figure[] {
  const bundle = stage.toBundle(0);
  const bare = toSize(bundle);
  const code = bundle.modules[0]?.content.toString() ?? "";
  const figures = [
    toSizeFigure("bundle without data", null, bare.raw),
    toSizeFigure("bundle without data, gzipped", null, bare.gzip),
    ...toParts(code, bundle.sourceMap)
      .filter(([, bytes]) => bytes >= SMALLEST_PART_BYTES)
      .map(([name, bytes]) => toSizeFigure(`of it, gzipped, \`${name}\``, null, bytes)),
  ];
  for (const size of sizes) {
    const { raw, gzip } = toSize(stage.toBundle(size));
    figures.push(
      toSizeFigure("bundle with data", size, raw, bare.raw),
      toSizeFigure("bundle with data, gzipped", size, gzip, bare.gzip),
    );
  }
  return figures;
}

function toSizeFigure(name: string, sessions: number | null, bytes: number, bare?: number): Figure {
  return {
    part: "start",
    name,
    sessions,
    unit: "KB",
    value: bytes / 1_000,
    against: bare === undefined ? null : { name: "without data", value: bare / 1_000, ratio: bytes / bare },
  };
}
