/** What a line about the time says beside it, and is none of it: "(doors open at 12:45)", "instead of 1pm". */
import { takeOut } from "../lines/left-over.ts";

export interface SaidAside {
  /** The line with a sign where something was taken out. */
  text: string;
  /** What was taken out, as written. */
  asides: string[];
}

/** What happens around a session and is not its beginning. */
const BESIDE =
  /[([]\s*((?:(?:doors?|coffee|tea|lunch|pizza|food|snacks|refreshments?|drinks|reception|check-?in|arrivals?|networking|mingling|social|set-?up|einlass|accueil|café)(?![\p{L}]))[^()[\]]*)[)\]]/iu;
/** The time that does not count any more. */
const INSTEAD =
  /[([,;]?\s*((?:instead of|rather than|not|was:?|previously|originally|formerly|statt|au lieu de|en lugar de|em vez d[eoa])\s(?:(?:at|the|usual|um|à|a las)\s)*(?=\d)[^,;()[\]]*)[)\]]?/iu;

/** Take out what is said beside the time. */
export function takeAsides(text: string): SaidAside {
  const said: SaidAside = { text, asides: [] };
  for (const pattern of [BESIDE, INSTEAD]) {
    const found = pattern.exec(said.text);
    if (found?.[1] === undefined) continue;
    said.asides.push(found[1].trim());
    said.text = takeOut(said.text, { index: found.index, end: found.index + found[0].length });
  }
  return said;
}
