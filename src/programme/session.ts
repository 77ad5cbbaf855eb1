import type { Person } from "./club.ts";
import type { Instant } from "./instant.ts";
import { remember } from "./remember.ts";
import { findYouTubeId, type NamedVideo } from "./video-site.ts";

/** `postponed`: it will take place, at a time that may not be settled yet. */
export type SessionStatus = "scheduled" | "tentative" | "cancelled" | "postponed";

/** Whether a session of this status does not take place as announced. */
export function isOff(status: SessionStatus): boolean {
  return status === "cancelled" || status === "postponed";
}

/** Whether there is anything to cite: a talk that was given or will be, or a paper. */
export function isCitable({ status, papers }: Pick<Session, "status" | "papers">): boolean {
  return !isOff(status) || papers.length > 0;
}

/** What an address may name as a session id; the build is stricter about what a file may say. */
export const SESSION_ID = "[a-z0-9-]+";

/** Who presents; never the paper's author. RSS dc:creator, Atom author, JSON Feed authors, schema.org performer. */
export type Presenter = Person;

export interface Paper {
  title: string;
  /** "2605.22765" or "hep-th/9901001", without version. */
  arxiv?: string;
  /** Absolute http(s); filled in from `arxiv` at build when the file gives none. */
  url?: string;
}

/** A person's word about the replay: a video, or that the session was not recorded. */
export type CuratedReplay = NamedVideo | "none";

/** One of several talks in a session. Its presenters and papers are among the session's. */
export interface Talk {
  title: string;
  presenters: Presenter[];
  papers: Paper[];
  /** Also the session's `replay`, or among its `otherReplays`. */
  replay?: NamedVideo;
}

/** Further reading, or whatever else a club links to. */
export interface TitledLink {
  title: string;
  /** Absolute http(s). */
  url: string;
}

/** One meeting of the club (iCalendar VEVENT, schema.org Event), compiled from one file of `data/sessions`. */
export interface Session {
  /** Permanent: calendar UID, entry ids and page address come from it. */
  id: string;
  /** 21 for "S21". */
  number?: number;
  title: string;
  /** "YYYY-MM-DD" in `timeZone`. */
  date: string;
  /** IANA name. */
  timeZone: string;
  /** The time of day is to be announced: `startsAt` and `endsAt` are the midnights around `date` in `timeZone`. */
  isAllDay: boolean;
  startsAt: Instant;
  /** Always after `startsAt`; exclusive. */
  endsAt: Instant;
  status: SessionStatus;
  /** With those of its talks. */
  presenters: Presenter[];
  /** Who leads through the session. */
  chair?: Person[];
  /** With those of its talks. */
  papers: Paper[];
  /** In order, where there are several. */
  talks?: Talk[];
  /** Where to take part online, absolute http(s). */
  join?: string;
  /** Asked for at `join`, and shown only beside it. */
  passcode?: string;
  /** Where to watch it live, absolute https. */
  stream?: string;
  /** A room or an address, plain text. */
  location?: string;
  replay?: CuratedReplay;
  /** Named beside `replay`, in order; they have no entries of their own. */
  otherReplays?: NamedVideo[];
  /** Absolute http(s). */
  slides?: string;
  /** Absolute http(s). */
  code?: string;
  links?: TitledLink[];
  /** BCP 47, of title, abstract and what is spoken; the club's where absent. */
  inLanguage?: string;
  tags: string[];
  /** When the announcement was made public, if the file says so. */
  announcedAt?: Instant;
  abstract: {
    /** Safe HTML: made from Markdown, no raw HTML, only http(s) and mailto links. */
    html: string;
    /** Readable plain text; paragraphs are separated by an empty line. */
    text: string;
    /** As `html`, with formulas in MathML, which pages show and readers of feeds strip; absent where there are none. */
    page?: string;
  };
  /**
   * What the file has with formulas in LaTeX, as it stands there. Above they are readable text; fingerprints are of this, so
   * that another rendering of a formula is no change of a session.
   */
  written?: WrittenText;
}

/** Members of a session that have formulas. */
export interface WrittenText extends Partial<Pick<Session, "title" | "papers" | "talks">> {
  abstract?: Pick<Session["abstract"], "html" | "text">;
}

/** Where a person has said that the replay is, if not on YouTube. */
export function toReplayUrl({ replay }: Pick<Session, "replay">): string | undefined {
  return typeof replay === "object" ? replay.url : undefined;
}

type OthersNaming = Pick<Session, "replay" | "otherReplays" | "stream">;

/** The videos that sessions name and that are not their recordings: they belong to them, and to nothing else. */
export const toAllOtherVideoIds = remember(
  (sessions: readonly OthersNaming[]): ReadonlySet<string> => new Set(sessions.flatMap(toOtherVideoIds)),
);

function toOtherVideoIds({ replay, otherReplays = [], stream }: OthersNaming): string[] {
  const streamed = stream === undefined ? null : findYouTubeId(new URL(stream));
  const named = [...otherReplays.map(({ videoId }) => videoId), ...(streamed === null ? [] : [streamed])];
  return typeof replay === "object" ? named.filter((id) => id !== replay.videoId) : named;
}
