/** Words after an hour that say which half of the day is meant: "3 Uhr nachmittags", "3 de la tarde", "7h du soir". */

/** How many hours later than written, and how long the words are. */
export interface DayPart {
  hours: 0 | 12;
  length: number;
}

const AFTERNOON =
  /^\s*(?:nachmittags|abends|de la (?:tarde|noche)|da (?:tarde|noite)|de l['’]après-midi|du soir|del pomeriggio|di sera|['’]s (?:middags|avonds)|in the (?:afternoon|evening))(?![\p{L}])/iu;
const MORNING =
  /^\s*(?:vormittags|morgens|früh|de la mañana|da manhã|du matin|del mattino|di mattina|['’]s (?:morgens|ochtends)|in the morning)(?![\p{L}])/iu;

/** The part of the day that a text begins with. */
export function takeDayPart(text: string): DayPart | null {
  const later = AFTERNOON.exec(text);
  if (later !== null) return { hours: 12, length: later[0].length };
  const same = MORNING.exec(text);
  return same === null ? null : { hours: 0, length: same[0].length };
}
