/**
 * Load: clients poll without a pause while the channel changes, crons run, builds are replaced and the process is killed;
 * then they go on polling a process that lives, whose memory must stay flat.
 */
import { Channel } from "./channel.ts";
import { createTally, poll, type Tally } from "./poller.ts";
import { pause, Service } from "./service.ts";

export interface LoadOptions {
  seconds: number;
  pollers: number;
  /** Told once a second. */
  report?: (line: string) => void;
}

export interface Load {
  tally: Tally;
  seconds: number;
  events: { crons: number; channelChanges: number; restarts: number; deployments: number; kills: number };
  /** Of the process that lives through the last two thirds, in bytes; the first when one of them is over. */
  memory: number[];
  /** Rows that the service could not read. */
  setAside: number;
  /** What workerd said on its own. */
  said: string;
}

/** So much more may be in use at the end than after the warm-up: collections of garbage come and go. */
export const MEMORY_BOUND = 64 * 1_048_576;
/** In a shorter run the process is still filling its heap when the warm-up is over. */
export const MEMORY_SECONDS = 120;

/** In the first third something ends the process every so often: each at least once, and a kill each other time. */
const DISTURBANCES = ["kill", "deployment", "kill", "restart"] as const;
const DISTURB_EVERY_MS = 2_500;
const CRON_EVERY_MS = 400;
const REPORT_EVERY_MS = 1_000;

export async function runLoad({ seconds, pollers, report = () => {} }: LoadOptions): Promise<Load> {
  const channel = new Channel();
  const service = await Service.create(await channel.open());
  const tally = createTally();
  const events = { crons: 0, channelChanges: 0, restarts: 0, deployments: 0, kills: 0 };
  const memory: number[] = [];
  const startedAt = Date.now();
  const phase = { isWarm: false, isOver: false };
  const elapsed = (): number => (Date.now() - startedAt) / (seconds * 1_000);

  /** Crons go on through everything, so that kills meet them in the middle of their writes. */
  const runCrons = async (): Promise<void> => {
    while (!phase.isOver) {
      channel.change();
      await service.runCron();
      events.crons += 1;
      await pause(CRON_EVERY_MS);
    }
  };
  const disturb = async (): Promise<void> => {
    for (let round = 0; round < DISTURBANCES.length || elapsed() < 1 / 3; round++) {
      await pause(Math.min(DISTURB_EVERY_MS, (seconds * 1_000) / 16));
      const kind = DISTURBANCES[round % DISTURBANCES.length] ?? "kill";
      if (kind === "deployment") service.replaceBuild();
      events[`${kind}s`] += 1;
      await service.end(kind === "kill" ? "SIGKILL" : "SIGTERM");
      await service.start();
    }
  };
  /** A slow machine may have taken longer over the first third: then the others have their time all the same. */
  const play = async (): Promise<void> => {
    await disturb();
    const third = (Math.max(1 / 3, 1 - elapsed()) * seconds * 1_000) / 2;
    await pause(third);
    phase.isWarm = true;
    await pause(third);
    phase.isOver = true;
  };
  const watch = async (): Promise<void> => {
    while (!phase.isOver) {
      await pause(REPORT_EVERY_MS);
      if (phase.isWarm) memory.push(service.readMemory());
      report(toProgress(elapsed(), seconds, tally, events.kills, service));
    }
  };

  try {
    await service.start();
    await Promise.all([
      play(),
      runCrons(),
      watch(),
      ...Array.from({ length: pollers }, (_, index) => poll(service, tally, index, () => phase.isOver)),
    ]);
    memory.push(service.readMemory());
    const status = await fetch(`${service.address}/status.json`);
    const { store }: { store: { setAside: { count: number } } } = await status.json();
    events.channelChanges = channel.changes;
    return {
      tally,
      seconds: (Date.now() - startedAt) / 1_000,
      events,
      memory,
      setAside: store.setAside.count,
      said: service.said,
    };
  } finally {
    phase.isOver = true;
    await service.end("SIGKILL");
    channel.close();
    service.remove();
  }
}

/** What must not have happened, in words; nothing where all is well. */
export function findFailures({ tally, seconds, memory, setAside, events, said }: Load): string[] {
  const errors = [...tally.statuses].filter(([status]) => status >= 500);
  const growth = (memory.at(-1) ?? 0) - (memory[0] ?? 0);
  return [
    ...errors.map(([status, count]) => `${count} answers with status ${status}`),
    ...tally.torn.map((what) => `torn: ${what}`),
    ...tally.lost.map((what) => `no answer from a running service: ${what}`),
    ...findNoise(said).map((line) => `in the log: ${line}`),
    ...(setAside > 0 ? [`${setAside} rows set aside`] : []),
    ...(seconds >= MEMORY_SECONDS && growth > MEMORY_BOUND ? [`memory grew by ${toMegabytes(growth)}`] : []),
    ...(events.kills === 0 || tally.milliseconds.length === 0 ? ["nothing happened"] : []),
  ];
}

/** Every line of the log is JSON that names its event, and only the channel's outages are told. */
function findNoise(said: string): string[] {
  const lines = said.split("\n").filter((line) => line !== "");
  return lines.filter((line) => !/^\{"event":"channel feed not accepted",.*\}$/.test(line));
}

export const toMegabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;

function toProgress(part: number, seconds: number, tally: Tally, kills: number, service: Service): string {
  const done = Math.min(seconds, Math.round(part * seconds));
  const memory = service.isUp ? toMegabytes(service.readMemory()) : "down";
  return `${done}/${seconds} s, ${tally.milliseconds.length} answers, ${kills} kills, ${tally.torn.length} torn, ${memory}`;
}
