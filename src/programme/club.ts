/** The club, as `data/club.yaml` states it, validated at build. */
export interface Club {
  name: string;
  shortName: string;
  /** Plain text. */
  description: string;
  /** The club's own site, absolute http(s). */
  siteUrl: string;
  /** Right-hand side of calendar UIDs and of `tag:` URIs (RFC 4151); never changes once published. */
  uidDomain: string;
  /** The YEAR of every `tag:` URI: the club's first year, never computed. */
  firstYear: number;
  /** BCP 47, for example "en". */
  language: string;
  /** IANA name; a session without its own zone takes it. */
  timeZone: string;
  usual: {
    /** 1 is Monday, 7 is Sunday (ISO 8601). */
    weekday: number;
    /** "HH:MM" in `timeZone`. */
    start: string;
    durationMinutes: number;
  };
  /** Weeks from one session to the next: 1 where the club meets weekly; absent where it does not say. */
  everyWeeks?: number;
  hosts: Person[];
  youtube: {
    /** "UC…": the club's own channels. None, and no playlist, while they are not known. */
    channels: string[];
    /** "PL…": whoever's the videos in them are. */
    playlists: string[];
    /** Whether Shorts are published like other videos. */
    shorts: boolean;
    /** Whether videos that match no session become entries of their own; those of other channels in a playlist never do. */
    standAlone: boolean;
  };
  /** How many entries a feed has without `limit`. */
  feedLength: number;
  /** Ids of sessions once published and taken back on purpose: never to be used again. */
  retired: string[];
}

export interface Person {
  name: string;
  affiliation?: string;
  /** X (Twitter) handle without "@". */
  x?: string;
  /** Absolute http(s). */
  url?: string;
}

/** The page of a person on X. */
export function toXUrl(handle: string): string {
  return `https://x.com/${handle}`;
}
