/**
 * The language that documents are written in: the club's. Its words are in `messages`, its dates and lists come from
 * `Intl`, which knows every language.
 */
import { MESSAGES } from "#messages";
import { messages as en, type Messages } from "./messages/en.ts";

export interface Language {
  /** BCP 47, as the club gives it. */
  tag: string;
  /** What `Intl` is asked for; null for English, which is written without. */
  locale: string | null;
  /** The same for what stands among the words: null where those are English. */
  wordsLocale: string | null;
  direction: Direction;
  /** English where there are no others. */
  words: Messages;
}

export type Direction = "ltr" | "rtl";

/** Of ISO 15924: Arabic, Hebrew, and those of languages that few clubs speak. */
const RIGHT_TO_LEFT = new Set("Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi".split(" "));

const known = new Map<string, Language>();

/** @param tag BCP 47 */
export function toLanguage(tag: string): Language {
  const language = known.get(tag) ?? createLanguage(tag);
  known.set(tag, language);
  return language;
}

/**
 * Which of the languages with words of their own somebody reads who reads this one: "de" for "de-CH", "zh-Hans" for "zh".
 * Null where there is none, as for "zh-TW", which is written in another script.
 *
 * @param names as those of the files of messages
 */
export function findMessagesName(tag: string, names: readonly string[]): string | null {
  const { language, script } = new Intl.Locale(tag).maximize();
  const isUsual = new Intl.Locale(language).maximize().script === script;
  const candidates = [`${language}-${script}`, ...(isUsual ? [language] : [])];
  return candidates.find((name) => names.includes(name)) ?? null;
}

function createLanguage(tag: string): Language {
  const { language, script = "" } = new Intl.Locale(tag).maximize();
  const name = findMessagesName(tag, Object.keys(MESSAGES)) ?? "en";
  return {
    tag,
    locale: language === "en" ? null : tag,
    wordsLocale: name === "en" ? null : tag,
    direction: RIGHT_TO_LEFT.has(script) ? "rtl" : "ltr",
    words: MESSAGES[name] ?? en,
  };
}
