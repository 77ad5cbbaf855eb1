/** What the name of a person looks like. */
import { isOrganisation } from "./affiliation.ts";

const WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*|\\p{Lo}[\\p{L}\\p{M}・·]*";
const PARTICLE =
  "(?:von|van|der|den|de|del|della|di|da|dos|das|do|du|la|le|el|al|bin|ibn|ter|ten|zu|zur|y|e|af|av|ben|st\\.)";
const NAME = new RegExp(
  `^(?:${PARTICLE}\\s+)*(?:${WORD})(?:\\s+(?:${WORD}|${PARTICLE}|d['’]\\p{Lu}[\\p{L}]+))*$`,
  "u",
);
const NO_NAME =
  /^(?:the|this|these|we|our|i|authors?|everyone|all|they|join|zoom|abstract|paper|read|new|tba|tbd|various|several|multiple|who|see|on|next|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![\p{L}])/iu;

/** "Hon. Ada Example": a title that is not known here. */
const ABBREVIATION = /^\p{Lu}\p{Ll}{2,}\.\s/u;

/** Whether words have the form of a name, of one word or several. */
export function isName(text: string): boolean {
  return NAME.test(text) && !NO_NAME.test(text) && !ABBREVIATION.test(text) && !isOrganisation(text);
}

/** Whether a text is a person's whole name. */
export function isFullName(text: string): boolean {
  return /\s|^\p{Lo}{2,4}$/u.test(text) && isName(text);
}
