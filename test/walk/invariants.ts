/** What holds after every step, whatever came before. Each tells what is wrong, in a line for each thing. */
import type { Moment } from "./moment.ts";
import { readKey, toEarliest, toNew, toRewritten } from "./moment.ts";
import { FORMATS } from "./observation.ts";
import { isOff, type Session } from "../../src/programme/session.ts";
import { findSessionOf, isPending, tellInstant, type ChannelVideo, type World } from "./world.ts";

export interface Invariant {
  sentence: string;
  /** Whether it holds when stored rows were lost, too. */
  survives: boolean;
  findWrongs: (moment: Moment) => string[];
}

const always = (sentence: string, findWrongs: Invariant["findWrongs"]): Invariant => ({
  sentence,
  survives: true,
  findWrongs,
});
const unlessDamaged = (sentence: string, findWrongs: Invariant["findWrongs"]): Invariant => ({
  sentence,
  survives: false,
  findWrongs,
});

export const INVARIANTS: readonly Invariant[] = [
  always("every id ever published means the same", findOtherMeanings),
  always("no date of publication changes, and none of a new entry lies in the future", findMovedDates),
  always("no two entries share an id or a time", findDoubles),
  always("no SEQUENCE and no LAST-MODIFIED falls", findFallen),
  always("no event goes away unless its session is retired", findVanishedEvents),
  always("all four formats tell one story", findOtherStories),
  always("every document conforms to its format", findFaultsOfDocuments),
  always("bytes change only when something readable did", findIdleChanges),
  always("tag and bytes are of one rendering", findForeignTags),
  always("who asks by date alone learns of every change", findUndatedChanges),
  unlessDamaged("no entry goes away unless it is taken back", findVanishedEntries),
  unlessDamaged("every session has its entry and its event", findMissingSessions),
  unlessDamaged("no video seen is lost", findLostVideos),
  unlessDamaged("a replay is that of its own session", findForeignReplays),
  unlessDamaged("a stream whose session is to come is no entry", findEarlyStreams),
  unlessDamaged("what turns from live to replay is new", findOldReplays),
  unlessDamaged("every new entry is about what has changed", findUnexplained),
  unlessDamaged("one change makes one new entry at most", findFloods),
  unlessDamaged("what is newly learnt is among the newest entries", findBuried),
  unlessDamaged(
    "a session that ended before it was seen counts as announced before it began",
    findRedatedPast,
  ),
];

function findOtherMeanings({ after, history }: Moment): string[] {
  return after.entries.flatMap((entry) => {
    const known = history.entries.get(entry.key);
    if (known === undefined) return [];
    const isNotice = readKey(entry.key).notice !== null;
    const isSame =
      known.url === entry.url && (!isNotice || (known.title === entry.title && known.html === entry.html));
    return isSame
      ? []
      : [`${entry.key} was "${known.title}" (${known.url}), is "${entry.title}" (${entry.url})`];
  });
}

function findMovedDates({ after, history, world }: Moment): string[] {
  return after.entries.flatMap(({ key, publishedAt }) => {
    const known = history.entries.get(key);
    if (known === undefined)
      return publishedAt > after.now && world.damages === 0
        ? [`${key} is dated ${tellInstant(publishedAt)}`]
        : [];
    if (known.publishedAt === publishedAt) return [];
    return [`${key} was of ${tellInstant(known.publishedAt)}, is of ${tellInstant(publishedAt)}`];
  });
}

function findDoubles({ after: { entries, events } }: Moment): string[] {
  return [
    ...toRepeated(entries.map(({ key }) => key)),
    ...toRepeated(entries.map(({ publishedAt }) => String(publishedAt))).map((at) => {
      const sharing = entries.filter(({ publishedAt }) => String(publishedAt) === at);
      return `${tellInstant(Number(at))}: ${sharing.map(({ key }) => key).join(", ")}`;
    }),
    ...toRepeated(events.map(({ id }) => id)).map((id) => `UID of ${id}`),
  ];
}

function findFallen({ after, history }: Moment): string[] {
  return after.events.flatMap(({ id, sequence, lastModified }) => {
    const known = history.events.get(id);
    if (known === undefined) return [];
    return [
      ...(sequence < known.sequence ? [`SEQUENCE of ${id}: ${known.sequence}, then ${sequence}`] : []),
      ...(lastModified < known.lastModified
        ? [`LAST-MODIFIED of ${id}: ${tellInstant(known.lastModified)}, then ${tellInstant(lastModified)}`]
        : []),
    ];
  });
}

function findVanishedEvents({ after, history, world }: Moment): string[] {
  const present = new Set(after.events.map(({ id }) => id));
  const files = new Set(world.sessions.map(({ id }) => id));
  // What is in no file any more may have been in the row that was damaged.
  const isLost = (id: string) => world.damages > 0 && !files.has(id);
  return [...history.events.keys()].filter(
    (id) => !present.has(id) && !world.club.retired.includes(id) && !isLost(id),
  );
}

