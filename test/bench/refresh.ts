/**
 * Refreshes in the real workerd: a whole cron, and what alarms do afterwards, beside a Worker that does the same by the
 * packages; and by themselves the steps that a cron takes. Cold is the first refresh of a process over a store that is there;
 * warm are those after it.
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
/**
 * By then what is called often is compiled: so many refreshes bring a replay each, and so many nothing. After five V8 was at it
 * in the middle of the sixth.
 */
const WARM_UP_REPLAYS = 8;
const WARM_UP_REFRESHES = 8;

/** What is refreshed: the service, over a channel that does not show its newest replays yet, and the plain Worker. */
interface Scenery {
  toService: () => Promise<Workerd>;
  hide: (replays: number) => void;
  plain: Workerd;
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
        ...toFigures(size, "refresh, nothing new, warm", warm.nothing, warm.nothingSteps, [
          PLAIN,
          warm.plain,
        ]),
        ...toFigures(size, "refresh, nothing new, cold", cold.nothing, cold.nothingSteps, [
          PLAIN,
          cold.plain,
        ]),
        ...toFigures(size, "refresh, one replay, warm", warm.replay, warm.replaySteps, [
          PLAIN_NEWS,
          warm.plainNews,
        ]),
        ...toFigures(size, "refresh, one replay, cold", cold.replay, cold.replaySteps, [
          PLAIN_NEWS,
          cold.plainNews,
        ]),
        ...toFigures(size, "the first refresh of all", cold.first, cold.firstSteps, [
          PLAIN_NEWS,
          cold.plainNews,
        ]),
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
  };
}

/** A process of its own each time, with a store that is empty or has everything but the newest replay. */
/** What is measured of a refresh. */
type Measure = (service: Workerd) => Promise<number>;

/** A process of its own each time, with a store that is empty or has everything but the newest replay. */
async function measureCold({ toService, hide, plain }: Scenery, starts: number) {
  const start = (measure: Measure, isFirst: boolean, isReplay: boolean) => async () => {
    hide(1);
    const service = await toService();
    try {
      await service.begin();
      if (!isFirst) {
        await timeCron(service);
        await service.end();
        await service.begin();
      }
      await service.settle();
      if (isReplay) hide(0);
      return await measure(service);
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
    first: start(timeCron, true, false),
    firstSteps: start(timeLongestStep, true, false),
    nothing: start(timeCron, false, false),
    nothingSteps: start(timeLongestStep, false, false),
    replay: start(timeCron, false, true),
    replaySteps: start(timeLongestStep, false, true),
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
  const toAll = (name: keyof (typeof found)[number]) => found.flatMap((values) => values[name]);
  return {
    nothing: toAll("nothing"),
    nothingSteps: toAll("nothingSteps"),
    replay: toAll("replay"),
    replaySteps: toAll("replaySteps"),
    plain: toAll("plain"),
    plainNews: toAll("plainNews"),
  };
}

/** The last two replays are measured, one of them step by step. */
async function runWarmRound({ toService, hide, plain }: Scenery) {
  const unseen = 2 + WARM_UP_REPLAYS;
  hide(unseen);
  const service = await toService();
  try {
    await service.begin();
    for (let hidden = unseen; hidden >= 2; hidden -= 1) {
      hide(hidden);
      await timeCron(service);
    }
    for (let left = WARM_UP_REFRESHES; left > 0; left -= 1) await timeCron(service);
    const run = (measure: Measure, hidden: number) => async () => {
      hide(hidden);
      return await measure(service);
    };
    return await runRounds(1, {
      nothing: run(timeCron, 2),
      nothingSteps: run(timeLongestStep, 2),
      plain: () => timePlain(plain, "/"),
      plainNews: () => timePlain(plain, "/news"),
      replaySteps: run(timeLongestStep, 1),
      replay: run(timeCron, 0),
    });
  } finally {
    await service.remove();
  }
}

function toFigures(
  sessions: number,
  name: string,
  values: readonly number[],
  steps: readonly number[],
  [against, others]: readonly [against: string, others: readonly number[]],
): Figure[] {
  const figure = { part: "rendering", sessions, unit: "ms" } as const;
  return [
    { ...figure, name, value: toMedian(values), against: toComparison(against, values, others) },
    { ...figure, name: `${name}: its longest step`, value: toMedian(steps), against: null },
  ];
}

/** To its end, with what alarms do, in milliseconds. */
async function timeCron(service: Workerd): Promise<number> {
  return await service.time(async () => {
    await service.runCron();
    await service.settle();
  });
}

/** Of the calls that the cron makes, each of which has a limit of its own: in milliseconds. */
async function timeLongestStep(service: Workerd): Promise<number> {
  let longest = 0;
  const time = async (method: string, ...words: unknown[]): Promise<unknown> => {
    let answer: unknown;
    longest = Math.max(
      longest,
      await service.time(async () => (answer = await service.call(method, ...words))),
    );
    return answer;
  };
  /* oxlint-disable typescript/no-unsafe-type-assertion -- the Publisher's own answers */
  const steps = toSteps({
    refresh: async () => (await time("refresh")) as Refreshed,
    prepare: async (names) => (await time("prepare", names)) as string[],
  });
  /* oxlint-enable typescript/no-unsafe-type-assertion */
  for await (const _ of steps);
  await service.settle();
  return longest;
}

async function timePlain(plain: Workerd, path: string): Promise<number> {
  return await plain.time(async () => await (await fetch(plain.toAddress("plain") + path)).arrayBuffer());
}
