/**
 * Every language that the service has words in, by the name of its file: the language, with the script where it is written
 * in several. Another one is a file and its line here.
 *
 * The Worker has another table under `#messages`, of its club's language and English, which the build makes.
 */
import { messages as ar } from "./ar.ts";
import { messages as de } from "./de.ts";
import { messages as en, type Messages } from "./en.ts";
import { messages as es } from "./es.ts";
import { messages as fr } from "./fr.ts";
import { messages as he } from "./he.ts";
import { messages as ja } from "./ja.ts";
import { messages as ko } from "./ko.ts";
import { messages as pt } from "./pt.ts";
import { messages as zhHans } from "./zh-Hans.ts";

export const MESSAGES: Readonly<Record<string, Messages>> = {
  ar,
  de,
  en,
  es,
  fr,
  he,
  ja,
  ko,
  pt,
  "zh-Hans": zhHans,
};
