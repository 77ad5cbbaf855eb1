/**
 * Reads a file of series. A mistake names its place, the field, and what was expected.
 *
 * The shape: `[{ "series", "sessions": [{ "id", "title", "date", "presenters" }], "videos": [{ "id", "title",
 * "publishedAt", "description" }], "truth": { SESSION_ID: VIDEO_ID } }]`. `truth` may be absent; other fields
 * are ignored.
 */
import * as z from "zod";
import { fail, succeed, type Result } from "../../src/programme/result.ts";
import { toFieldName } from "../../src/build/mistake.ts";
import type { Series } from "./series.ts";

export interface SeriesFault {
  reason: "bad_series";
  /** "[0].sessions[2].date: expected …", one line each. */
  messages: string[];
}

const id = z.string("expected an id, a text").min(1, "expected an id, found an empty text");
const text = z.string("expected a text");
const date = text.refine(isDate, 'expected a date that exists, as "2026-06-15"');
const instant = text.refine(isInstant, 'expected an instant, as "2026-06-15T17:00:00Z"');
const session = z.object({ id, title: text, date, presenters: z.array(text, "expected a list of names") });
const video = z.object({ id, title: text, publishedAt: instant, description: text });
const series = z.object(
  {
    series: text,
    sessions: z.array(session, "expected a list of sessions").check(unique),
    videos: z.array(video, "expected a list of videos").check(unique),
    truth: z.record(z.string(), id, "expected an object, video ids by session id").nullish(),
  },
  "expected an object with series, sessions and videos",
);
const file = z.array(series, "expected a list of series");

export function parseSeries(json: string): Result<Series[], SeriesFault> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return fail({ reason: "bad_series", messages: [`file: is not JSON (${String(error)})`] });
  }
  const read = file.safeParse(value);
  if (read.success) return succeed(read.data.map((one) => ({ ...one, truth: one.truth ?? null })));
  const messages = read.error.issues.map(({ path, message }) => `${toFieldName(path)}: ${message}`);
  return fail({ reason: "bad_series", messages });
}

function isDate(value: string): boolean {
  const instantOfDate = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(instantOfDate) && new Date(instantOfDate).toISOString().startsWith(value);
}

function isInstant(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) && !Number.isNaN(Date.parse(value));
}

/** An id names one thing. */
function unique(payload: z.core.ParsePayload<{ id: string }[]>): void {
  const seen = new Map<string, number>();
  for (const [at, one] of payload.value.entries()) {
    const first = seen.get(one.id);
    if (first === undefined) seen.set(one.id, at);
    else {
      const message = `expected an id of its own, "${one.id}" is that of [${first}] too`;
      payload.issues.push({ code: "custom", message, path: [at, "id"], input: one.id });
    }
  }
}
