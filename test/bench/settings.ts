/** How large and how often: the whole, and a look (`--quick`). */
export interface Settings {
  /** Sessions of the programmes that are served and started. */
  sizes: readonly number[];
  /** Sessions of those of which many addresses are polled. */
  distinctSizes: readonly number[];
  /** Sessions of the programmes that are written and refreshed. */
  writtenSizes: readonly number[];
  rounds: number;
  /** Of each document; fewer where it is large. */
  requests: number;
  /** How often a cold start or call is repeated: each is a process of its own. */
  starts: number;
  /** Documents that are polled and written; null for each. */
  documents: readonly string[] | null;
  /** Of transcripts that are searched. */
  hours: number;
  subscribers: number;
}

export const WHOLE: Settings = {
  sizes: [15, 1_000, 5_000],
  distinctSizes: [15, 1_000, 5_000],
  writtenSizes: [15, 200, 1_000, 5_000],
  rounds: 5,
  requests: 400,
  starts: 3,
  documents: null,
  hours: 300,
  subscribers: 1_000,
};

export const QUICK: Settings = {
  sizes: [15, 1_000, 5_000],
  distinctSizes: [1_000, 5_000],
  writtenSizes: [15, 200, 1_000, 5_000],
  rounds: 7,
  requests: 500,
  starts: 3,
  documents: ["rss", "atom", "json", "calendar", "home"],
  hours: 30,
  subscribers: 100,
};
