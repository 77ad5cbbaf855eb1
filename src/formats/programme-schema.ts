/**
 * JSON Schema (draft 2020-12) of `/programme.json`: what each member means, for people, editors and programs. The compiler
 * asks for every member that is written, and for none besides.
 */
import { toJsonText } from "./json.ts";
import type { toProgrammeData, toSessionData, toVideoData } from "./programme-json.ts";

type Schema = Readonly<Record<string, unknown>>;
type ProgrammeData = ReturnType<typeof toProgrammeData>;
type SessionData = ReturnType<typeof toSessionData>;
type VideoData = ReturnType<typeof toVideoData>;
type Item<List> = List extends readonly (infer Member)[] ? Member : never;
type Properties<Value> = Readonly<Record<KeysOf<Value>, Schema>>;
/** Of a union, the members of all its parts. */
type KeysOf<Value> = Value extends unknown ? keyof Value & string : never;

const text = (description: string): Schema => ({ type: "string", description });
const address = (description: string): Schema => ({ type: "string", format: "uri", description });
const instant = (description: string): Schema => ({ type: "string", format: "date-time", description });
const clock = (description: string): Schema => ({
  type: "string",
  pattern: "^[0-2]\\d:[0-5]\\d$",
  description,
});
const list = (items: Schema, description: string): Schema => ({ type: "array", items, description });
const listOf = (name: string, description: string): Schema => list({ $ref: `#/$defs/${name}` }, description);

function object<Name extends string>(
  properties: Readonly<Record<Name, Schema>>,
  required: readonly Name[],
): Schema {
  return { type: "object", required, properties };
}

const PLACE = {
  url: address("Where it is watched."),
  siteName: text("The site it is on: YouTube, or the host."),
  playerUrl: address(
    "What a frame loads to play it; with autoplay=1 it begins by itself. Absent where there is only the page.",
  ),
  imageUrl: address("A picture of 320 by 180, from this service; YouTube's videos only."),
};

const PERSON: Properties<Item<SessionData["presenters"]>> = {
  name: text("Their name."),
  affiliation: text("Where they work."),
  url: address("Their page."),
};

const PAPER: Properties<Item<SessionData["papers"]>> = {
  title: text("Its title."),
  arxiv: text("Its id at arXiv, without version."),
  url: address("Where it is read."),
};

const TALK: Properties<Item<NonNullable<SessionData["talks"]>>> = {
  title: text("Its title."),
  presenters: listOf("person", "Also among the session's."),
  papers: listOf("paper", "Also among the session's."),
};

const VIDEO: Properties<VideoData> = {
  title: text("Its title."),
  publishedAt: instant("When it was published here."),
  ...PLACE,
};

const REPLAY: Properties<Item<SessionData["replays"]>> = {
  talk: text("The title of the talk it is of, where it is not of the whole session."),
  ...PLACE,
};

const LINK: Properties<Item<NonNullable<SessionData["links"]>>> = {
  title: text("What it is."),
  url: address("Where it leads."),
};

const SESSION: Properties<SessionData> = {
  id: text("Permanent; the calendar's UID and the session's page are made of it."),
  number: { type: "integer", description: "21 for S21." },
  label: text("The title with the number before it: “S21: Title”."),
  title: text("The title alone."),
  state: {
    enum: [
      "upcoming",
      "tentative",
      "live",
      "past",
      "postponed",
      "cancelled",
    ] satisfies SessionData["state"][],
    description:
      "Where it stands: coming; coming, on a date that is not confirmed; on; over; or it does not take place as announced.",
  },
  note: text("A sentence where something is to be known: that it was moved, and from when, for example."),
  when: text("Day and time as a line for people, in its time zone and the programme's language."),
  date: { type: "string", format: "date", description: "The day on which it begins, in timeZone." },
  start: clock("When it begins, in timeZone. Absent while the time is to be announced."),
  end: clock("When it ends, in timeZone; over midnight it is the next day's."),
  timeZone: text("The IANA name of the session's time zone."),
  startsAt: instant("When it begins, in UTC. Absent while the time is to be announced."),
  endsAt: instant("When it ends, in UTC; exclusive."),
  url: address("Its page."),
  calendarUrl: address("It alone as a calendar to download."),
  joinUrl: address("Where to take part online; gone when it is over, or does not take place as announced."),
  passcode: text("What is asked for at joinUrl."),
  liveUrl: address("Where to watch it live; gone when joinUrl is."),
  location: text("A room or an address."),
  presenters: listOf("person", "Who presents."),
  chair: listOf("person", "Who leads through the session."),
  papers: listOf("paper", "What is discussed."),
  talks: list(object(TALK, ["title"]), "In order, where there are several."),
  summary: text("The beginning of its abstract, as plain text."),
  tags: list({ type: "string" }, "Its tags."),
  language: text("BCP 47: what title and summary are in, where it is not the club's language."),
  replays: list(object(REPLAY, ["url", "siteName"]), "Of the session first, then of its talks."),
  isRecorded: { const: false, description: "There where the club says that there will be no replay." },
  slidesUrl: address("Its slides."),
  codeUrl: address("Its code."),
  links: list(object(LINK, ["title", "url"]), "Whatever else the club links to."),
};

const PROGRAMME: Properties<ProgrammeData> = {
  $schema: address("This description."),
  name: text("The club's name."),
  description: text("The club in a sentence or two."),
  language: text("BCP 47: what everything here is in."),
  timeZone: text("The IANA name of the club's time zone."),
  url: address("The programme as a page."),
  calendarUrl: address("The calendar to subscribe to, of the same selection."),
  feedUrl: address("The feed to subscribe to, of the same selection."),
  words: {
    type: "object",
    additionalProperties: { type: "string" },
    description:
      "What to write beside it, in language: a word for each state but upcoming and past, for joining and watching, and a sentence where nothing is announced.",
  },
  upcoming: listOf(
    "session",
    "Sessions that have not ended. First the one that is on or next, then the others by date, cancelled and postponed ones among them. With show=next the first alone.",
  ),
  past: listOf("session", "Sessions that have ended, the newest first."),
  videos: listOf("video", "Videos that belong to no session, the newest first."),
};

/** Without a session of its own: the document describes every club's programme alike. */
export const PROGRAMME_SCHEMA = toJsonText({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "{{self}}",
  title: "The programme of a journal club",
  description:
    "Every session once: the one that is on or next, then what is coming, then what was. What has nothing to say is left out. Members may be added; none is renamed, and none changes its meaning.",
  ...object(PROGRAMME, ["name", "language", "timeZone", "url", "words", "upcoming", "past"]),
  $defs: {
    session: object(SESSION, [
      "id",
      "label",
      "title",
      "state",
      "when",
      "date",
      "timeZone",
      "url",
      "calendarUrl",
    ]),
    video: object(VIDEO, ["title", "publishedAt", "url", "siteName"]),
    person: object(PERSON, ["name"]),
    paper: object(PAPER, []),
  },
});
