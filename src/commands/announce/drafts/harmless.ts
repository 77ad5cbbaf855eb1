/** Words beside an announcement that change nothing of it: greetings, headings, invitations. Of any others nobody knows. */
import { OF_READERS } from "./called-off.ts";
import { parseLabel } from "./labels.ts";
import { isOrganisation } from "../who/affiliation.ts";
import { isFullName } from "../who/name.ts";

const GREETING =
  /^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings|happy|all|everyone|folks|friends|colleagues|hallo|liebe[rs]?|guten|moin|bonjour|salut|chers?|hola|estimad[oa]s?|buen[oa]s|olá|caro|prezad[oa]s|ciao|buongiorno)(?![\p{L}])[^.]{0,60}$|^(?:皆さん|皆様|各位|大家好|안녕)/iu;
/** What a host says who invites. */
const INVITING =
  /(?<![\p{L}])(?:join|invit(?:e|es|ed|ing|ation)|welcome|excited|thrilled|happy|glad|pleased|delighted|honou?red|proud|announc(?:e|es|ing|ement)|present(?:s|ing|ed)?|host(?:s|ing)?|featur(?:e|es|ing)|next|upcoming|coming up|remind(?:er|ing)?|hope|look(?:ing)? forward|see you|details|information|info|below|attached|following|fyi|forward(?:ed|ing)?|please|save the date|don['’]t (?:miss|forget)|everyone|interest(?:ed|ing)?|speak(?:er|s|ing)?|we have|enjoy|thanks|thank you|einladen|einladung|herzlich|freuen|nächste[rns]?|findet|erinnerung|invitons|invitation|plaisir|prochaine?|rappel|invitamos|próxim[oa]|recordatorio|convidamos|lembrete|prossim[oa]|invitiamo|promemoria)(?![\p{L}])|お知らせ|ご案内|次回|通知|预告|预報|讲座|报告会|邀请|敬请|안내|초대/iu;
/** A heading: few words and no sentence. */
const HEADING =
  /(?<![\p{L}])(?:\p{L}*seminars?|séminaire|seminario|seminário|reading|club|talks?|sessions?|meetings?|colloquium|kolloquium|lectures?|series|group|workshop|lab|week|event|lunch|forum|update|newsletter|vortrag|treffen|conférence|charla|palestra|tag|#\d+)(?![\p{L}])|研究会|読書会|勉強会|セミナー|讲座|报告|세미나/iu;
const MAX_HEADING_WORDS = 10;

/** "+13017158592,,999888# US", "Going? Yes - Maybe - No". */
const OF_CALENDARS = /^[+\d(][\d\s,#*+()-]{6,}|^going\?/i;

/** "Nice!", above what it answers. */
const PRAISE =
  /^(?:nice|great|cool|awesome|wonderful|lovely|excellent|perfect|super|wow|yay|ok(?:ay)?)[\s!.]*$/i;
const KNOWN = [OF_CALENDARS, OF_READERS, GREETING, INVITING, PRAISE];

/** Whether a line beside an announcement is known to change nothing of it. */
export function isHarmless(text: string): boolean {
  const words = text.replace(/^[^\p{L}\p{N}+(]+/u, "").trim();
  if (!/\p{L}/u.test(words) || isFullName(words) || isOrganisation(words)) return true;
  return parseLabel(text)?.name === "other" || KNOWN.some((form) => form.test(words)) || isHeading(words);
}

function isHeading(words: string): boolean {
  if (words.endsWith(":")) return true;
  return words.split(/\s+/).length <= MAX_HEADING_WORDS && !words.endsWith(".") && HEADING.test(words);
}
