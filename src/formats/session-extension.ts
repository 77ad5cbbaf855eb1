/**
 * `_session`, the JSON Feed extension that states the session an item is about as data, so that a site can show the
 * programme without reading prose. The same for the session's announcement, replay and notices. Members that have
 * nothing to say are left out.
 */
import { toCivil, toZonedRfc3339 } from "../programme/civil-time.ts";
import { toSessionLinks, type PublishedSession } from "../programme/publication.ts";
import type { Person } from "../programme/club.ts";
import type { Paper, Session } from "../programme/session.ts";
import { toTitle } from "../wording/text.ts";

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
