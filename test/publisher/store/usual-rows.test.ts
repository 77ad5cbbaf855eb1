import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { VIDEO } from "../../../src/publisher/store/archive-rows.ts";
import { ENTRY, MATCH, RECORD, type RowKind } from "../../../src/publisher/store/rows.ts";

type Row = Record<string, unknown>;

const RECORD_VALUE = {
  revision: { firstSeenAt: 1_000, lastChangedAt: 2_000, sequence: 1 },
  standing: {
    startsAt: 1_000,
    endsAt: 2_000,
    timeZone: "Europe/Paris",
    isAllDay: false,
    status: "scheduled",
    place: "[null,null]",
    recording: "videoAAAAA0:replay",
  },
  shown: "2:abc",
};
const MATCH_VALUE = { sessionId: "s1", videoId: "videoAAAAA0", rule: "number", evidence: "S1" };
/** As this code writes them. */
const USUAL: [RowKind<unknown>, Row][] = [
  [ENTRY, { key: "session/s1", published_at: 1_000, updated_at: 2_000, shown: "2:abc" }],
  [RECORD, { id: "s1", record: JSON.stringify(RECORD_VALUE) }],
  [MATCH, { session_id: "s1", match: JSON.stringify(MATCH_VALUE) }],
  [
    VIDEO,
    {
      id: "videoAAAAA0",
      identity: "channel:UCa",
      title: "A",
      description: "",
      published_at: 1,
      is_short: 1,
      first_seen_at: 2,
    },
  ],
];

/** What may stand in the place of anything once a row is damaged. */
const ODD: unknown[] = [
  undefined,
  null,
  "",
  "s1",
  "S 1",
  "a\0b",
  0,
  -1,
  1.5,
  999,
  9_000,
  2 ** 53,
  253_402_300_800_000,
  true,
  [],
  {},
  "UTC",
  "Europe/Nowhere",
  "EST",
  "cancelled",
  "unheard",
  "{",
  "null",
  "[]",
  '{"revision":{}}',
];

/** A value with one member, at any depth, replaced or gone; members that are JSON are gone into. */
function* damage(value: unknown, odd: unknown): Generator {
  yield odd;
  const inner = typeof value === "string" && /^[{[]/.test(value) ? JSON.parse(value) : value;
  if (typeof inner !== "object" || inner === null) return;
  for (const name of Object.keys(inner))
    for (const other of damage(inner[name], odd)) {
      const damaged = Object.assign(Array.isArray(inner) ? [...inner] : { ...inner }, { [name]: other });
      yield typeof value === "string" ? JSON.stringify(damaged) : damaged;
    }
}

describe.each(USUAL)("a row at a glance", ({ table, schema, readUsual }, row) => {
  test(`of ${table} is what its schema reads`, () => {
    expect(readUsual?.(row)).toEqual(v.parse(schema, row));
    expect(readUsual?.(row)).not.toBeNull();
  });

  test(`of ${table} that is damaged is left to its schema, or the same`, () => {
    for (const damaged of ODD.flatMap((odd) => [...damage(row, odd)])) {
      if (typeof damaged !== "object" || damaged === null) continue;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of a row
      const read = readUsual?.(damaged as Row) ?? null;
      if (read !== null) expect(v.parse(schema, damaged)).toEqual(read);
    }
  });
});
