/** The description of an event or an item: who presents, where to join, and what is left as the abstract. */
import { convert } from "html-to-text";
import { parseWebAddress } from "../../build/links.ts";
import { toCleanText } from "../announce/lines/line.ts";
import { toMarkdown } from "../announce/lines/markdown.ts";
import { takeLabels, type Labelled } from "./description-labels.ts";

export interface ReadDescription extends Labelled {
  /** Addresses of meetings, in order, each once. */
  meetings: string[];
  /** Markdown. */
  abstract: string;
  leftOver: string[];
}

const HTML =
  /<\/?(?:html|body|p|br|a|b|i|u|strong|em|span|div|ul|ol|li|h[1-6]|table|tr|td)\b[^<>]*>|&(?:nbsp|amp|quot|#39|lt|gt);/i;
const MEETING =
  /https?:\/\/(?:[\w-]+\.)*(?:zoom\.us|zoom\.com|zoomgov\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|meet\.jit\.si|whereby\.com|gather\.town)\/[^\s<>"')\]]+/gi;
/** Lines of an invitation that calendars add: of no use to read, and passcodes are not for everybody. */
const INVITATION =
  /is inviting you to|^join (?:zoom|the|by|with|on|using|from|via)\b.{0,40}$|^(?:microsoft|google) (?:teams|meet)\b.{0,30}$|\b(?:meeting|webinar) id\b|\b(?:pass ?code|password|pin|kenncode|code secret)\b\s*[:：#]|one tap mobile|dial(?:[- ]in)? |find your local number|^\+\d[\d\s,*#()-]{6,}|please do not edit this section|^learn more about meet at|^more phone numbers|^need help\?|^meeting options/i;
const GOOGLE_FENCE = /^-::~[:~]*::?-?$|^-::~/;
const TEAMS_FENCE = /^_{20,}$/;

/** HTML as plain lines, as calendars of Google, Outlook and Meetup have it; other text as it is. */
export function toPlainText(source: string): string {
  if (!HTML.test(source)) return source;
  // In text with a few tags the line ends are meant, too.
  const html = /<(?:p|br|div|li)\b/i.test(source) ? source : source.replaceAll("\n", "<br>");
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
      { selector: "img", format: "skip" },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  });
}

/** @param takesTimes whether lines that say when are taken out of the abstract */
export function readDescription(source: string, takesTimes = false): ReadDescription {
  const lines = toPlainText(source).split(/\r?\n/).map(toPlainLine);
  const meetings = [...new Set(lines.flatMap((line) => line.match(MEETING) ?? []))];
  const { kept, dropped } = withoutInvitation(lines);
  const { labelled, rest } = takeLabels(kept, takesTimes);
  const numbered = rest.map((text, index) => ({ number: index + 1, text }));
  return {
    ...labelled,
    meetings,
    abstract: toMarkdown(numbered, "post"),
    leftOver: toInvitation(dropped, meetings),
  };
}

/** A line that says where to join, and nothing else. */
const JOINING = /^\W*(?:(?:join|zoom|link|meeting|google meet|teams|url|via|on|at|here)\W*)*$/i;

/** What of an invitation no field holds: not the one address where to join. */
function toInvitation(dropped: readonly string[], [only, another]: readonly string[]): string[] {
  const isHeld = (line: string): boolean =>
    another === undefined &&
    only !== undefined &&
    line.includes(only) &&
    JOINING.test(line.replaceAll(only, ""));
  const lines = dropped.filter((line) => !isHeld(line));
  return lines.length === 0 ? [] : [`an invitation (${lines.length} lines): ${lines.join(" / ")}`];
}

/** "**Speaker:** …" without its emphasis. */
function toPlainLine(line: string): string {
  return toCleanText(line).replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, "$1");
}

function withoutInvitation(lines: readonly string[]): { kept: string[]; dropped: string[] } {
  const kept: string[] = [];
  const dropped: string[] = [];
  let fence: RegExp | null = null;
  for (const line of lines) {
    const begun = [GOOGLE_FENCE, TEAMS_FENCE].find((one) => one.test(line));
    if (begun !== undefined) fence = fence === begun ? null : begun;
    else if (fence !== null || isInvitation(line)) dropped.push(...(line === "" ? [] : [line]));
    else kept.push(line);
  }
  return { kept, dropped };
}

/** A sentence with a meeting's address in it is more than an invitation. */
const MAX_BESIDE_CHARACTERS = 60;

function isInvitation(line: string): boolean {
  if (INVITATION.test(line)) return true;
  const beside = line.replace(MEETING, "");
  return beside !== line && beside.length <= MAX_BESIDE_CHARACTERS;
}

/** Services without an address, which are no room. */
const SERVICE =
  /^(?:zoom(?: meeting)?|online|virtual|via zoom|on zoom|google meet|meet|hybrid|(?:microsoft )?teams(?:[- ](?:meeting|besprechung))?|r[ée]union microsoft teams|webex)$/i;

/** Where a place names a meeting's address, and the rest of it, which is a room. */
export function splitPlace(place: string): { meeting: string | undefined; room: string } {
  const [meeting] = place.match(MEETING) ?? [];
  // A place that is nothing but an address is online, whatever the service.
  if (meeting === undefined && parseWebAddress(place).ok) return { meeting: place, room: "" };
  const rest = place
    .replace(MEETING, "")
    .replace(/\(\s*\)/g, "")
    .replace(/\s+/g, " ");
  const parts = rest.split(/(\s*[;/|]\s*|\s+[&+]\s+|,\s+)/);
  const kept = parts.length > 1 ? withoutServices(parts) : rest;
  const room = kept.replace(/^[\s,;/|&+-]+|[\s,;/|&+:-]+$/g, "");
  return { meeting, room: SERVICE.test(room) && meeting !== undefined ? "" : room };
}

/** @param parts of a place and what is between them, in turns */
function withoutServices(parts: readonly string[]): string {
  const isKept = (index: number): boolean => !SERVICE.test((parts[index] ?? "").trim().replace(/:$/, ""));
  const all = parts.filter((_, index) => index % 2 === 0).length;
  const kept = Array.from({ length: all }, (_, index) => index * 2).filter(isKept);
  if (kept.length === 0) return parts.join("");
  return kept.map((index, at) => (at === 0 ? "" : (parts[index - 1] ?? "")) + (parts[index] ?? "")).join("");
}
