/** The links of a row: papers, the meeting with its passcode, the recording, slides, code and others. */
import { parseNamedVideo, parseWebAddress, splitAddresses } from "../../../build/links.ts";
import { sessionFields } from "../../../build/session-fields.ts";
import type { Paper, TitledLink } from "../../../programme/session.ts";
import { toVideoPlace } from "../../../programme/video-site.ts";
import { toCleanText } from "../../announce/lines/line.ts";
import { readDescription } from "../description.ts";
import { toNamed, type Role } from "./column-names.ts";
import { NOTHING } from "./sheet-cells.ts";

export interface RowLinks {
  papers: Paper[];
  join: string | undefined;
  passcode: string | undefined;
  replay: string | undefined;
  slides: string | undefined;
  code: string | undefined;
  links: TitledLink[];
  leftOver: string[];
}

const ARXIV =
  /(?:arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s*|^)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?/i;

type Say = (role: Role) => string;

/** @param title of the session, which a paper without one of its own has */
export function readLinks(say: Say, title: string): RowLinks {
  const links: RowLinks = {
    papers: [],
    join: undefined,
    passcode: undefined,
    replay: undefined,
    slides: undefined,
    code: undefined,
    links: [],
    leftOver: [],
  };
  readPaper(say, title, links);
  readJoin(toCell(say("join")), links);
  readReplay(toCell(say("replay")), links);
  readMaterial("slides", toCell(say("slides")), links);
  readMaterial("code", toCell(say("code")), links);
  readLink(toCell(say("link")), title, links);
  readOthers(toCell(say("links")), links);
  return links;
}

/** "[Zoom](https://…)" is "Zoom (https://…)"; "" where a cell says nothing. */
function toCell(text: string): string {
  const cell = text.split("\n").map(toCleanText).join("\n").trim();
  return NOTHING.test(cell) ? "" : cell;
}

/** The addresses of a cell, and the words before each; those after the last are its rest. */
function cut(cell: string): { addresses: { address: string; before: string }[]; rest: string } {
  const addresses: { address: string; before: string }[] = [];
  let words = "";
  for (const { text, address } of splitAddresses(cell)) {
    if (address === "") words += text;
    else {
      addresses.push({ address, before: toBareWords(words) });
      words = "";
    }
  }
  return { addresses, rest: toBareWords(words) };
}

function toBareWords(words: string): string {
  return words.replace(/\s+/g, " ").replace(/^[\s,;:|/()[\]<>–—-]+|[\s,;:|/()[\]<>–—-]+$/g, "");
}

function toAllWords({ addresses, rest }: ReturnType<typeof cut>): string {
  return [...addresses.map(({ before }) => before), rest].filter((words) => words !== "").join(" ");
}

function readPaper(say: Say, title: string, links: RowLinks): void {
  const cells = [say("paper"), say("paperUrl"), say("arxiv")].map(toCell).filter((cell) => cell !== "");
  const all = [...new Set(cells)].join(" ").replace(/\s+/g, " ");
  if (all === "") return;
  const found = findPaper(all, cells);
  if (found === null) links.leftOver.push(`papers: ${all}`);
  else links.papers.push({ title: toPaperTitle(toCell(say("paper"))) ?? title, ...found });
}

/** Where a paper is; null where several are named, as which title belongs to which link is not said. */
function findPaper(all: string, cells: readonly string[]): Pick<Paper, "arxiv" | "url"> | null {
  const addresses = [...new Set(cut(all).addresses.map(({ address }) => address))];
  const ids = new Set([...addresses, ...cells].flatMap((one) => ARXIV.exec(one)?.[1] ?? []));
  const urls = addresses.filter((one) => !ARXIV.test(one));
  if (ids.size + urls.length > 1) return null;
  const [arxiv] = ids;
  const [url] = urls;
  if (arxiv === undefined) return url === undefined ? {} : { url };
  return sessionFields.papers.safeParse([{ title: "x", arxiv }]).success ? { arxiv } : null;
}

/** What a cell says beside links and ids; null where that is nothing. */
function toPaperTitle(cell: string): string | null {
  const words = toAllWords(cut(cell));
  const isOnlyName = ARXIV.exec(words)?.[0] === words || /^(?:arxiv|pdf|paper|link|preprint)$/i.test(words);
  return words === "" || isOnlyName ? null : words;
}

/** Words that say of a meeting's address that it is one. */
const MEETING_WORDS =
  /(?<!\p{L})(?:zoom|google meet|meet|ms teams|microsoft teams|teams|webex|online|link|join|meeting|id|url|via|here)(?!\p{L})|(?<!\d)\d{3} ?\d{3,4} ?\d{3,4}(?!\d)/giu;
