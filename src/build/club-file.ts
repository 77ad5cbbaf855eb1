/** `data/club.yaml`, field by field, to the club. */
import * as z from "zod";
import { WEEKDAYS } from "../wording/dates.ts";
import type { Club } from "../programme/club.ts";
import type { PushSettings } from "../programme/hook.ts";
import { succeed } from "../programme/result.ts";
import { findTextMistake, toPlainLines } from "./data-file.ts";
import * as kind from "./field-kinds.ts";
import { hooks } from "./hook-field.ts";
import { channel, playlist } from "./youtube-source.ts";
import { checkFields, field, group, list, wrong, type CheckedFields } from "./field.ts";
import { toWorkerName, WORKER_NAME } from "./worker-name.ts";

/** What a session takes from its club. */
export type ClubDefaults = z.output<typeof looseDefaults>;

/** How the club's service is put on the net; no part of what it publishes. */
export interface Deployment {
  /** The Worker's name in its account. */
  worker: string;
  /** What self links say, without a slash at its end; null where the service learns it by itself. */
  publicUrl: string | null;
}

export interface ReadClub extends Pick<CheckedFields<Club>, "lineOf" | "mistakes"> {
  /** Null where something in it is wrong. */
  club: Club | null;
  /** Null where the club is. */
  deployment: Deployment | null;
  /** Null where the club is. */
  push: PushSettings | null;
  /** Good enough to check sessions with, also where the club file is wrong. */
  defaults: ClubDefaults;
}

/** A club that meets more seldom has no rhythm to go by. */
const MAX_WEEKS = 52;
/** Each is asked in every cycle, and on the free plan a cycle has 50 requests, of which the Data API has a share. */
const MAX_SOURCES = 10;
/** Each is told of four feeds at every change, and subscribers use the first one that they know. */
const MAX_HUBS = 5;

const usualFields = {
  weekday: kind.oneOf(WEEKDAYS, "The weekday on which the club meets as a rule."),
  start: kind.clockTime("HH:MM in the club's time zone."),
  duration: kind.minutes("Minutes."),
};

const every = field(
  'a number of weeks, such as "week" or "2 weeks"',
  { description: "How often the club meets: week, 2 weeks and so on.", examples: ["week", "2 weeks"] },
  (value) => {
    const [, count = "1"] = /^(?:([1-9]\d?) )?weeks?$/i.exec(value) ?? ["", "0"];
    const weeks = Number(count);
    if (weeks === 0) return wrong("is not a number of weeks");
    return weeks <= MAX_WEEKS ? succeed(weeks) : wrong("is too long", `at most ${MAX_WEEKS} weeks`);
  },
);

const clubFields = {
  name: kind.text(100, "The club's full name."),
  shortName: kind.text(40, "A short name that stands before session titles."),
  description: kind.text(1_000, "What the club is, in a sentence or two of plain text."),
  siteUrl: kind.webAddress("The club's own site."),
  uidDomain: kind.shaped(
    "^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}$",
    "is not a domain name",
    "a domain name in small letters, such as example.org",
    "Right-hand side of calendar ids and feed ids. Once published, never change it.",
  ),
  firstYear: kind.wholeNumber(1970, 2199, "The club's first year. Part of every feed id: never change it."),
  language: kind
    .language("Language tag (BCP 47), which pages, feeds and calendars speak; en if left out.")
    .default("en"),
  timeZone: kind.timeZone("IANA name of the club's time zone."),
  usual: group(
    usualFields,
    'fields below it: "weekday: …", "start: …", "duration: …"',
    "When the club meets as a rule.",
  ),
  every: every.exactOptional(),
  hosts: list(kind.person("A host."), "name: …", 20, "Who runs the club."),
  youtube: group(
    {
      channels: list(
        channel("A channel: UC…, or its address."),
        "UC…",
        MAX_SOURCES,
        "The club's own channels.",
      ),
      playlists: list(
        playlist("A playlist: PL…, or its address."),
        "PL…",
        MAX_SOURCES,
        "Playlists with the club's recordings; videos of other channels in them are never published by themselves.",
      ),
      channelId: channel("The same as a list of one channel.").exactOptional(),
      shorts: kind.yesOrNo("Whether Shorts are published like other videos; no if left out.").default(false),
      standAlone: kind.yesOrNo("Whether videos of no session are published; yes if left out.").default(true),
    },
    'fields below it, such as "channels: [UC…]"',
    "Where the club's videos are on YouTube.",
  ).default({ channels: [], playlists: [], shorts: false, standAlone: true }),
  feedLength: kind.wholeNumber(1, 500, "Entries in a feed; 50 if left out.").default(50),
  retired: list(
    kind.permanentId("A session id."),
    "old-id",
    1_000,
    "Ids of sessions once published and taken back: never to be used again.",
  ),
  worker: kind
    .shaped(
      WORKER_NAME,
      "is no name of a Worker",
      "1 to 63 of a-z, 0-9 and -, beginning and ending with a letter or digit",
      "The Worker's name at Cloudflare; made of uidDomain if left out. Another name is another service, with nothing remembered.",
    )
    .exactOptional(),
  publicUrl: kind.webAddress("Where the feeds are; the first visitor's address if left out.").exactOptional(),
  hubs: list(
    kind.secureAddress("A hub: its address."),
    "https://…",
    MAX_HUBS,
    "WebSub hubs that feeds name and that are told of changes, in place of the service's own /hub.",
  ),
  hooks,
};

export const clubFile = group(clubFields, 'lines of "name: value"', "The club, as data/club.yaml states it.");

/** Each default by itself, so that one wrong field of the club does not hide the mistakes of its sessions. */
const looseDefaults = z.object({
  timeZone: clubFields.timeZone.catch("UTC"),
  usual: z
    .object({ start: usualFields.start.catch("12:00"), duration: usualFields.duration.catch(1) })
    .catch({ start: "12:00", duration: 1 }),
  retired: clubFields.retired.catch([]),
});

/** Read the club file; all mistakes at once. */
export function readClubFile(source: string): ReadClub {
  const yaml = toPlainLines(source);
  const unreadable = findTextMistake(yaml);
  const { value, fields, lineOf, mistakes } = checkFields(clubFile, unreadable === null ? yaml : "");
  return {
    club: value === null ? null : toClub(value),
    deployment: value === null ? null : toDeployment(value),
    push: value === null ? null : { hooks: value.hooks, hubs: [...new Set(value.hubs)] },
    defaults: looseDefaults.parse(fields),
    lineOf,
    mistakes: unreadable === null ? mistakes : [unreadable],
  };
}

function toClub(file: z.output<typeof clubFile>): Club {
  const {
    usual,
    youtube,
    every: everyWeeks,
    worker: _worker,
    publicUrl: _publicUrl,
    hubs: _hubs,
    hooks: _hooks,
    ...rest
  } = file;
  const { channelId, channels, playlists, ...shown } = youtube;
  return {
    ...rest,
    usual: {
      weekday: WEEKDAYS.indexOf(usual.weekday) + 1,
      start: usual.start,
      durationMinutes: usual.duration,
    },
    ...(everyWeeks !== undefined && { everyWeeks }),
    youtube: {
      channels: [...new Set([...channels, ...(channelId === undefined ? [] : [channelId])])],
      playlists: [...new Set(playlists)],
      ...shown,
    },
  };
}

function toDeployment({ uidDomain, worker, publicUrl }: z.output<typeof clubFile>): Deployment {
  return {
    worker: worker ?? toWorkerName(uidDomain),
    publicUrl: publicUrl?.replace(/\/+$/, "") ?? null,
  };
}
