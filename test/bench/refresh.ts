/**
 * Refreshes in the real workerd: every step that the cron takes, and what alarms do afterwards, beside a Worker that does the
 * same by the packages. Cold is the first refresh of a process over a store that is there; warm are those after it.
 */
import { toSteps } from "../../src/publisher/cycle.ts";
import type { Refreshed } from "../../src/publisher/protocol.ts";
import { UID_DOMAIN } from "./club.ts";
import { runRounds, say, toComparison, toMedian, type Figure, type Keep } from "./measure.ts";
import type { Settings } from "./settings.ts";
import type { Stage } from "./stage.ts";
import { Workerd } from "./workerd.ts";

const PLAIN = "`rss-parser` alone";
const PLAIN_NEWS = "`rss-parser`, and all four written anew plainly";
/** By then what is called often is compiled: so many refreshes bring a replay each, and so many nothing. */
const WARM_UP_REPLAYS = 5;
const WARM_UP_REFRESHES = 8;

/** What is refreshed: the service, over a channel that does not show its newest replays yet, and the plain Worker. */
interface Scenery {
  toService: () => Promise<Workerd>;
  hide: (replays: number) => void;
  plain: Workerd;
  steps: Steps;
}

export async function measureRefresh(stage: Stage, settings: Settings, keep: Keep): Promise<void> {
  for (const size of settings.writtenSizes) {
    const scenery = await toScenery(stage, size);
    try {
      say(`refreshing, ${size} sessions: the first of all, and cold ones`);
      const cold = await measureCold(scenery, settings.starts);
      say(`refreshing, ${size} sessions: warm`);
      const warm = await measureWarm(scenery, settings.rounds);
      keep([
        ...toFigures(scenery, size, "refresh, nothing new, warm", warm.nothing, PLAIN, warm.plain),
        ...toFigures(scenery, size, "refresh, nothing new, cold", cold.nothing, PLAIN, cold.plain),
        ...toFigures(scenery, size, "refresh, one replay, warm", warm.replay, PLAIN_NEWS, warm.plainNews),
        ...toFigures(scenery, size, "refresh, one replay, cold", cold.replay, PLAIN_NEWS, cold.plainNews),
        ...toFigures(scenery, size, "the first refresh of all", cold.first, PLAIN_NEWS, cold.plainNews),
      ]);
    } finally {
      await scenery.plain.remove();
    }
  }
}

async function toScenery(stage: Stage, size: number): Promise<Scenery> {
  const club = stage.toClub(size);
  let hidden = 1;
  const feedUrl = await stage.openChannel(() => club.toFeed({ hidden }));
  const sites = stage.toServiceSites(size, feedUrl);
  const plain = await Workerd.create([
    {
      name: "plain",
      kind: "worker",
      modules: await stage.toPlainWorker("refresh.ts", size),
      variables: { FEED: feedUrl },
    },
  ]);
  return {
    toService: async () => await Workerd.create(sites, UID_DOMAIN),
    hide: (replays) => (hidden = replays),
    plain,
    steps: new Steps(),
  };
}

/** A process of its own each time, with a store that is empty or has everything but the newest replay. */
async function measureCold({ toService, hide, plain, steps }: Scenery, starts: number) {
  const start = (name: string, isFirst: boolean, isReplay: boolean) => async () => {
    hide(1);
    const service = await toService();
    try {
      await service.begin();
      if (!isFirst) {
        await refresh(service);
        await service.end();
        await service.begin();
      }
      await service.settle();
      if (isReplay) hide(0);
      return steps.keep(name, await refresh(service));
    } finally {
      await service.remove();
    }
  };
  const startPlain = (path: string) => async () => {
    await plain.begin();
    await plain.settle();
    const time = await timePlain(plain, path);
    await plain.end();
    return time;
  };
  return await runRounds(starts, {
    first: start("the first refresh of all", true, false),
    nothing: start("refresh, nothing new, cold", false, false),
    replay: start("refresh, one replay, cold", false, true),
    plain: startPlain("/"),
    plainNews: startPlain("/news"),
  });
}

/** A replay is news once: each round has a service of its own, which has refreshed often already. */
async function measureWarm(scenery: Scenery, rounds: number) {
  const { plain } = scenery;
  await plain.begin();
  for (let left = WARM_UP_REFRESHES; left > 0; left -= 1) await timePlain(plain, "/news");
  const found: Awaited<ReturnType<typeof runWarmRound>>[] = [];
  for (let round = 0; round < rounds; round += 1) found.push(await runWarmRound(scenery));
  await plain.end();
  return {
    nothing: found.flatMap(({ nothing }) => nothing),
    replay: found.flatMap(({ replay }) => replay),
    plain: found.flatMap((values) => values.plain),
    plainNews: found.flatMap(({ plainNews }) => plainNews),
  };
}

async function runWarmRound({ toService, hide, plain, steps }: Scenery) {
  hide(1 + WARM_UP_REPLAYS);
  const service = await toService();
  try {
    await service.begin();
    for (let hidden = 1 + WARM_UP_REPLAYS; hidden > 0; hidden -= 1) {
      hide(hidden);
      await refresh(service);
    }
    for (let left = WARM_UP_REFRESHES; left > 0; left -= 1) await refresh(service);
    const run = (name: string, isReplay: boolean) => async () => {
      if (isReplay) hide(0);
      return steps.keep(name, await refresh(service));
    };
    return await runRounds(1, {
      nothing: run("refresh, nothing new, warm", false),
      plain: () => timePlain(plain, "/"),
      plainNews: () => timePlain(plain, "/news"),
      replay: run("refresh, one replay, warm", true),
    });
  } finally {
    await service.remove();
  }
}

function toFigures(
  { steps }: Scenery,
  sessions: number,
  name: string,
  values: readonly number[],
  against: string,
  others: readonly number[],
): Figure[] {
  const figure = { part: "rendering", sessions, unit: "ms" } as const;
  return [
    { ...figure, name, value: toMedian(values), against: toComparison(against, values, others) },
    { ...figure, name: `${name}: its longest step`, value: toMedian(steps.read(name)), against: null },
  ];
}

/** What a refresh takes, in milliseconds. */
interface Refresh {
  /** To its end, with what alarms do. */
  all: number;
  /** The longest of its steps: each is a call of its own, and has a limit of its own. */
  step: number;
}

/** The longest step of each refresh. */
class Steps {
  readonly #found = new Map<string, number[]>();

  keep(name: string, { all, step }: Refresh): number {
    this.#found.set(name, [...this.read(name), step]);
    return all;
  }

  read(name: string): number[] {
    return this.#found.get(name) ?? [];
  }
}

/** As the cron does it. */
async function refresh(service: Workerd): Promise<Refresh> {
  const before = service.readCpu();
  let step = 0;
  const time = async (name: string): Promise<unknown> => {
    let answer: unknown;
    step = Math.max(step, await service.time(async () => (answer = await service.call(name))));
    return answer;
  };
  const steps = toSteps({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the Publisher's own answer
    refresh: async () => (await time("refresh")) as Refreshed,
    prepare: async (name) => (await time(`prepare/${name}`)) === true,
  });
  for await (const _ of steps);
  await service.settle();
  return { all: service.readCpu() - before, step };
}

async function timePlain(plain: Workerd, path: string): Promise<number> {
  return await plain.time(async () => await (await fetch(plain.toAddress("plain") + path)).arrayBuffer());
}