function findOtherStories({ after: { documents, entries, events } }: Moment): string[] {
  const story = (format: "rss" | "atom" | "json") =>
    documents[format].entries.map(({ key, url, html, publishedAt }) =>
      [key, url, html, publishedAt].join(" "),
    );
  const others = (["rss", "atom"] as const).filter(
    (format) => story(format).join("\n") !== story("json").join("\n"),
  );
  return [
    ...others.map((format) => `${format}: ${toKeys(documents[format].entries)}; json: ${toKeys(entries)}`),
    ...events.flatMap(({ id, startsAt, url, status }) => {
      const told = entries.find(({ key }) => key === `session/${id}`)?.session;
      if (told === undefined) return [`the calendar has ${id}, the feeds have not`];
      const isReplay = told.replay === undefined ? url.endsWith(`/sessions/${id}`) : url === told.replay;
      const isStatus = (status === "CANCELLED") === (told.status === "cancelled");
      return isReplay && isStatus && startsAt === Date.parse(told.start) ? [] : [`${id}: ${url} ${status}`];
    }),
  ];
}

function findFaultsOfDocuments({ after }: Moment): string[] {
  return FORMATS.flatMap((format) => after.documents[format].faults);
}

function findIdleChanges(moment: Moment): string[] {
  const { before, after, isDamage, world } = moment;
  // An entry whose row is lost may be dated anew.
  if (isDamage) return [];
  // A sequence that rose for what a dying refresh had published, and nobody read, is told later.
  const isUnread = (format: string) => format === "calendar" && world.offered.size > 0;
  return toRewritten(moment).filter(
    (format) => !isUnread(format) && before?.documents[format].readable === after.documents[format].readable,
  );
}

function findForeignTags({ after }: Moment): string[] {
  return FORMATS.filter(
    (format) => after.documents[format].representation.etag !== after.documents[format].hash,
  );
}

function findUndatedChanges(moment: Moment): string[] {
  const { before, after, isDamage } = moment;
  if (isDamage) return [];
  return toRewritten(moment).flatMap((format) => {
    const was = before?.documents[format].representation.lastModified ?? 0;
    const is = after.documents[format].representation.lastModified;
    // No date may lie in the future (RFC 9110 8.8.2.1), so while the clock is behind no later one can be told.
    return is > was || was >= after.now - 1_000
      ? []
      : [`${format}: ${tellInstant(was)}, then ${tellInstant(is)}`];
  });
}

function findVanishedEntries({ after, history, world }: Moment): string[] {
  const present = new Set(after.entries.map(({ key }) => key));
  const links = new Set(after.entries.map(({ session }) => session?.live?.slice(-11)));
  return [...history.entries.keys()].filter((key) => {
    const { kind, id } = readKey(key);
    // What turns out to be the stream of a session to come is its live link until that has ended, then a replay, and new.
    if (present.has(key) || present.has(`${key}/replay`)) return false;
    return kind === "session" ? !world.club.retired.includes(id) : !isTakenBack(world, id) && !links.has(id);
  });
}

/** A Short, where the club publishes none; named by a person alone, who names it no more. */
function isTakenBack(world: World, id: string): boolean {
  const video = world.accepted.get(id);
  return video === undefined || isPerhapsShort(world, video);
}

/** As the last accepted feed had it, or as a refresh that died may have taken it in. */
function isPerhapsShort({ offered }: World, { id, isShort }: ChannelVideo): boolean {
  return isShort || offered.get(id)?.isShort === true;
}

function findMissingSessions({ after, world }: Moment): string[] {
  const entries = new Set(after.entries.map(({ key }) => key));
  const events = new Set(after.events.map(({ id }) => id));
  return [...world.deployed].filter(
    (id) => !world.club.retired.includes(id) && !(entries.has(`session/${id}`) && events.has(id)),
  );
}

function findLostVideos({ after, world, history }: Moment): string[] {
  const present = new Set(after.entries.map(({ key }) => key));
  const links = new Set(after.entries.map(({ session }) => session?.live?.slice(-11)));
  return [...world.accepted.values()]
    .filter((video) => !isPerhapsShort(world, video))
    .map((video) => toOwn(world, video))
    .filter((video) => !isPending(world, video) && !isHeld(world, video, history))
    .map(({ id }) => id)
    .filter((id) => !present.has(`video/${id}`) && !present.has(`video/${id}/replay`) && !links.has(id));
}

/**
 * While a session is off its stream is held back, and what is no stream cannot always be told from one. What was an
 * entry before stays one.
 */
function isHeld(world: World, video: ChannelVideo, history: Moment["history"]): boolean {
  const session = findSessionOf(world, video);
  const wasEntry = history.entries.has(`video/${video.id}`);
  return session !== null && isOff(session.status) && !wasEntry;
}

/** With what the world knows of it, where the feed shows it as it was. */
function toOwn({ channel }: World, { id }: ChannelVideo): ChannelVideo {
  return channel.find((video) => video.id === id)!;
}

