/**
 * `_session`, the JSON Feed extension that states the session an item is about as data, so that a site can show the
 * programme without reading prose. The same for the session's announcement, replay and notices. Members that have
 * nothing to say are left out.
 */
import { toCivil, toZonedRfc3339 } from "../programme/civil-time.ts";
import type { Links } from "../programme/address.ts";
import { toSessionLinks, type Publication, type PublishedSession } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import type { Person } from "../programme/club.ts";
import type { Paper, Session } from "../programme/session.ts";
import { toLine, toTitle } from "../wording/text.ts";

/** What each member means, for {@link toSessionExtensionText} and for whoever changes {@link toSessionExtension}. */
const MEANINGS: Record<keyof ReturnType<typeof toSessionExtension>, string> = {
  about: "text: where this extension is described, this page",
  id: "text: the session's permanent id",
  number: "number: 21 for S21",
  title: "text: the session's title, without its number",
  start: "text: RFC 3339 with the zone's offset; the date alone for a session of the whole day",
  end: "text: the same, exclusive; for a session of the whole day the date of the next",
  time_zone: "text: the IANA name of the session's time zone",
  all_day: "true or false: whether the time of day is to be announced",
  status: "text: scheduled, tentative, cancelled or postponed",
  presenters: "list of objects: name; affiliation, url and x (a handle on X, without @) where known",
  chair: "list of objects: who leads through the session, as presenters",
  papers: "list of objects: title; arxiv (an arXiv id) and url where known",
  talks:
    "list of objects, where a session has several talks: title, presenters, papers (both also among the session's), replay",
  join: "text: where to take part online; gone when the session is cancelled or has its replay",
  passcode: "text: what is asked for at join; there with it alone",
  location: "text: a room or an address",
  live: "text: the address of the stream, until the session has its replay",
  recorded: "false, where the club says that there is no replay",
  replay: "text: the address of the replay",
  other_replays: "list of texts: the addresses of further replays",
  slides: "text: the address of the slides",
  code: "text: the address of the code",
  links: "list of objects: title, url",
  language: "text: BCP 47; the session's language, where the club says it",
};

/** The page that `about` leads to, as plain text: the same for every club but for its name. */
export function toSessionExtensionText({ club }: Publication, _selection: Selection, links: Links): string {
  const width = Math.max(...Object.keys(MEANINGS).map((name) => name.length));
  const members = Object.entries(MEANINGS).map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`);
  return `_session: an extension of JSON Feed 1.1

Items of ${links.to("json")} (${toLine(club.name)})
that are about a session have a member "_session", which states the session as data: its announcement, its replay
and its notices have the same. A member that has nothing to say is left out; others may be added, none changes its
meaning.

${members.join("\n")}
`;
}

/** @param about where the extension is described, an absolute address */
export function toSessionExtension(published: PublishedSession, about: string) {
  const { session } = published;
  const { join, passcode, live, replays = [] } = toSessionLinks(published);
  const addresses = new Map(replays.map(({ videoId, watchUrl }) => [videoId, watchUrl]));
  return {
    about,
    id: session.id,
    number: session.number,
    title: toTitle(session.title, session.id),
    ...toTimes(session),
    time_zone: session.timeZone,
    all_day: session.isAllDay,
    status: session.status,
    presenters: session.presenters.map(toPerson),
    chair: session.chair?.map(toPerson),
    papers: session.papers.map(toPaper),
    talks: session.talks?.map((talk) => ({
      title: talk.title,
      presenters: talk.presenters.map(toPerson),
      papers: talk.papers.map(toPaper),
      replay: addresses.get(talk.replay?.videoId ?? ""),
    })),
    join,
    passcode,
    location: session.location,
    live,
    recorded: session.replay === "none" ? false : undefined,
    replay: replays[0]?.watchUrl,
    other_replays: replays.length > 1 ? replays.slice(1).map(({ watchUrl }) => watchUrl) : undefined,
    slides: session.slides,
    code: session.code,
    links: session.links?.map(({ title, url }) => ({ title, url })),
    language: session.inLanguage,
  };
}

function toPerson({ name, affiliation, url, x }: Person) {
  return { name, affiliation, url, x };
}

function toPaper({ title, arxiv, url }: Paper) {
  return { title, arxiv, url };
}

function toTimes({ isAllDay, startsAt, endsAt, timeZone }: Session): { start: string; end: string } {
  if (!isAllDay) return { start: toZonedRfc3339(startsAt, timeZone), end: toZonedRfc3339(endsAt, timeZone) };
  return { start: toCivil(startsAt, timeZone).date, end: toCivil(endsAt, timeZone).date };
}
