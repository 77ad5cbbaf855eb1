/** The title of an event, a row or an item: its number and its state, where they stand before it in a plain form. */
import type { PastSession } from "./past-session.ts";

type ReadTitle = Pick<PastSession, "title" | "number" | "status">;

const STATES: readonly [NonNullable<PastSession["status"]>, RegExp][] = [
  ["cancelled", /^[[(]?(?:cancell?ed|abgesagt|annul[ée]e?|cancelad[oa])[\])]?\s*[:|–—-]?\s+(?=\S)/iu],
  [
    "postponed",
    /^[[(]?(?:postponed|verschoben|report[ée]e?|aplazad[oa]|adiad[oa])[\])]?\s*[:|–—-]?\s+(?=\S)/iu,
  ],
  ["tentative", /^[[(]?tentative[\])]?\s*[:|–—-]\s+(?=\S)/iu],
];
/** "S12 | …", "#12: …", "Session 12 – …". */
const NUMBERED = /^(?:S|#\s?|(?:session|meeting)\s#?)0*(\d{1,4})\s*(?:[|:]|\s[–—-](?=\s))\s*(?=\S)/iu;

/** @param names of the club, which may stand before the rest: "ERG #12: …" */
export function readTitle(text: string, names: readonly string[]): ReadTitle {
  const whole = text.replace(/\s+/g, " ").trim();
  const [status, pattern] = STATES.find(([, words]) => words.test(whole)) ?? [];
  const title = pattern === undefined ? whole : whole.replace(pattern, "");
  const { rest, isSeries } = splitSeries(title, names);
  for (const one of [rest, title]) {
    const [numbered = "", digits] = NUMBERED.exec(one) ?? [];
    if (digits !== undefined) return { title: one.slice(numbered.length), number: Number(digits), status };
  }
  return { title: isSeries ? rest : title, number: undefined, status };
}

/** A name before a separator is the series; a name alone, or one that goes on, is a title. */
function splitSeries(title: string, names: readonly string[]): { rest: string; isSeries: boolean } {
  const name = names.find((one) => title.toLowerCase().startsWith(one.toLowerCase())) ?? title;
  const [, sign = "", rest = ""] = /^\s*([|:–—-]?)\s*(.+)$/u.exec(title.slice(name.length)) ?? [];
  return { rest, isSeries: sign !== "" };
}

/** Words in place of a title: there was no session, or nobody knew yet. */
const NO_TITLE = /^(?:tb[acd]|to be (?:announced|decided|confirmed)|n\/?a|[-–—?.]+)$/iu;
const NO_SESSION =
  /^(?:no (?:meeting|session|talk|seminar|reading group|class)|holidays?|.*\bbreak|vacation|bank holiday|thanksgiving|(?:kein|pas de|sin) .{0,20}|feiertag|ferien|vacances|f[ée]ri[ée]|festivo|feriado|cancell?ed|postponed|abgesagt|annul[ée])[\s.!]*$/iu;

/** Why a title is none, or null. */
export function findNoTitle(title: string): string | null {
  if (title === "") return "has no title";
  if (NO_TITLE.test(title)) return `has no title yet ("${title}")`;
  return NO_SESSION.test(title) ? `"${title}": there was no session` : null;
}