const PASSCODE =
  /(?<!\p{L})(?:pass ?code|pass ?word|pwd|pw|pin|kennwort|kenncode|passwort|mot de passe|code d['’]accès|contraseña|clave|senha|wachtwoord|密码|密碼|パスコード)\s*(?:is\b|[:=：])?\s*([^\s,;)]+)/iu;

function readJoin(cell: string, links: RowLinks): void {
  if (cell === "") return;
  const found = cut(cell);
  const [first, another] = found.addresses;
  if (first === undefined || another !== undefined || !parseWebAddress(first.address).ok) {
    links.leftOver.push(`link: "${cell}"`);
    return;
  }
  const words = toAllWords(found);
  const [said = "", passcode] = PASSCODE.exec(words) ?? [];
  const rest = toBareWords(words.replace(said, "").replace(MEETING_WORDS, ""));
  if (rest !== "") links.leftOver.push(`link: "${rest}"`);
  if (!isMeeting(first.address) && isPlayed(first.address)) links.replay = first.address;
  else Object.assign(links, { join: first.address, passcode });
}

const NOT_RECORDED =
  /^(?:not recorded|no (?:recording|video)|unrecorded|(?:nicht|keine) (?:aufgezeichnet|aufzeichnung|aufnahme)|non enregistr[ée]e?|pas d['’]enregistrement|(?:no|sin) (?:grabad[oa]|grabaci[óo]n)|(?:n[ãa]o|sem) (?:gravad[oa]|grava[çc][ãa]o)|non registrat[oa]|niet opgenomen|録画なし|未录制)\.?$/iu;

function readReplay(cell: string, links: RowLinks): void {
  if (cell === "" || /^(?:yes|no|ja|nein|oui|non|s[ií]|sim|n[ãa]o)$/i.test(cell)) return;
  const found = cut(cell);
  const [{ address } = { address: cell }, another] = found.addresses;
  const replay = sessionFields.replay.safeParse(NOT_RECORDED.test(cell) ? "none" : address);
  const words = found.addresses.length === 0 ? "" : toAllWords(found);
  const isAlone = /^(?:video|recording|youtube|link|watch|replay|vimeo)?$/i.test(words);
  if (another !== undefined || !isAlone || !replay.success) links.leftOver.push(`recording: "${cell}"`);
  else links.replay = NOT_RECORDED.test(cell) ? "none" : address;
}

/** The first address is it; others stand beside it as links, with the words before them. */
function readMaterial(name: "slides" | "code", cell: string, links: RowLinks): void {
  if (cell === "") return;
  const { addresses, rest } = cut(cell);
  const [first, ...others] = addresses;
  if (first !== undefined) links[name] = first.address;
  const title = name === "slides" ? "Slides" : "Code";
  links.links.push(...others.map(({ address, before }) => ({ title: before || title, url: address })));
  const words = [first === undefined || IDLE.test(first.before) ? "" : first.before, rest];
  links.leftOver.push(...words.filter((one) => one !== "").map((one) => `${name}: "${one}"`));
}

const IDLE = /^(?:slides?|pdf|link|code|github|repo|folien|here|google slides|deck)?$/i;

/** A link that is not said to be of anything is what its address says: a meeting, a video, a paper, or another. */
function readLink(cell: string, title: string, links: RowLinks): void {
  const address = toOnlyAddress(cell);
  const [, arxiv = ""] = ARXIV.exec(address) ?? [];
  if (isMeeting(address) && links.join === undefined) readJoin(cell, links);
  else if (isPlayed(address) && links.replay === undefined) readReplay(cell, links);
  else if (isPaper({ title, arxiv }) && links.papers.length === 0) links.papers.push({ title, arxiv });
  else readOthers(cell, links);
}

/** "" where there is none, or several. */
function toOnlyAddress(cell: string): string {
  const { addresses } = cut(cell);
  return addresses.length === 1 ? addresses.map(({ address }) => address).join("") : "";
}

/** "Slides: https://…" among other links is one of these. */
function takeNamed(address: string, words: string, links: RowLinks): boolean {
  const name = toNamed(words)?.role;
  if (name !== "slides" && name !== "code" && name !== "replay") return false;
  if (links[name] !== undefined || !sessionFields[name].safeParse(address).success) return false;
  links[name] = address;
  return true;
}

/** Each with the words before it as its title, else the name of its site. */
function readOthers(cell: string, links: RowLinks): void {
  if (cell === "") return;
  const { addresses, rest } = cut(cell);
  for (const { address, before } of addresses) {
    if (takeNamed(address, before, links)) continue;
    const host = URL.parse(address)?.hostname.replace(/^www\./, "") ?? address;
    links.links.push({ title: before || host, url: address });
  }
  if (rest !== "") links.leftOver.push(`links: "${rest}"`);
}

function isPaper(paper: object): boolean {
  const read = sessionFields.papers.safeParse([paper]);
  return read.success && read.data?.[0]?.arxiv !== undefined;
}

function isMeeting(address: string): boolean {
  return readDescription(address).meetings.length > 0;
}

/** Whether it is a video's address on a site whose videos are known by their addresses. */
function isPlayed(address: string): boolean {
  const video = parseNamedVideo(address);
  return video.ok && toVideoPlace(video.value).playerUrl !== undefined;
}
