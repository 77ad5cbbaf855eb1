import { expect, test } from "vitest";
import { EMPTY_LEDGER } from "../../src/programme/ledger.ts";
import { createProgramme } from "../../src/programme/programme.ts";
import { revise } from "../../src/programme/revise.ts";
import { findTroubles } from "../../src/publisher/health.ts";
import { UNTRIED } from "../../src/publisher/source-health.ts";
import { toStatus, type SourceStatus, type Status } from "../../src/publisher/status.ts";
import { aClub, aSession } from "../support/builders.ts";

const NOW = Date.UTC(2026, 5, 20, 12);
const club = aClub();
const programme = createProgramme(
  { club, sessions: [aSession()], archive: [], previous: [], publicUrl: "https://feeds.example.org" },
  NOW,
);
const fine = toStatus(
  {
    club: club.name,
    kind: "youtube",
    sources: [
      {
        identity: "channel:UCexampleexampleexampleA",
        health: { ...UNTRIED, lastAttemptAt: NOW, lastSuccessAt: NOW },
      },
      { identity: "playlist:PLexample", health: { ...UNTRIED, lastAttemptAt: NOW, lastSuccessAt: NOW } },
    ],
    programme,
    videos: 0,
    changedAt: revise(programme, club, EMPTY_LEDGER, NOW).published.changedAt,
    vanished: [],
    push: {
      channels: [],
      hub: { urls: [], subscriptions: 0, pending: 0, failing: 0, lastDeliveryAt: null, lastError: null },
      hooks: [],
    },
    calendar: { leftOut: 0, addresses: [] },
    search: {
      sessions: { indexed: 1, wanted: 1 },
      transcripts: { indexed: 0, wanted: 0 },
      isComplete: true,
      missing: [],
    },
    unwritten: [],
    dataApi: null,
    build: "b1",
    store: { version: 2, setAside: { count: 0, lastAt: null, latest: [] } },
  },
  NOW,
);
const [first, second] = [fine.sources[0]!, fine.sources[1]!];
const source = (fields: Partial<SourceStatus>) => ({ ...fine, sources: [first, { ...second, ...fields }] });
const setAside = (lastAt: string) => ({
  ...fine,
  store: { version: 2, setAside: { count: 2, lastAt, latest: [] } },
});
const dataApi: Status["dataApi"] = {
  state: "ok",
  lastSuccessAt: "2026-06-20T11:00:00Z",
  failingSince: null,
  lastError: null,
  waitsUntil: null,
  unitsToday: 2,
  unitsADay: 2_000,
  sources: [{ identity: "playlist:PLexample", wholeAt: "2026-06-20T11:00:00Z", lastError: null }],
};
const failing = {
  state: "failing" as const,
  failingSince: "2026-06-19T11:59:59Z",
  lastError: "status 404, expected 200",
};

test.each<[string, Status, string[]]>([
  ["a service that runs", fine, []],
  ["one that never asked yet", source({ state: "never", lastAttemptAt: null, lastSuccessAt: null }), []],
  ["a source that fails for a day", source({ ...failing, failingSince: "2026-06-19T12:00:00Z" }), []],
  [
    "one that fails for longer",
    source(failing),
    [
      "source: no fetch of the feed of playlist:PLexample was accepted since 2026-06-19T11:59:59Z; the last error: status 404, expected 200",
    ],
  ],
  ["one that fails for longer while the Data API shows the same", { ...source(failing), dataApi }, []],
  [
    "a Data API that fails for longer",
    { ...fine, dataApi: { ...dataApi, failingSince: failing.failingSince, lastError: "status 500" } },
    [`api: the YouTube Data API fails since ${failing.failingSince}; the last error: status 500`],
  ],
  ["a club without a channel", { ...fine, sources: [] }, []],
  [
    "a cron that does not run",
    source({ lastAttemptAt: "2026-06-19T11:59:59Z" }),
    [
      "cron: the feed of playlist:PLexample was last asked for at 2026-06-19T11:59:59Z; it should be every hour",
    ],
  ],
  [
    "a replay that cannot be told from another",
    { ...fine, counts: { ...fine.counts, ambiguous: 1 } },
    ["matches: 1 videos could be of several sessions; name the right one with `replay` in its file"],
  ],
  [
    "rows set aside this week",
    setAside("2026-06-13T12:00:00Z"),
    ["store: 2 rows could not be read, the last at 2026-06-13T12:00:00Z"],
  ],
  ["rows set aside before", setAside("2026-06-13T11:59:59Z"), []],
  [
    "documents that cannot be written",
    { ...fine, unwritten: ["atom", "rss"] },
    ["documents: atom, rss cannot be written"],
  ],
])("the troubles of %s", (_name, status, troubles) => {
  expect(findTroubles(status, NOW)).toEqual(troubles);
});
