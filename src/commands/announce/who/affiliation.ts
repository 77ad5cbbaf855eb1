/** What stands after or beside a name: an affiliation, a role at one, a place, or nothing that matters here. */
import { isToBeAnnounced } from "../lines/line.ts";
import { toZones } from "../when/zones.ts";

const ORGANISATION =
  /(?<![\p{L}])(?:uni(?![\p{L}])|universi|universit|institut|college|school|lab(?:s|oratory|oratoire|oratorio)?(?![\p{L}])|research|google|deepmind|meta(?![\p{L}])|microsoft|apple(?![\p{L}])|nvidia|openai|anthropic|amazon|ibm(?![\p{L}])|academy|akademie|académie|polytechni|politécnica|politecnico|hochschule|école|escuela|escola|facult|fakultät|department|departamento|cent(?:er|re|ro)(?![\p{L}])|zentrum|inc(?![\p{L}])|ltd(?![\p{L}])|corp(?![\p{L}])|gmbh|inria|cnrs|consiglio|conselho|hospital|foundation|stiftung|society|group(?![\p{L}])|max planck|carnegie mellon|johns hopkins|jane street|hugging face|technion|caltech)|(?<=\s)(?:tech|ai|technologies|systems)$|大学|大學|学院|學院|研究所|研究院|研究室|实验室|機構|公司/iu;
const ROLE =
  /^(?:an?\s+|the\s+)?(?:(?:assistant|associate|full|adjunct|visiting|emeritus|research|senior|junior|staff|principal|lead|post-?doctoral|doctoral|graduate|undergraduate|(?:first|second|third|fourth|final|\d(?:st|nd|rd|th))[ -]year|ph\.?\s?d\.?|master['’]?s?|msc|applied|machine learning|ml|ai|software|chief)\s+)*(?:professor|professorin|profesora?|prof\.|lecturer|reader|researcher|scientist|engineer|student|candidate|fellow|post-?doc(?:toral)?|intern|scholar|director|doktorand(?:in)?|doctorante?|doutorand[oa]|estudante|étudiante?|chercheu(?:r|se)|maître de conférences|maîtresse de conférences)(?![\p{L}])(?:\s+(?:of|in|for|für|en|de)\s+(?:(?!\s(?:at|@|from)\s)[^@])*?)?(?:\s*(?:(?<![\p{L}])(?:at|from|with|of|an der|am|bei|à l['’]|à|na|no|da|do|en la)(?![\p{L}])|@)\s*(?:the\s+)?(.+))?$/iu;
const DEGREE = /^(?:ph\.?\s?d\.?|m\.?d\.?|m\.?\s?sc\.?|b\.?\s?sc\.?|jr\.?|sr\.?|esq\.?|dr\.?)$/i;
/** Beside a name, and no affiliation. */
const ASIDE =
  /^(?:in[ -]person|remote(?:ly)?|online|virtual(?:ly)?|via zoom|zoom|hybrid|onsite|(?:invited |guest |keynote )?speaker|presenter|presenting|invited|guest|first author|lead author|joining (?:remotely|online|virtually)|author|he|she|they|(?:he|she|they)\s*\/\s*\p{L}+)$/iu;
const JOINT =
  /^(?:joint(?:ly)?(?: work)?|introduced|hosted|host|moderated|moderator|chaired|chair|invited by|advis(?:ed|or)|supervis(?:ed|or)|with|w\/|together|based on|on behalf|in collaboration|collaboration|co-authored|also|work)(?![\p{L}])/iu;
/** Words of a sentence, which no affiliation has. */
const STORY =
  /["“”„«»?!]|(?<![\p{L}])(?:will|shall|presents?|presenting|gives?|giving|talks?|speaks?|is|are|was|were|has|have|who|whose|about|this|that|our|we|his|her|their|from|via|today|tomorrow)(?![\p{L}])/u;
const REGIONS = new Set(toRegions());

/** What a text beside a name is. */
export type Beside =
  | { kind: "affiliation"; text: string }
  /** A role without an affiliation, a degree, "in person": understood, and nothing to keep. */
  | { kind: "idle" }
  | { kind: "unread" };

/** Whether words name an organisation by themselves. */
export function isOrganisation(text: string): boolean {
  return ORGANISATION.test(text) || isAcronym(text) || (toRole(text) !== null && !DEGREE.test(text));
}

/** "MIT", "UC Berkeley", "KAUST". */
export function isAcronym(text: string): boolean {
  return /^(?:[A-Z][A-Z&.-]{1,9}(?:-[A-Za-z]+)?|(?:UC|TU|ETH|LMU|CUNY|SUNY|UT|NIT|IIT|EPF|ENS)\s\p{Lu}[\p{L} -]+|MIT CSAIL|\p{Lu}{2,}\s\p{Lu}{2,})$/u.test(
    text,
  );
}

/** A country, or a city with a time zone of its own. */
export function isPlaceName(text: string): boolean {
  return (
    REGIONS.has(text.toLowerCase()) ||
    (/^\p{Lu}/u.test(text) && !/^[A-Z]{1,5}$/.test(text) && toZones(text).length > 0)
  );
}

/** Read what follows a name after a comma: "PhD student at USP" is USP. */
export function readBeside(text: string): Beside {
  const words = text.trim();
  const [, before, inside = ""] = BRACKETED.exec(words) ?? [];
  if (before !== undefined && !isOrganisation(inside) && !isPlaceName(inside))
    return readBracketed(inside).kind === "idle" ? readBeside(before) : { kind: "unread" };
  return readWords(words);
}

function readWords(words: string): Beside {
  if (words === "" || DEGREE.test(words) || ASIDE.test(words) || isToBeAnnounced(words))
    return { kind: "idle" };
  if (JOINT.test(words) || STORY.test(words)) return { kind: "unread" };
  const role = toRole(words);
  if (role !== null) return role === "" ? { kind: "idle" } : { kind: "affiliation", text: role };
  return { kind: "affiliation", text: words };
}

/** "USP (remotely)", "Institute for Advanced Study (IAS)". */
const BRACKETED = /^(.*\S)\s*\(([^()]+)\)$/;

/** Read what stands in parentheses beside a name: nearly always an affiliation, but not whatever it says. */
export function readBracketed(text: string): Beside {
  const parts = text.split(/\s*,\s*/).map(readBeside);
  const kept = parts.flatMap((part) => (part.kind === "affiliation" ? [part.text] : []));
  if (parts.some(({ kind }) => kind === "unread")) return { kind: "unread" };
  if (kept.length === 0) return { kind: "idle" };
  const isOdd =
    kept.some((part) => /^\p{Ll}/u.test(part) && !ORGANISATION.test(part)) ||
    /\d\s?(?:[ap]m|min|h)(?![\p{L}])|\d:\d|[?!]/iu.test(text);
  return isOdd ? { kind: "unread" } : { kind: "affiliation", text: kept.join(", ") };
}

/** The organisation of a role, "" where it has none, null where the words are no role. */
function toRole(text: string): string | null {
  const found = ROLE.exec(text);
  return found === null ? null : (found[1] ?? "").trim();
}

function toRegions(): string[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const known = letters.flatMap((a) =>
    letters.flatMap((b) => (names.of(a + b) === a + b ? [] : [names.of(a + b) ?? ""])),
  );
  const more = [
    "USA",
    "UK",
    "U.S.",
    "U.K.",
    "Deutschland",
    "Brasil",
    "España",
    "Schweiz",
    "Suisse",
    "Italia",
    "Nederland",
  ];
  return [...known, ...more].map((name) => name.toLowerCase());
}
