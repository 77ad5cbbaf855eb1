/** Where a session is: its meeting link with the passcode, and its room. */
import { valuesOf } from "../drafts/draft.ts";
import { takeAll } from "../lines/left-over.ts";
import { toNarrow, type Line } from "../lines/line.ts";
import { PAPER_ADDRESS } from "../what/paper-links.ts";
import { toSite } from "../who/person.ts";
import { MEETING } from "./meeting.ts";
import { readRoomWords, type PlaceKind } from "./room-words.ts";
import type { Reading } from "../reading.ts";

export interface Place {
  join: string | undefined;
  passcode: string | undefined;
  location: string | undefined;
}

const ADDRESS =
  /https?:\/\/[^\s)\]>"”，。、（）]+|(?<![\w.@-])(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com|webex\.com|meet\.jit\.si|whereby\.com)\/[^\s)\]>"”]+/gi;
const MAP =
  /(?:\/\/(?:campus-?)?maps?\.|maps\.google\.|google\.[a-z.]+\/maps|goo\.gl\/maps|maps\.app\.goo\.gl|openstreetmap\.org|maps\.apple\.com)/i;
/** A code after a colon or a verb; without one it is in quotes or has a digit: "password needed" names none. */
const PASSCODE = new RegExp(
  "(?:(?:meeting|zoom)\\s+)?(?<![\\p{L}])(?:pass\\s?code|code(?=\\s*:?\\s*\\d{3})|pass\\s?word|pwd|pw|access code|passwort|kennwort|kenncode|code d['’]accès|mot de passe|contraseña|senha)(?![\\p{L}])" +
    "\\s*(?:(?:is\\b|ist\\b|=|:)\\s*(?!(?:in|sent|the|available|required|needed|same|on|below|not|will|by|via|to)(?![\\p{L}\\d]))|(?=[\"“'`])|(?=[^\\s,;)]*\\d))" +
    '(?:["“]([^"“”]+)["”]|["“\'`]?((?:[^\\s,;)\\]"”\'`]|,(?=[^\\s,]))+))|(?:パスコード|パスワード|(?:会议)?密码)\\s*:?\\s*([^\\s,;)\\]]+)',
  "giu",
);
const MEETING_ID =
  /(?<![\p{L}])(?:(?:meeting|webinar|zoom)[\s-]*)?(?:id|no\.?)(?![\p{L}])\s*(?::|is\b|=)?\s*\d[\d -]{5,15}|(?<![\p{L}])ID\s*:?\s*\d{3}[\d -]{0,13}|(?:ミーティングID|会议号|会议ID|#?腾讯会议)\s*:?\s*#?\d[\d -]{5,15}/giu;
/** A line that may say where, and how much its label or its form says already. */
interface Source extends Line {
  kind: PlaceKind;
}

interface Found {
  joins: { line: number; address: string; isMeeting: boolean }[];
  passcodes: { line: number; text: string }[];
  locations: { line: number; text: string }[];
  hasMeetingId: boolean;
}

/** Read the place; the words of a line that nothing understands are left over. */
export function readPlace(reading: Reading): Place {
  const { draft, leftOver, warnings } = reading;
  const found: Found = { joins: [], passcodes: [], locations: [], hasMeetingId: false };
  const sources = [
    ...toSources(valuesOf(draft, "join"), "join"),
    ...toSources(valuesOf(draft, "location"), "location"),
    ...toSources(valuesOf(draft, "passcode"), "passcode"),
    ...toSources(
      draft.links.filter(({ text }) => MEETING.test(text) || !PAPER_ADDRESS.test(text)),
      "link",
    ),
    ...toSources(reading.rest, "rest"),
  ];
  for (const source of sources) readSource(source, found, reading);
  const [join, ...others] = toDifferent(found.joins, ({ address }) => address);
  const [passcode, ...codes] = toDifferent(found.passcodes, ({ text }) => text);
  const [location, ...places] = toDifferent(found.locations, ({ text }) => text);
  const surplus = [...others.map(({ line, address: text }) => ({ line, text })), ...codes, ...places];
  leftOver.push(...surplus.map(({ line: number, text }) => ({ number, text })));
  const [labelled] = valuesOf(draft, "join");
  if (
    join === undefined &&
    labelled !== undefined &&
    labelled.text !== "" &&
    !PAPER_ADDRESS.test(labelled.text)
  ) {
    const message = `"${labelled.text}" is no web address: the meeting link was left out`;
    warnings.push({ line: labelled.number, message });
  }
  const ids = valuesOf(draft, "meetingId");
  if (join === undefined)
    leftOver.push(...ids.map(({ number, text }) => ({ number, text: `meeting ID ${text}` })));
  return { join: join?.address, passcode: passcode?.text, location: location?.text };
}

function toSources(lines: readonly Line[], kind: Source["kind"]): Source[] {
  return lines.map((line) => ({ ...line, text: toNarrow(line.text), kind }));
}

function readSource(source: Source, found: Found, reading: Reading): void {
  const { number: line, kind } = source;
  const links = takeAll(source.text, ADDRESS);
  for (const [address] of links.taken) takeAddress(address, source, found, reading);
  if (kind === "passcode") {
    const code = /^["“'`]?([^\s"”'`]+)["”'`]?$/.exec(links.rest.trim())?.[1];
    if (code !== undefined) found.passcodes.push({ line, text: code });
    else reading.leftOver.push({ number: line, text: links.rest });
    return;
  }
  const codes = takeAll(links.rest, PASSCODE);
  found.passcodes.push(
    ...codes.taken.map(([, quoted, code, other]) => ({
      line,
      text: (quoted ?? code ?? other ?? "").replace(/[.]$/, ""),
    })),
  );
  const ids = takeAll(codes.rest, MEETING_ID);
  if (ids.taken.length > 0 && found.joins.length === 0)
    reading.leftOver.push(...ids.taken.map(([text]) => ({ number: line, text })));
  const words = readRoomWords(ids.rest, kind);
  if (words.location !== null) found.locations.push({ line, text: words.location });
  reading.leftOver.push(...words.leftOver.map((text) => ({ number: line, text })));
  for (const remark of words.remarks)
    reading.warnings.push({ line, message: `left out: ${JSON.stringify(remark)}` });
}

function isSaidToBeOnline(kind: Source["kind"], text: string): boolean {
  return kind === "join" || (kind === "location" && /zoom|online|virtual|meet|teams|join/i.test(text));
}

function takeAddress(
  address: string,
  { number: line, kind, text }: Source,
  found: Found,
  reading: Reading,
): void {
  const warn = (message: string): void => void reading.warnings.push({ line, message });
  if (address.includes("…")) return warn(`the link "${address}" is cut off and was left out`);
  const site = toSite(address);
  const isMeeting = MEETING.test(address);
  if (site !== null && (isMeeting || (isSaidToBeOnline(kind, text) && !PAPER_ADDRESS.test(address))))
    found.joins.push({ line, address: site, isMeeting });
  else if (MAP.test(address)) warn(`the map "${address}" was left out`);
  else if (kind === "link") warn(`no field is known for ${JSON.stringify(text)}: it was left out`);
  else if (!PAPER_ADDRESS.test(address)) reading.leftOver.push({ number: line, text: address });
}

function toDifferent<T>(items: readonly T[], toKey: (item: T) => string): T[] {
  return [...Map.groupBy(items, toKey).values()].flatMap(([first]) => first ?? []);
}
