/** The links of a row: papers, the meeting, the recording. */
import { parseNamedVideo, parseWebAddress } from "../../../build/links.ts";
import { sessionFields } from "../../../build/session-fields.ts";
import type { Paper } from "../../../programme/session.ts";
import { toVideoPlace } from "../../../programme/video-site.ts";
import { readDescription } from "../description.ts";
import type { Role } from "./columns.ts";

interface RowLinks {
  papers: Paper[];
  join: string | undefined;
  replay: string | undefined;
  leftOver: string[];
}

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
const ARXIV =
  /(?:arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s*|^)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?/i;

/** @param title of the session, which a paper without one of its own has */
export function readLinks(say: (role: Role) => string, title: string): RowLinks {
  const links: RowLinks = { papers: [], join: undefined, replay: undefined, leftOver: [] };
  readPaper(say, title, links);
  const join = say("join");
  if (!NOTHING.test(join)) readJoin(join, links);
  const replay = say("replay");
  if (!NOTHING.test(replay)) readReplay(replay, links);
  return links;
}

const NOTHING = /^(?:[-–—?]+|tb[acd]|n\/?a|soon|coming soon|yes|ja|oui)?$/i;

function readPaper(say: (role: Role) => string, title: string, links: RowLinks): void {
  const cells = [say("paper"), say("paperUrl"), say("arxiv")].filter((cell) => !NOTHING.test(cell));
  const all = [...new Set(cells)].join(" ").replace(/\s+/g, " ");
  if (all === "") return;
  const addresses = all.match(ADDRESS) ?? [];
  const ids = [...addresses, ...cells].flatMap((one) => ARXIV.exec(one)?.[1] ?? []);
  const [arxiv, secondId] = new Set(ids);
  const [url, secondUrl] = addresses.filter((one) => !ARXIV.test(one));
  // Several papers in a cell: which title belongs to which link is not said.
  if (secondId !== undefined || secondUrl !== undefined || (arxiv !== undefined && url !== undefined)) {
    links.leftOver.push(`papers: ${all}`);
    return;
  }
  links.papers.push({ title: toPaperTitle(say("paper")) ?? title, ...toArxiv(arxiv), ...toUrl(url) });
}

/** What a cell says beside links and ids; null where that is nothing. */
function toPaperTitle(cell: string): string | null {
  const words = cell
    .replace(ADDRESS, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:()-]+|[\s,;:(-]+$/g, "");
  return words === "" || ARXIV.exec(words)?.[0] === words ? null : words;
}

function toArxiv(arxiv: string | undefined): { arxiv?: string } {
  const isGood = arxiv !== undefined && sessionFields.papers.safeParse([{ title: "x", arxiv }]).success;
  return isGood ? { arxiv } : {};
}

function toUrl(url: string | undefined): { url?: string } {
  const address = parseWebAddress(url?.replace(/[.,;)]+$/, "") ?? "");
  return address.ok ? { url: address.value } : {};
}

function readJoin(cell: string, links: RowLinks): void {
  const [address, another] = cell.match(ADDRESS) ?? [];
  const whole = parseWebAddress(address ?? "");
  const isMeeting = readDescription(cell).meetings.length > 0;
  if (!whole.ok || another !== undefined) links.leftOver.push(`link: "${cell}"`);
  else if (!isMeeting && isPlayed(whole.value)) links.replay = whole.value;
  else links.join = whole.value;
}

function readReplay(cell: string, links: RowLinks): void {
  const addresses = cell.match(ADDRESS) ?? [];
  const [address = cell] = addresses;
  const isAlone = /^[\s()[\]<>]*$/.test(cell.replace(address, ""));
  const replay = sessionFields.replay.safeParse(address);
  if (addresses.length > 1 || !isAlone || !replay.success) links.leftOver.push(`recording: "${cell}"`);
  else links.replay = address;
}

/** Whether it is a video's address on a site whose videos are known by their addresses. */
function isPlayed(address: string): boolean {
  const video = parseNamedVideo(address);
  return video.ok && toVideoPlace(video.value).playerUrl !== undefined;
}
