/** Who reads the past in tests: a club that meets on Thursdays at two in Paris, on Wednesday 25 November 2026. */
import type { PastContext } from "../../../src/commands/import/past-session.ts";
import { readFile } from "../../../src/commands/import/read-file.ts";
import type { SheetWishes } from "../../../src/commands/import/sheet/sheet.ts";

export const A_THURSDAY_CLUB: PastContext = {
  timeZone: "Europe/Paris",
  usual: { start: "14:00", durationMinutes: 60 },
  today: "2026-11-25",
  uidDomain: "ppc.example",
  language: "en",
  names: ["Paris Probability Club", "PPC"],
};

/** The same as its `club.yaml`. */
export const A_CLUB_FILE = `name: Paris Probability Club
shortName: PPC
description: About probability.
siteUrl: https://ppc.example
uidDomain: ppc.example
firstYear: 2023
timeZone: Europe/Paris
usual: { weekday: Thursday, start: 14:00, duration: 60 }
`;

interface Read {
  unread?: string;
  videos?: unknown[];
  sessions?: Record<string, unknown>[];
  passedOver?: unknown[];
  notes?: string[];
}

/** Sessions of a file's text, each without what it does not say; the reasons for the rest. */
export async function readPast(text: string, wishes: Partial<SheetWishes> = {}): Promise<Read> {
  const read = await readFile(
    Buffer.from(text),
    { mapped: new Map(), order: null, ...wishes },
    A_THURSDAY_CLUB,
  );
  if (!read.ok) return { unread: read.error.message };
  if (read.value.kind === "videos") return { videos: read.value.videos, passedOver: read.value.passedOver };
  const { sessions, passedOver, notes } = read.value;
  return {
    sessions: sessions.map(({ clock: _clock, ownTitle: _own, ...session }) =>
      Object.fromEntries(
        Object.entries(session).filter(
          ([, value]) => value !== undefined && value !== null && value !== "" && !isEmpty(value),
        ),
      ),
    ),
    ...(passedOver.length > 0 && {
      passedOver: passedOver.map(({ place, reason }) => `${place}: ${reason}`),
    }),
    ...(notes.length > 0 && { notes }),
  };
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
