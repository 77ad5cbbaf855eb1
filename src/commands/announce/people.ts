/** Names as an announcement lists them: "A (@a, a.org), B (MIT) and C". */
import { succeed, type Result } from "../../programme/result.ts";
import type { Presenter } from "../../programme/session.ts";
import { parseWebAddress } from "../../build/links.ts";
import { refuse, type Refused } from "./line.ts";

export interface ReadPeople {
  people: Presenter[];
  warnings: string[];
}

/** Separators of a list, outside parentheses. */
const SEPARATOR =
  /^(?:\s*[,;]\s*(?:and|&)?\s+|\s*[,;]\s*|\s+(?:and|&|\+|together with|along with|with|as well as|jointly with|joint with)\s+)/;
const ORGANISATION =
  /\b(?:universit|institut|college|school|lab(?:s|oratory)?\b|research|google|deepmind|meta\b|microsoft|apple\b|nvidia|openai|amazon|academy|polytechni|cent(?:er|re)\b|inc\b|ltd\b|corp\b|phd\b|student|postdoc|professor\b)/i;
const PRONOUNS = /\((?:he|she|they|ze|xe)(?:\s*\/\s*\p{L}+)+\)/giu;
const TITLE = /^(?:prof(?:essor)?\.?|dr\.?|mr\.?|ms\.?|mrs\.?)\s+(?=\p{Lu})/iu;
const WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*|\\p{Lo}[\\p{L}\\p{M}]*";
const PARTICLE = "(?:von|van|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ter|ten|zu|y|e)";
const NAME = new RegExp(
  `^(?:${PARTICLE}\\s+)*(?:${WORD})(?:\\s+(?:${WORD}|${PARTICLE}|d['’]\\p{Lu}[\\p{L}]+))*$`,
  "u",
);
const NO_NAME =
  /^(?:the|this|these|we|our|i|authors?|everyone|all|they|join|zoom|abstract|paper|read|new)\b/i;

/** Read a list of people; a part that is no name is a fault, not a guess. */
export function parsePeople(source: string): Result<ReadPeople, Refused> {
  const text = source.replace(/\(\*?\s*equal(?:ly)? contribut\w*\s*\)/i, "").replace(PRONOUNS, "");
  const people: Presenter[] = [];
  const warnings: string[] = [];
  for (const part of splitList(text.replace(/[\s.,;]+$/, ""))) {
    const person = parsePerson(part, warnings);
    const last = people.at(-1);
    if (person.name === "" && /^et al\.?$/i.test(part)) {
      warnings.push('"et al." names nobody and was left out');
    } else if (last !== undefined && last.affiliation === undefined && ORGANISATION.test(person.name)) {
      last.affiliation = /[()[\]@:]|\.\w/.test(part) ? person.name : part;
    } else {
      const fault = checkName(person, people.length > 0, part);
      if (fault !== null) return refuse(fault);
      people.push(person);
    }
  }
  return people.length === 0 ? refuse("names nobody, expected who presents") : succeed({ people, warnings });
}

function checkName({ name }: Presenter, isLater: boolean, part: string): string | null {
  const quoted = JSON.stringify(part);
  if (name === "") return `${quoted} has no name, expected the presenter's name before the handle`;
  if (!NAME.test(name) || NO_NAME.test(name) || ORGANISATION.test(name)) {
    return `${quoted} is not understood as a name, expected "NAME (@handle, site)" for each presenter`;
  }
  const isAcronym = /^\p{Lu}{2,}$/u.test(name);
  return isAcronym && isLater
    ? `${quoted} can be a person or an affiliation, expected an affiliation in parentheses after its name`
    : null;
}

/** Split at commas and "and", but not inside parentheses. */
function splitList(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const sign = text.charAt(at);
    if (/[([]/.test(sign)) depth += 1;
    if (/[)\]]/.test(sign)) depth = Math.max(0, depth - 1);
    const separator = depth === 0 ? SEPARATOR.exec(text.slice(at)) : null;
    if (separator === null) parts.push((parts.pop() ?? "") + sign);
    else parts.push("");
    at += separator?.[0].length ?? 1;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function parsePerson(part: string, warnings: string[]): Presenter {
  const open = part.search(/[([]/);
  const outside = open === -1 ? part : part.slice(0, open);
  const inside = part.slice(outside.length).replace(/[([\])]+/g, ", ");
  const { text: words, ...beside } = takeLinks(outside, warnings);
  const { text, ...within } = takeLinks(inside, warnings);
  const [, name = "", origin = ""] = /^(.*?)(?:\s+(?:from|at|of)\s+(?:the\s+)?(.+))?$/.exec(words) ?? [];
  const affiliation = [origin, text].filter((known) => known !== "").join(", ");
  const bare = name
    .replace(/^(?:both|our|the|first author|author|speakers?|presenters?)\s+/i, "")
    .replace(TITLE, "")
    .replace(/^\*+|\*+$/g, "")
    .trim();
  return { name: bare, ...(affiliation !== "" && { affiliation }), ...beside, ...within };
}

/** What stands beside a name, and what becomes of it. */
const LINKS: readonly [RegExp, "x" | "url" | "is cut off" | "is no X handle"][] = [
  [/(?:https?:\/\/)?[\w./-]+…\S*/g, "is cut off"],
  [/\S*@[\w-]+(?:\.[\w-]+)+/g, "is no X handle"],
  [/(?:https?:\/\/)?(?:www\.|mobile\.)?(?:x|twitter)\.com\/@?(\w{1,15})\/?(?:\?\S*)?(?![\w/])/gi, "x"],
  [/(?<![\w.])@(\w{1,15})(?![\w.]*\.[a-z])/g, "x"],
  [/(?:https?:\/\/)?(?:[\p{L}\d-]+\.)+[a-z]{2,}(?:[/?#][^\s,;)\]]*)?(?![\p{L}\d@])/giu, "url"],
];

/** Take handles and sites out of a text; the first of each counts. What is left is a name or an affiliation. */
function takeLinks(source: string, warnings: string[]): { x?: string; url?: string; text: string } {
  const links: { x?: string; url?: string } = {};
  let text = source;
  for (const [pattern, kind] of LINKS) {
    text = text.replace(pattern, (found: string, handle: unknown) => {
      const value = kind === "x" ? String(handle) : kind === "url" ? toSite(found) : null;
      if ((kind === "x" || kind === "url") && value !== null && links[kind] === undefined)
        links[kind] = value;
      else if (kind === "x") warnings.push(`@${value} is a second handle and was left out`);
      else {
        const reason = kind === "url" ? "is a second site" : kind;
        warnings.push(`${JSON.stringify(found)} ${reason} and was left out`);
      }
      return ", ";
    });
  }
  const bare = text
    .replace(/(?:[\s,;|·/]*[,;|·][\s,;|·/]*)+/g, ", ")
    .replace(/^[\s,;|·/:-]+|[\s,;|·/:-]+$/g, "");
  return { ...links, text: bare };
}

/** "ada.example" is "https://ada.example"; the point that ends a sentence is no part of it. */
export function toSite(found: string): string | null {
  const bare = found.replace(/[.,;:!?'"”’]+$/, "");
  const address = parseWebAddress(/^https?:\/\//i.test(bare) ? bare : `https://${bare}`);
  return address.ok ? address.value : null;
}
