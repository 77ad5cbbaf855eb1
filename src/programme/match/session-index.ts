/**
 * The sessions of a programme, read and indexed once by the words of their titles and the names of their presenters.
 */
import type { MatchableSession } from "../match.ts";
import { toSessionProfile, type SessionProfile } from "./profile.ts";
import { createVocabulary, type Heading, type Vocabulary } from "./vocabulary.ts";

export interface ProfiledHeading extends Heading {
  profile: SessionProfile;
}

export interface SessionIndex {
  /** By session id. */
  headings: readonly ProfiledHeading[];
  vocabulary: Vocabulary;
  /**
   * Per word of a presenter's name, positions of headings; twice where the word is the whole name or a handle, so
   * that two make a presenter.
   */
  byName: ReadonlyMap<string, readonly number[]>;
}

/**
 * The index of the last sessions asked for. A programme is matched again for every new video while its sessions
 * stay the same values; indexing them is then most of the work. What is kept depends on nothing but them.
 */
let last:
  | { sessions: readonly MatchableSession[]; titles: readonly string[]; index: SessionIndex }
  | undefined;

export function indexSessions(sessions: readonly MatchableSession[]): SessionIndex {
  if (last !== undefined && isSame(last, sessions)) return last.index;
  const index = createIndex(sessions);
  last = { sessions: [...sessions], titles: sessions.map(({ title }) => title), index };
  return index;
}

function isSame(known: NonNullable<typeof last>, sessions: readonly MatchableSession[]): boolean {
  return (
    known.sessions.length === sessions.length &&
    sessions.every((session, at) => session === known.sessions[at] && session.title === known.titles[at])
  );
}

function createIndex(sessions: readonly MatchableSession[]): SessionIndex {
  const sorted = sessions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const headings = sorted.flatMap((session) => {
    const profile = toSessionProfile(session);
    return profile.titles.map((title) => ({ sessionId: session.id, profile, title }));
  });
  return { headings, vocabulary: createVocabulary(headings), byName: indexNames(headings) };
}

function indexNames(headings: readonly ProfiledHeading[]): ReadonlyMap<string, readonly number[]> {
  const byName = new Map<string, number[]>();
  const post = (key: string, ...positions: number[]) => {
    const posted = byName.get(key);
    if (posted === undefined) byName.set(key, positions);
    else posted.push(...positions);
  };
  for (const [at, { profile }] of headings.entries()) {
    for (const { words, handles } of profile.names) {
      for (const handle of handles) post(handle, at, at);
      if (words.length === 1) post(words[0] ?? "", at, at);
      else for (const word of words) post(word, at);
    }
  }
  return byName;
}
