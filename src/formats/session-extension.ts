/**
 * `_session`, the JSON Feed extension that states the session an item is about as data, so that a site can show the
 * programme without reading prose. The same for the session's announcement, replay and notices. Members that have
 * nothing to say are left out.
 */
import { toCivil, toZonedRfc3339 } from "../programme/civil-time.ts";
import type { Links } from "../programme/address.ts";
import { toSessionLinks, type Publication, type PublishedSession } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import type { Session } from "../programme/session.ts";
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
  papers: "list of objects: title; arxiv (an arXiv id) and url where known",
  join: "text: where to take part online; gone when the session is cancelled or has its replay",
  location: "text: a room or an address",
  live: "text: the address of the stream, until the session has its replay",
  recorded: "false, where the club says that there is no replay",
  replay: "text: the address of the replay",
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
  const { join, live, replay } = toSessionLinks(published);
  return {
    about,
    id: session.id,
    number: session.number,
    title: toTitle(session.title, session.id),
    ...toTimes(session),
    time_zone: session.timeZone,
    all_day: session.isAllDay,
    status: session.status,
    presenters: session.presenters.map(({ name, affiliation, url, x }) => ({ name, affiliation, url, x })),
    papers: session.papers.map(({ title, arxiv, url }) => ({ title, arxiv, url })),
    join,
    location: session.location,
    live,
    recorded: session.replay === "none" ? false : undefined,
    replay,
  };
}

function toTimes({ isAllDay, startsAt, endsAt, timeZone }: Session): { start: string; end: string } {
  if (!isAllDay) return { start: toZonedRfc3339(startsAt, timeZone), end: toZonedRfc3339(endsAt, timeZone) };
  return { start: toCivil(startsAt, timeZone).date, end: toCivil(endsAt, timeZone).date };
}
