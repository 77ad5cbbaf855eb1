/** The compiled data of the Worker's tests: what `data/` would give for a small invented club. */
import type { CompiledData } from "../../src/programme/compiled-data.ts";
import { aClub, aSession } from "../support/builders.ts";

/** Announced a while ago, so that no date depends on when the tests run. */
const announcedAt = Date.UTC(2026, 0, 1, 12);

export const compiled: CompiledData = {
  club: aClub(),
  sessions: [
    aSession({
      id: "s20",
      number: 20,
      title: "Entropy of Examples",
      date: "2026-06-08",
      startsAt: Date.UTC(2026, 5, 8, 17),
      endsAt: Date.UTC(2026, 5, 8, 18, 30),
      tags: ["entropy"],
      announcedAt,
    }),
    aSession({ announcedAt: announcedAt + 60_000, tags: ["uniform"] }),
  ],
  videos: [],
  push: { hooks: [], hubs: [] },
  transcripts: { s20: "a-mark" },
  fingerprint: "data-of-the-worker-tests",
  build: "0.0.0+test",
};
