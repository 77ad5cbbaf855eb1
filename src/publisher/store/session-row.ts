/** What is stored of a session as it was last published, as a schema. */
import * as z from "zod/mini";
import { isCivilDate } from "../../programme/civil-time.ts";
import type { Session } from "../../programme/session.ts";
import * as is from "./stored-value.ts";

export const STATUS = z.enum(is.STATUSES);
export const TIME = {
  startsAt: is.INSTANT,
  endsAt: is.INSTANT,
  timeZone: is.TIME_ZONE,
  isAllDay: z.boolean(),
};

const PEOPLE = z.array(
  z.object({
    name: is.TEXT,
    affiliation: z.exactOptional(is.TEXT),
    x: z.exactOptional(is.TEXT),
    url: z.exactOptional(is.WEB_ADDRESS),
  }),
);

const PAPERS = z.array(
  z.object({ title: is.TEXT, arxiv: z.exactOptional(is.TEXT), url: z.exactOptional(is.WEB_ADDRESS) }),
);

const NAMED_VIDEO = z.object({ videoId: is.NAMED_VIDEO_ID, url: z.exactOptional(is.WEB_ADDRESS) });

const TALKS = z.array(
  z.object({
    title: is.TEXT,
    presenters: PEOPLE,
    papers: PAPERS,
    replay: z.exactOptional(NAMED_VIDEO),
  }),
);

/** Members that came later are absent from what was stored before. */
export const SESSION: z.ZodMiniType<Session> = z
  .object({
    ...TIME,
    id: is.SESSION_ID,
    number: z.exactOptional(is.COUNT),
    title: is.NAME,
    date: z.string().check(z.refine(isCivilDate, "expected a date")),
    status: STATUS,
    presenters: PEOPLE,
    chair: z.exactOptional(PEOPLE),
    papers: PAPERS,
    talks: z.exactOptional(TALKS),
    join: z.exactOptional(is.WEB_ADDRESS),
    passcode: z.exactOptional(is.TEXT),
    stream: z.exactOptional(is.WEB_ADDRESS),
    location: z.exactOptional(is.TEXT),
    replay: z.exactOptional(z.union([z.literal("none"), NAMED_VIDEO])),
    otherReplays: z.exactOptional(z.array(NAMED_VIDEO)),
    slides: z.exactOptional(is.WEB_ADDRESS),
    code: z.exactOptional(is.WEB_ADDRESS),
    links: z.exactOptional(z.array(z.object({ title: is.TEXT, url: is.WEB_ADDRESS }))),
    inLanguage: z.exactOptional(is.TEXT),
    tags: z.array(is.TEXT),
    announcedAt: z.exactOptional(is.INSTANT),
    abstract: z.object({ html: is.TEXT, text: is.TEXT, page: z.exactOptional(is.TEXT) }),
    written: z.exactOptional(
      z.object({
        title: z.exactOptional(is.NAME),
        papers: z.exactOptional(PAPERS),
        talks: z.exactOptional(TALKS),
        abstract: z.exactOptional(z.object({ html: is.TEXT, text: is.TEXT })),
      }),
    ),
  })
  .check(z.refine(({ startsAt, endsAt }) => startsAt < endsAt, "expected an end after the start"));
