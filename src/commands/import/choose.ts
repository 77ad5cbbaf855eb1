/** Which of a file's sessions are wanted, and which of them a session file can say. */
import { readSessionFile } from "../../build/session-file.ts";
import type { Club } from "../../programme/club.ts";
import type { PassedOver, PastSession } from "./past-session.ts";
import type { PlannedPast } from "./plan-past.ts";

/** Those whose title, as the file has it, holds the words. */
export function chooseByTitle(
  sessions: readonly PastSession[],
  words: string | undefined,
): { wanted: PastSession[]; others: PassedOver[] } {
  const isChosen = ({ title, ownTitle = title }: PastSession): boolean =>
    words === undefined || ownTitle.toLowerCase().includes(words.toLowerCase());
  const reason = `has not "${words}" in its title`;
  return {
    wanted: sessions.filter(isChosen),
    others: sessions.filter((one) => !isChosen(one)).map(({ place }) => ({ place, reason })),
  };
}

/** A session that its file could not say is passed over; the others are written. */
export function withoutMistakes(
  planned: readonly PlannedPast[],
  club: Club,
): { good: PlannedPast[]; bad: PassedOver[] } {
  const good: PlannedPast[] = [];
  const bad: PassedOver[] = [];
  const { timeZone, usual, retired } = club;
  const defaults = {
    ...club,
    timeZone,
    usual: { start: usual.start, duration: usual.durationMinutes },
    retired,
  };
  for (const one of planned) {
    const [mistake] = readSessionFile(one.text, defaults).mistakes;
    if (mistake === undefined) good.push(one);
    else
      bad.push({
        place: one.past.place,
        reason: `"${one.past.title}": ${mistake.field}: ${mistake.message}`,
      });
  }
  return { good, bad };
}
