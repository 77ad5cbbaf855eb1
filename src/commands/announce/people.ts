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
const SITE = /(?:https?:\/\/)?(?:[\p{L}\d-]+\.)+[a-z]{2,}(?:[/?#][^\s,;)\]]*)?(?![\p{L}\d@])/iu;
const HANDLE = /(?<![\w.])@(\w{1,15})(?![\w.]*\.[a-z])/;
const PROFILE = /(?:https?:\/\/)?(?:www\.|mobile\.)?(?:x|twitter)\.com\/@?(\w{1,15})\/?(?:\?\S*)?(?![\w/])/i;

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
  const inside = open === -1 ? "" : part.slice(open).replace(/[([\])]+/g, ", ");
  const { text: words, ...beside } = takeLinks(outside, warnings);
  const { text, ...within } = takeLinks(inside, warnings);
  const [, name = "", origin = ""] = /^(.*?)(?:\s+(?:from|at|of)\s+(?:the\s+)?(.+))?$/.exec(words) ?? [];
  const affiliation = [origin, text].filter((known) => known !== "").join(", ");
  return { name: toBareName(name), ...(affiliation !== "" && { affiliation }), ...beside, ...within };
}

function toBareName(name: string): string {
  return name
    .replace(/^(?:both|our|the|first author|author|speakers?|presenters?)\s+/i, "")
    .replace(TITLE, "")
    .replace(/^\*+|\*+$/g, "")
    .trim();
}

interface Links {
  x?: string;
  url?: string;
  /** What is left: a name or an affiliation. */
  text: string;
}

/** Take handles and sites out of a text; the first of each counts. */
function takeLinks(source: string, warnings: string[]): Links {
  const links: Links = { text: source };
  const take = (pattern: RegExp, use: (match: RegExpExecArray) => void): void => {
    for (let match = pattern.exec(links.text); match !== null; match = pattern.exec(links.text)) {
      links.text = `${links.text.slice(0, match.index)}, ${links.text.slice(match.index + match[0].length)}`;
      use(match);
    }
  };
  const useHandle = (match: RegExpExecArray): void => {
    if (links.x === undefined) links.x = match[1] ?? "";
    else warnings.push(`@${match[1]} is a second handle and was left out`);
  };
  take(/(?:https?:\/\/)?[\w./-]+…\S*/, ([cut]) =>
    warnings.push(`${JSON.stringify(cut)} is cut off and was left out`),
  );
  take(/\S*@[\w-]+(?:\.[\w-]+)+/, ([other]) =>
    warnings.push(`${JSON.stringify(other)} is no X handle and was left out`),
  );
  take(PROFILE, useHandle);
  take(HANDLE, useHandle);
  take(SITE, ([found]) => {
    const url = toSite(found);
    if (links.url === undefined && url !== null) links.url = url;
    else warnings.push(`${JSON.stringify(found)} is a second site and was left out`);
  });
  links.text = links.text
    .replace(/(?:[\s,;|·/]*[,;|·][\s,;|·/]*)+/g, ", ")
    .replace(/^[\s,;|·/:-]+|[\s,;|·/:-]+$/g, "");
  return links;
}

/** "ada.example" is "https://ada.example"; the point that ends a sentence is no part of it. */
export function toSite(found: string): string | null {
  const bare = found.replace(/[.,;:!?'"”’]+$/, "");
  const address = parseWebAddress(/^https?:\/\//i.test(bare) ? bare : `https://${bare}`);
  return address.ok ? address.value : null;
}