function findForeignReplays({ after, world }: Moment): string[] {
  return after.entries.flatMap(({ session }) => {
    const videoId = session?.replay?.slice(-11);
    const video = world.channel.find(({ id }) => id === videoId);
    if (session === undefined || video === undefined || isNamedBy(world, session.id, video.id)) return [];
    // Under its old id a session is the same one still.
    const isOwn = video.of === session.id || video.of?.startsWith(`${session.id}-new`);
    return isOwn ? [] : [`${session.id} has ${video.id}, which is of ${video.of}`];
  });
}

/** Whether a person says that a video is a session's replay. */
function isNamedBy({ sessions, deleted }: World, sessionId: string, videoId: string): boolean {
  const curated = [...sessions, ...deleted].find(({ id }) => id === sessionId)?.replay;
  return typeof curated === "object" && curated.videoId === videoId;
}

function findEarlyStreams({ after, world, history }: Moment): string[] {
  return after.entries.flatMap(({ key }) => {
    const { kind, id } = readKey(key);
    const video = kind === "video" ? world.channel.find((one) => one.id === id) : undefined;
    if (video === undefined || history.entries.has(key) || !isPending(world, video)) return [];
    const session = findSessionOf(world, video);
    // What is called otherwise cannot be told from any other video.
    const isTold = session !== null && !isSettled(session, id) && !video.title.startsWith("Something");
    return isTold ? [`${id} of ${session.id}, which ends ${tellInstant(session.endsAt)}`] : [];
  });
}

/** Whether a person says that a session has another replay, or none: then a video of its number is one like any other. */
function isSettled({ replay }: Session, videoId: string): boolean {
  return replay === "none" || (replay !== undefined && replay.videoId !== videoId);
}

function findOldReplays(moment: Moment): string[] {
  const { before, after } = moment;
  return after.entries.flatMap(({ key, publishedAt, session }) => {
    const was = before?.entries.find(({ session: known }) => known?.id === session?.id)?.session?.live;
    if (was === undefined || was !== session?.replay || key !== `video/${was.slice(-11)}`) return [];
    return publishedAt >= toEarliest(moment) ? [] : [`${key} is of ${tellInstant(publishedAt)}`];
  });
}

function findUnexplained(moment: Moment): string[] {
  const { before, changed, world } = moment;
  if (before === null) return [];
  return toNew(moment).flatMap(({ key, session }) => {
    const { kind, id } = readKey(key);
    const isOfSession = changed.sessions.has(kind === "session" ? id : (session?.id ?? ""));
    const hadSession = [...changed.sessions].some((one) =>
      world.channel.some((v) => v.id === id && v.of === one),
    );
    const isKnown = changed.videos.has(id) || world.offered.has(id);
    // What was published before its session starts counts as a stream, and is a replay once that has ended.
    const wasLive = before.entries.some((entry) => entry.session?.live?.endsWith(id));
    return isOfSession || hadSession || isKnown || wasLive ? [] : [key];
  });
}

function findFloods(moment: Moment): string[] {
  const { before, changed, world } = moment;
  if (before === null) return [];
  const created = toNew(moment);
  // A stream whose session is moved to the past is news of its own.
  const ended = [...changed.sessions].filter((id) =>
    world.channel.some((video) => video.of === id && video.isStream && changed.videos.has(video.id)),
  );
  // So is an early video of a session that is moved there.
  const turned = created.filter(({ key }) =>
    before.entries.some(({ session }) => session?.live?.endsWith(readKey(key).id) === true),
  );
  const reasons = new Set([...changed.sessions, ...changed.videos, ...world.offered.keys()]);
  const changes = reasons.size + Math.max(ended.length, turned.length);
  return created.length <= Math.max(1, changes) ? [] : [`${toKeys(created)} for ${changes} changes`];
}

function findBuried(moment: Moment): string[] {
  const { before, world } = moment;
  if (before === null) return [];
  // The first fill and an imported past keep their own dates.
  return toNew(moment)
    .filter(({ key }) => !world.offered.has(readKey(key).id) && !world.firstFill.has(readKey(key).id))
    .filter(({ session }) => !world.imported.has(session?.id ?? ""))
    .filter(({ publishedAt }) => publishedAt < toEarliest(moment))
    .map(({ key, publishedAt }) => `${key} is of ${tellInstant(publishedAt)}`);
}

function findRedatedPast(moment: Moment): string[] {
  return toNew(moment)
    .filter(({ key }) => key.startsWith("session/") && readKey(key).notice === null)
    .flatMap(({ key, publishedAt, session }) => {
      if (!moment.world.imported.has(session?.id ?? "")) return [];
      return publishedAt < Date.parse(session?.start ?? "")
        ? []
        : [`${key} is of ${tellInstant(publishedAt)}`];
    });
}

const toRepeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);
const toKeys = (entries: readonly { key: string }[]): string => entries.map(({ key }) => key).join(", ");
