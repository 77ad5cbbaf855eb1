/**
 * The language that documents are written in: the club's. Its words are in `messages`, its dates and lists come from
 * `Intl`, which knows every language.
 */
import { en, type Messages } from "./messages/en.ts";

export interface Language {
  /** BCP 47, as the club gives it. */
  tag: string;
  /** What `Intl` is asked for; null for English, which is written without. */
  locale: string | null;
  direction: Direction;
  /** English where there are no others. */
  words: Messages;
}

export type Direction = "ltr" | "rtl";

/** By language, with the script where it is not the only one. Another language is a file and its line here. */
const MESSAGES: Record<string, Messages> = { en };

const known = new Map<string, Language>();

/** @param tag BCP 47 */
export function toLanguage(tag: string): Language {
  const language = known.get(tag) ?? createLanguage(tag);
  known.set(tag, language);
  return language;
}

function createLanguage(tag: string): Language {
  const { language } = new Intl.Locale(tag);
  return {
    tag,
    locale: language === "en" ? null : tag,
    direction: "ltr",
    words: MESSAGES[language] ?? en,
  };
}
