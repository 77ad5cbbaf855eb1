/** What is stored of a session as it was last published, as a schema. */
import * as v from "valibot";
import { isCivilDate } from "../../programme/civil-time.ts";
import type { Session } from "../../programme/session.ts";
import * as is from "./stored-value.ts";

export const STATUS = v.picklist(is.STATUSES);
export const TIME = {
  startsAt: is.INSTANT,
  endsAt: is.INSTANT,
  timeZone: is.TIME_ZONE,
  isAllDay: v.boolean(),
};

const PEOPLE = v.array(
  v.object({
    name: is.TEXT,
    affiliation: v.exactOptional(is.TEXT),
    x: v.exactOptional(is.TEXT),
    url: v.exactOptional(is.WEB_ADDRESS),
  }),
);

const PAPERS = v.array(
  v.object({ title: is.TEXT, arxiv: v.exactOptional(is.TEXT), url: v.exactOptional(is.WEB_ADDRESS) }),
);

const NAMED_VIDEO = v.object({ videoId: is.NAMED_VIDEO_ID, url: v.exactOptional(is.WEB_ADDRESS) });

const TALKS = v.array(
  v.object({
    title: is.TEXT,
    presenters: PEOPLE,
    papers: PAPERS,
    replay: v.exactOptional(NAMED_VIDEO),
  }),
);

/** Members that came later are absent from what was stored before. */
export const SESSION: v.GenericSchema<Session> = v.pipe(
  v.object({
    ...TIME,
    id: is.SESSION_ID,
    number: v.exactOptional(is.COUNT),
    title: is.NAME,
    date: v.pipe(v.string(), v.check(isCivilDate, "expected a date")),
    status: STATUS,
    presenters: PEOPLE,
    chair: v.exactOptional(PEOPLE),
    papers: PAPERS,
    talks: v.exactOptional(TALKS),
    join: v.exactOptional(is.WEB_ADDRESS),
    passcode: v.exactOptional(is.TEXT),
    stream: v.exactOptional(is.WEB_ADDRESS),
    location: v.exactOptional(is.TEXT),
    replay: v.exactOptional(v.union([v.literal("none"), NAMED_VIDEO])),
    otherReplays: v.exactOptional(v.array(NAMED_VIDEO)),
    slides: v.exactOptional(is.WEB_ADDRESS),
    code: v.exactOptional(is.WEB_ADDRESS),
    links: v.exactOptional(v.array(v.object({ title: is.TEXT, url: is.WEB_ADDRESS }))),
    inLanguage: v.exactOptional(is.TEXT),
    tags: v.array(is.TEXT),
    announcedAt: v.exactOptional(is.INSTANT),
    abstract: v.object({ html: is.TEXT, text: is.TEXT, page: v.exactOptional(is.TEXT) }),
    written: v.exactOptional(
      v.object({
        title: v.exactOptional(is.NAME),
        papers: v.exactOptional(PAPERS),
        talks: v.exactOptional(TALKS),
        abstract: v.exactOptional(v.object({ html: is.TEXT, text: is.TEXT })),
      }),
    ),
  }),
  v.check(({ startsAt, endsAt }) => startsAt < endsAt, "expected an end after the start"),
);
