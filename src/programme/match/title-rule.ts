/** Rule 4: title, presenters and date together, one session to one video over the whole programme. */
import { DAY, type Instant } from "../instant.ts";
import type { Video } from "../video.ts";
import type { Candidate, CandidateFinder } from "./candidates.ts";
import type { Settled } from "./pairing.ts";
import { ACCEPTED_LOG_ODDS, MARGIN_LOG_ODDS, toLogOdds } from "./weights.ts";

/** The candidates of each side, by its id, the likeliest first. */
export interface Ranking {
  /** Also those whose videos were given away by another rule. */
  ofSession: (id: string) => readonly Candidate[];
  /** Of a video that no other rule gave away. */
  ofVideo: (id: string) => readonly Candidate[];
}

/** Sessions so near in time are published alike. */
const SEASON_DAYS = 90;
/** Added to every lag: between one day and two there is no difference that tells. */
const INDIFFERENT_DAYS = 3;

/**
 * @param finder of candidates with their log-odds while no lag is known
 * @param open the videos that no other rule has paired
 * @param settled the pairs that other rules have made
 * @param isAllowed whether a pair may still be made: both sides are open and nothing stronger speaks against it
 * @returns the pairs taken, and all candidates, allowed or not
 */
export function matchTitles(
  { videos, find }: CandidateFinder,
  open: ReadonlySet<Video>,
  settled: readonly Settled[],
  isAllowed: (candidate: Candidate) => boolean,
): { taken: Candidate[]; ranking: Ranking } {
  const found = [...open].flatMap(find);
  const known = toSeasons([...settled, ...takeClear(found.filter(isAllowed))]);
  const weigh = (one: Candidate): Candidate => ({
    ...one,
    logOdds: toLogOdds(one.findings, toLagDeviation(one, known)),
  });
  const weighed = found.map(weigh);
  const byVideo = Map.groupBy(weighed.toSorted(byLikelihood), ({ video }) => video.id);
  let bySession: Map<string, Candidate[]> | null = null;
  const rankAll = () => {
    const others = videos.filter((video) => !open.has(video)).flatMap(find);
    const all = [...weighed, ...others.map(weigh)];
    return Map.groupBy(all.toSorted(byLikelihood), ({ session }) => session.id);
  };
  return {
    taken: takeClear(weighed.filter(isAllowed)),
    ranking: {
      ofSession: (id) => (bySession ??= rankAll()).get(id) ?? [],
      ofVideo: (id) => byVideo.get(id) ?? [],
    },
  };
}

/**
 * Take the pairs that are likely, and better by a margin than every other pair that either side could still be in.
 * What is taken leaves the field, and the rest is looked at again, until nothing more is clear.
 */
function takeClear(pairs: readonly Candidate[]): Candidate[] {
  const ranked = pairs.toSorted(byLikelihood);
  const bySession = Map.groupBy(ranked, ({ session }) => session.id);
  const byVideo = Map.groupBy(ranked, ({ video }) => video.id);
  const clear = pairs.filter(
    (pair) =>
      pair.logOdds >= ACCEPTED_LOG_ODDS &&
      isFirst(pair, bySession.get(pair.session.id)) &&
      isFirst(pair, byVideo.get(pair.video.id)),
  );
  if (clear.length === 0) return [];
  const taken = new Set(clear.flatMap(({ session, video }) => [session, video]));
  const rest = pairs.filter(({ session, video }) => !taken.has(session) && !taken.has(video));
  return [...clear, ...takeClear(rest)];
}

function isFirst(pair: Candidate, [first, second]: readonly Candidate[] = []): boolean {
  return pair === first && (second === undefined || pair.logOdds - second.logOdds >= MARGIN_LOG_ODDS);
}

/**
 * How far a lag is from the nearest of the sessions around, as the natural logarithm of their ratio: 0 the same, 0.7
 * twice as long; undefined when none is known.
 *
 * A club publishes the sessions of one time in one go: what came out with the neighbours of a session is more likely
 * its recording than what came out years later.
 */
function toLagDeviation(pair: Settled, seasons: Seasons): number | undefined {
  const { id, startsAt } = pair.session;
  const [season, lag] = [toSeason(startsAt), toLogLag(pair)];
  const near = [season - 1, season, season + 1].flatMap((one) => seasons.get(one) ?? []);
  const around = near.filter(
    (other) => other.id !== id && Math.abs(other.startsAt - startsAt) <= SEASON_DAYS * DAY,
  );
  if (around.length === 0) return undefined;
  return Math.min(...around.map((other) => Math.abs(other.lag - lag)));
}

/** The lags that are known, by season: a lag is compared with those of three alone. */
type Seasons = ReadonlyMap<number, readonly { id: string; startsAt: Instant; lag: number }[]>;

function toSeasons(settled: readonly Settled[]): Seasons {
  const lags = settled.map((pair) => ({
    id: pair.session.id,
    startsAt: pair.session.startsAt,
    lag: toLogLag(pair),
  }));
  return Map.groupBy(lags, ({ startsAt }) => toSeason(startsAt));
}

function toSeason(startsAt: Instant): number {
  return Math.floor(startsAt / (SEASON_DAYS * DAY));
}

function toLogLag({ session, video }: Settled): number {
  return Math.log(Math.max(0, (video.publishedAt - session.startsAt) / DAY) + INDIFFERENT_DAYS);
}

function byLikelihood(a: Candidate, b: Candidate): number {
  if (a.logOdds !== b.logOdds) return b.logOdds - a.logOdds;
  return `${a.session.id} ${a.video.id}` < `${b.session.id} ${b.video.id}` ? -1 : 1;
}
