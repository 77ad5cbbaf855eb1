/** The title of an event, a row or an item: its number and its state, where they stand before it in a plain form. */
import type { PastSession } from "./past-session.ts";

type ReadTitle = Pick<PastSession, "title" | "number" | "status">;

const CANCELLED =
  "cancell?ed(?: event)?|abgesagt|entf[äa]llt|annul[ée]e?|cancelad[oa]|annullat[oa]|geannuleerd|中止|キャンセル済み|已取消";
const POSTPONED =
  "postponed|rescheduled(?: to [^:]{3,20}(?=:))?|verschoben|vertagt|report[ée]e?|aplazad[oa]|adiad[oa]|rinviat[oa]|uitgesteld|延期";
const STATES: readonly [NonNullable<PastSession["status"]>, RegExp][] = [
  ["cancelled", toState(CANCELLED, "?")],
  ["postponed", toState(POSTPONED, "?")],
  ["tentative", toState("tentative|provisional|vorl[äa]ufig|provisoire", "")],
];
/** "S12 | …", "#12: …", "Session 12 – …". */
const NUMBERED = /^(?:S|#\s?|(?:session|meeting)\s#?)0*(\d{1,4})\s*(?:[|:]|\s[–—-](?=\s))\s*(?=\S)/iu;
/** Behind the name of a series a number needs no sign: "Lesekreis 7: …". */
const IN_SERIES = /^(?:#|no\.?|nr\.?|n[°º])?\s?0*(\d{1,4})\s*(?:[|:]|\s[–—-](?=\s))\s*(?=\S)/iu;

/** What is left of links that a copy has lost: "Knots [slides] [video]". */
const LINK_WORDS =
  /(?:\s*[[(](?:slides|videos?|recording|pdf|paper|code|abstract|link|notes|arxiv|youtube|folien|aufzeichnung|vidéo|diapositives)[\])])+\s*$/iu;

/** A state before a title, or in brackets behind it. */
function toState(words: string, optional: "?" | ""): RegExp {
  return new RegExp(
    `^[[(]?(?:${words})[\\])]?\\s*[:|–—-]${optional}\\s+(?=\\S)|(?<=\\S)(?:\\s*[[(](?:${words})[\\])]|\\s+[–—-]+\\s*(?:${words}))[.!]*$`,
    "iu",
  );
}

/** @param names of the club, which may stand before the rest: "ERG #12: …" */
export function readTitle(text: string, names: readonly string[]): ReadTitle {
  const whole = text.replace(/\s+/g, " ").replace(LINK_WORDS, "").trim();
  const [status, pattern] = STATES.find(([, words]) => words.test(whole)) ?? [];
  const title = pattern === undefined ? whole : whole.replace(pattern, "");
  const { rest, isNamed, isSeries } = splitSeries(title, names);
  const forms = [
    [rest, isNamed ? IN_SERIES : NUMBERED],
    [rest, NUMBERED],
    [title, NUMBERED],
  ] as const;
  for (const [one, form] of forms) {
    const [numbered = "", digits] = form.exec(one) ?? [];
    if (digits !== undefined) return { title: one.slice(numbered.length), number: Number(digits), status };
  }
  return { title: isSeries ? rest : title, number: undefined, status };
}

/** A name before a separator is the series; a name alone, or one that goes on, is a title. */
function splitSeries(
  title: string,
  names: readonly string[],
): { rest: string; isNamed: boolean; isSeries: boolean } {
  const longest = names.toSorted((a, b) => b.length - a.length);
  const name = longest.find((one) => title.toLowerCase().startsWith(one.toLowerCase()));
  const [, sign = "", rest = ""] = /^\s*([|:–—-]?)\s*(.+)$/u.exec(title.slice((name ?? title).length)) ?? [];
  return { rest, isNamed: name !== undefined, isSeries: sign !== "" };
}

/** What stands before a number: "Lesekreis 7: …", "Papers We Love #98 – …". */
const BEFORE_NUMBER =
  /^(\p{L}[^\d#|:]{2,40}?)[\s,]*(?:#|no\.?|nr\.?|n[°º])?\s?(\d{1,4})\s*(?:[|:]|\s[–—-]\s)/iu;
const MIN_IN_SERIES = 3;

/** The names of series in titles: the same words before so many different numbers. */
export function findSeries(titles: readonly string[]): string[] {
  const numbers = new Map<string, Set<string>>();
  for (const title of titles) {
    const [, name, number = ""] = BEFORE_NUMBER.exec(title.replace(/\s+/g, " ").trim()) ?? [];
    if (name !== undefined) numbers.set(name, (numbers.get(name) ?? new Set()).add(number));
  }
  return [...numbers].flatMap(([name, all]) => (all.size >= MIN_IN_SERIES ? [name] : []));
}

/** Words in place of a title: there was no session, or nobody knew yet. */
const NO_TITLE =
  /^(?:(?:.{0,60}[:|–—-]\s*)?(?:tb[acd]|to be (?:announced|decided|confirmed|determined))|n\/?a|n\.\s?n\.|busy|[-–—?.]+)$/iu;
const NO_SESSION =
  /^(?:(?:.{0,40}(?:[,:–—-]\s*|\())?no (?:meeting|session|talk|seminar|reading group|class)(?:\s*[(:,–—-].{0,40})?|(?:(?:bank|public|federal) )?holidays?|.*\bbreak|vacation|thanksgiving|(?:kein|pas de|sin|nessun|geen) .{0,20}|entf[äa]llt|f[äa]llt aus|feiertag|ferien|vacances|f[ée]ri[ée]|festivo|feriado|cancell?ed|postponed|abgesagt|annul[ée])[\s.!]*$/iu;

/** Why a title is none, or null. */
export function findNoTitle(title: string): string | null {
  if (title === "") return "has no title";
  if (NO_TITLE.test(title)) return `has no title yet ("${title}")`;
  return NO_SESSION.test(title) ? `"${title}": there was no session` : null;
}
