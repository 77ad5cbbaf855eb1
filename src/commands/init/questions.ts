/** What a new club is asked, each answer checked as the club file is. Pure but for the asking. */
import type * as z from "zod";
import * as kind from "../../build/field-kinds.ts";
import { WEEKDAYS } from "../../wording/dates.ts";

export interface Question {
  /** The option that answers it in a script. */
  option: keyof Answers;
  words: string;
  /** What an empty answer means; null where there is no sensible one. May come from earlier answers. */
  preset: (given: Partial<Answers>, machine: Machine) => string | null;
  /** @returns what is wrong with an answer that is not empty, or null */
  findFault: (answer: string) => string | null;
}

/** Everything as it will stand in the file; `channel` may be empty. */
export interface Answers {
  name: string;
  site: string;
  domain: string;
  language: string;
  zone: string;
  weekday: string;
  start: string;
  duration: string;
  every: string;
  "first-year": string;
  channel: string;
}

/** What the machine knows. */
export interface Machine {
  timeZone: string;
  year: number;
}

const fits = (schema: z.ZodType) => (answer: string) =>
  schema.safeParse(answer).error?.issues[0]?.message ?? null;
const always = (preset: string) => () => preset;

export const QUESTIONS: readonly Question[] = [
  { option: "name", words: "Name of the club", preset: () => null, findFault: fits(kind.text(100, "")) },
  {
    option: "site",
    words: "Its web site, https://…",
    preset: () => null,
    findFault: fits(kind.webAddress("")),
  },
  {
    option: "domain",
    words: "Domain in all ids, yours for ever",
    preset: ({ site = "" }) => toDomain(site),
    findFault: (answer) =>
      toDomain(`https://${answer}`) === answer
        ? null
        : `"${answer}" is no domain name, expected one such as example.org`,
  },
  {
    option: "language",
    words: "Language of pages, feeds and calendar: en, de, fr, …",
    preset: always("en"),
    findFault: fits(kind.language("")),
  },
  {
    option: "zone",
    words: "Time zone",
    preset: (_given, { timeZone }) => timeZone,
    findFault: fits(kind.timeZone("")),
  },
  {
    option: "weekday",
    words: "Weekday",
    preset: always("Monday"),
    findFault: fits(kind.oneOf(WEEKDAYS, "")),
  },
  { option: "start", words: "Start, HH:MM", preset: always("18:00"), findFault: fits(kind.clockTime("")) },
  { option: "duration", words: "Minutes", preset: always("60"), findFault: fits(kind.minutes("")) },
  {
    option: "every",
    words: 'Every "week", "2 weeks", …',
    preset: always("week"),
    findFault: (answer) =>
      /^(?:week|[1-9]\d? weeks)$/.test(answer)
        ? null
        : `"${answer}" is no rhythm, expected "week" or "2 weeks"`,
  },
  {
    option: "first-year",
    words: "Year of its first session, for ever part of ids",
    preset: (_given, { year }) => String(year),
    findFault: fits(kind.wholeNumber(1970, 2199, "")),
  },
  {
    option: "channel",
    words: "YouTube channel: @handle or address (none: leave empty)",
    preset: always(""),
    findFault: () => null,
  },
];

/** "example.org" of "https://www.example.org/club"; null where the address has none. */
function toDomain(site: string): string | null {
  const host = URL.parse(site)?.hostname.replace(/^www\./, "") ?? "";
  return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+$/.test(host) ? host : null;
}

/**
 * Answers from options, and from presets where nobody is asked.
 *
 * @param ask asks a person, told what an empty answer means; null where nobody can be asked
 * @returns every answer, or a line for each option that is wrong or missing
 */
export async function collectAnswers(
  options: Partial<Answers>,
  machine: Machine,
  ask: ((question: Question, usual: string | null) => Promise<string>) | null,
): Promise<{ ok: true; answers: Answers } | { ok: false; faults: string[] }> {
  const faults: string[] = [];
  const given: Partial<Answers> = {};
  for (const question of QUESTIONS) {
    const { option, preset } = question;
    const usual = preset(given, machine);
    const answer = options[option] ?? (await ask?.(question, usual)) ?? "";
    const chosen = answer.trim() || usual;
    const fault = judge(question, chosen);
    if (fault !== null) faults.push(`--${option}: ${fault}`);
    given[option] = chosen ?? "";
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, answers: isWhole(given) };
}

function judge({ words, findFault }: Question, chosen: string | null): string | null {
  if (chosen === null) return `is missing, expected: ${words}`;
  return chosen === "" ? null : findFault(chosen);
}

/** Every question has been answered. */
function isWhole(given: Partial<Answers>): Answers {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- QUESTIONS has one for each
  return given as Answers;
}
