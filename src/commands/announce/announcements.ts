/** Pasted bytes to the sessions they announce. Pure: today and the club are given. */
import { fail, succeed, type Result } from "../../programme/result.ts";
import { findDrafts } from "./drafts/find-drafts.ts";
import type { PassedOver } from "./drafts/passed-over.ts";
import { findSent } from "./lines/mail.ts";
import { findDates } from "./when/dates.ts";
import { settleDate } from "./when/which-day.ts";
import { readInput, type InputFault } from "./lines/input.ts";
import { interpret, type Announced } from "./interpret.ts";
import { isCalledOff, toCalledOff } from "./drafts/called-off.ts";
import { toSubjectWords, toTitleKey, type Remark } from "./lines/line.ts";
import type { ClubContext } from "./reading.ts";

export interface Announcements {
  /** Each session once, by date. */
  sessions: Announced[];
  /** What is no announcement, or a copy of one; by line. */
  passedOver: PassedOver[];
  /** Lines meant as an announcement that cannot be read; by line. */
  refused: Remark[];
}

/** Read announcements; a fault says that the input as a whole is none. */
export async function readAnnouncements(
  bytes: Uint8Array,
  context: ClubContext,
): Promise<Result<Announcements, InputFault>> {
  const input = await readInput(bytes);
  if (!input.ok) return input;
  const { lines, subject } = input.value;
  const { drafts, passedOver, refused } = findDrafts(lines, subject);
  if (subject !== null && isCalledOff(toSubjectWords(subject.text)))
    refused.push({ line: subject.number, message: toCalledOff(`"${subject.text}"`) });
  if (drafts.length === 0 && refused.length === 0) {
    const message =
      'has no announcement, expected a line such as "📢 June 15 (Mon): TITLE", or lines "Title: …" and "Time: …"';
    return fail({ reason: "bad_input", line: lines[0]?.number ?? 1, message });
  }
  const sent = findSent(new TextDecoder().decode(bytes)).flatMap((words) => toDay(words, context));
  const announced = drafts.flatMap((draft) => interpret(draft, { ...context, sent }, refused) ?? []);
  const sessions = mergeCopies(announced, passedOver, refused);
  return succeed({
    sessions,
    passedOver: passedOver.toSorted((a, b) => a.line - b.line),
    refused: refused.toSorted((a, b) => a.line - b.line),
  });
}

/** The day on which a mail was sent. */
function toDay(words: string, context: ClubContext): string[] {
  return findDates(words, true)
    .map((mention) => settleDate(mention, context))
    .flatMap((settled) => (settled.ok ? [settled.value.date] : []));
}

/** A session as announced once; the key of its title is made only once, since each is compared with every other. */
interface Copy extends Announced {
  key: string;
}

/**
 * Copies to sessions: each once, the whole copy for the cut ones. By date, then as announced.
 *
 * @param passedOver takes the copies that were not taken
 * @param refused takes whole copies that contradict each other
 */
function mergeCopies(
  announced: readonly Announced[],
  passedOver: PassedOver[],
  refused: Remark[],
): Announced[] {
  const copies = announced
    .map((one) => ({ ...one, key: toTitleKey(one.title) }))
    .toSorted(
      (a, b) =>
        a.missing.length - b.missing.length ||
        b.abstract.length - a.abstract.length ||
        a.firstLine - b.firstLine,
    );
  const kept: Copy[] = [];
  for (const copy of copies) {
    const best = kept.find((other) => other.date === copy.date && isSameTitle(other, copy));
    if (best === undefined) kept.push(copy);
    else passOver(copy, best, passedOver, refused);
  }
  const inOrder = kept.toSorted((a, b) => a.firstLine - b.firstLine);
  refused.push(...findMoved(inOrder));
  return inOrder
    .map(({ key: _key, ...one }) => one)
    .toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date));
}

function passOver(copy: Copy, best: Copy, passedOver: PassedOver[], refused: Remark[]): void {
  const { firstLine: line, lastLine, missing, title } = copy;
  const differing = missing.length > 0 ? [] : findDifferences(best, copy);
  if (differing.length > 0) {
    const message = `differs from the announcement of the same session at line ${best.firstLine} in ${differing.join(", ")}, expected one of the two`;
    refused.push({ line, message });
    return;
  }
  const isCut = missing.length > 0 || copy.abstract.length < best.abstract.length;
  const reason = `is ${isCut ? "a cut copy" : "a copy"} of the announcement at line ${best.firstLine}`;
  passedOver.push({ line, lastLine, text: `"${title}"`, reason });
}

/** One title, whole or cut. */
function isSameTitle(a: Copy, b: Copy): boolean {
  const [short, long] = a.key.length < b.key.length ? [a, b] : [b, a];
  return short.key === long.key || (/(?:…|\.\.\.)$/.test(short.title) && long.key.startsWith(short.key));
}

function findDifferences(a: Announced, b: Announced): string[] {
  const fields = ["start", "duration", "number", "presenters", "papers", "join"] as const;
  return fields.filter((field) => {
    const [one, other] = [a[field], b[field]];
    return one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other);
  });
}

/** One title on two days: which one counts is for the host to say. */
function findMoved(copies: readonly Copy[]): Remark[] {
  return copies.flatMap((later) => {
    const earlier = copies.find((other) => isSameTitle(other, later)) ?? later;
    if (earlier === later) return [];
    const message = `the session announced at line ${earlier.firstLine} for ${earlier.date} is here on ${later.date}, expected the date that counts alone`;
    return [{ line: later.firstLine, message }];
  });
}
