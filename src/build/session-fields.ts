/** The front matter of a session file, field by field. */
import type * as z from "zod";
import { isClockTime } from "../programme/civil-time.ts";
import { succeed } from "../programme/result.ts";
import type { CuratedReplay } from "../programme/session.ts";
import { field, group, list, oneOrList, wrong, type Reading } from "./field.ts";
import * as kind from "./field-kinds.ts";
import { parseNamedVideo } from "./links.ts";

/** Of presenters, papers and tags: more is a slip of the keyboard or a proceedings volume. */
const MAX_ITEMS = 50;

const STATUSES = ["scheduled", "tentative", "cancelled", "postponed"] as const;

/** When an announcement was made: on a day of the session's zone, or at an instant. */
export type Announced = { date: string } | { at: number };

const start = field(
  'HH:MM, 00:00 to 23:59, or "tba"',
  {
    description: "HH:MM in the session's time zone, or tba while it is not known; the club's if left out.",
    pattern: String.raw`^(\d{2}:\d{2}|[Tt][Bb][Aa])$`,
    examples: ["13:00", "tba"],
  },
  (value) => {
    if (value.toLowerCase() === "tba") return succeed("tba");
    return isClockTime(value) ? succeed(value) : wrong("is not a time of day");
  },
);

/** One replay, or `none`. */
const replay = field(
  "an address that begins with https://, a YouTube id, or none",
  "The recording, at any https address, or none when the session was not recorded; found by itself if left out.",
  (value): Reading<CuratedReplay> =>
    value.toLowerCase() === "none" ? succeed("none") : parseNamedVideo(value),
);

const tag = field("one topic, such as sampling", "A topic.", (value) => {
  if (value.length > 50) return wrong("is too long", "at most 50");
  return value.includes(",") ? wrong("has a comma in it", "each tag as an item") : succeed(value);
});

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

const announced = field(
  "YYYY-MM-DD, or an instant such as 2026-06-12T09:00:00Z",
  "When the session was announced, if not when this file is first published.",
  (value): Reading<Announced> => {
    const date = kind.readDate(RFC_3339.exec(value)?.[1] ?? value);
    if (date.ok && date.value === value) return succeed({ date: value });
    const at = Date.parse(value.toUpperCase());
    return !date.ok || Number.isNaN(at) ? wrong("is not a date or an instant") : succeed({ at });
  },
);

const paper = group(
  {
    title: kind.text(300, "The paper's own title."),
    arxiv: kind.arxivId("arXiv id, without version.").exactOptional(),
    url: kind.webAddress("Where to read it; made from the arXiv id if left out.").exactOptional(),
  },
  'a group of fields that begins with "title: …"',
  "A paper discussed in the session.",
);

const talk = group(
  {
    title: kind.text(300, "The talk's title."),
    presenters: list(kind.person("Who presents."), "name: …", MAX_ITEMS, "Who presents the talk, in order."),
    papers: list(paper, "title: …", MAX_ITEMS, "What the talk is about, in order."),
    replay: kind.namedVideo("The recording of the talk, where it has its own.").exactOptional(),
  },
  'a group of fields that begins with "title: …"',
  "One of several talks.",
);

const link = group(
  {
    title: kind.text(200, "What the address leads to."),
    url: kind.webAddress("Where it is."),
  },
  'a group of fields that begins with "title: …"',
  "An address worth knowing.",
);

export const sessionFields = {
  id: kind.permanentId(
    "Permanent: calendar, feeds and page address know the session by it. The file may be renamed, the id not.",
  ),
  number: kind.wholeNumber(0, 9_999, "21 for S21; leave out where sessions have none.").exactOptional(),
  title: kind.text(300, "The title as announced.", "the session's title"),
  date: kind.civilDate("The day in the session's time zone, YYYY-MM-DD."),
  start: start.exactOptional(),
  duration: kind.minutes("Minutes; the club's usual duration if left out.").exactOptional(),
  timeZone: kind.timeZone("IANA name; the club's if left out.").exactOptional(),
  status: kind.oneOf(STATUSES, "scheduled if left out.").default("scheduled"),
  presenters: list(kind.person("Who presents."), "name: …", MAX_ITEMS, "Who presents, in order."),
  chair: oneOrList(
    kind.person("Who leads through the session."),
    "name: …",
    MAX_ITEMS,
    "Who leads through the session: one person, or a list.",
  ).exactOptional(),
  papers: list(paper, "title: …", MAX_ITEMS, "What is discussed, in order."),
  talks: list(talk, "title: …", MAX_ITEMS, "The talks, in order, where there are several."),
  join: kind.webAddress("Where to take part online (Zoom, Meet, …).").exactOptional(),
  passcode: kind.code(100, "Asked for at the join address, and shown only beside it.").exactOptional(),
  stream: kind.secureAddress("Where to watch it live.").exactOptional(),
  location: kind.text(300, "A room or an address.").exactOptional(),
  replay: oneOrList(
    replay,
    "https://…",
    MAX_ITEMS,
    "The recording, or a list where there are several.",
  ).exactOptional(),
  slides: kind.webAddress("The slides.").exactOptional(),
  code: kind.webAddress("The code.").exactOptional(),
  links: list(link, "title: …", MAX_ITEMS, "Further addresses, in order."),
  language: kind.language("Language tag (BCP 47); the club's if left out.").exactOptional(),
  tags: list(tag, "…", MAX_ITEMS, "Topics, for filtered feeds."),
  announced: announced.exactOptional(),
  knownAs: list(
    kind.permanentId("A name."),
    "a name",
    MAX_ITEMS,
    "Names that calendars, sheets and feeds give the session; npm run import writes them, to know it again.",
  ),
};

export const sessionFront = group(
  sessionFields,
  'lines of "name: value"',
  "The front matter of a session file.",
);

/** The front matter of one session, checked field by field. */
export type SessionFront = z.output<typeof sessionFront>;
