/** The page that `about` of `_session` leads to, as plain text: the same for every club but for its name. */
import type { toSessionExtension } from "./session-extension.ts";

/** What each member means; the compiler asks for each. */
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

const WIDTH = Math.max(...Object.keys(MEANINGS).map((name) => name.length));

export const SESSION_EXTENSION = `_session: an extension of JSON Feed 1.1

Items of {{feed}} ({{club}})
that are about a session have a member "_session", which states the session as data: its announcement, its replay
and its notices have the same. A member that has nothing to say is left out; others may be added, none changes its
meaning.

${Object.entries(MEANINGS)
  .map(([name, meaning]) => `  ${name.padEnd(WIDTH)}  ${meaning}`)
  .join("\n")}
`;
