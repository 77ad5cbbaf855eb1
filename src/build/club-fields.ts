/** `data/club.yaml`, field by field. */
import type * as z from "zod";
import { WEEKDAYS } from "../wording/dates.ts";
import { succeed } from "../programme/result.ts";
import { field, group, list, wrong, type Reading } from "./field.ts";
import {
  clockTime,
  minutes,
  oneOf,
  permanentId,
  text,
  timeZone,
  webAddress,
  wholeNumber,
  yesOrNo,
} from "./field-kinds.ts";
import { person } from "./person-fields.ts";

const MAX_NAME_CHARACTERS = 100;
/** It stands before every title: "DDRG: …". */
const MAX_SHORT_NAME_CHARACTERS = 40;
const MAX_DESCRIPTION_CHARACTERS = 1_000;
const MAX_HOSTS = 20;
/** As many ids as a club may ever take back. */
const MAX_RETIRED = 1_000;
/** The feeds' own limit. */
const MAX_FEED_LENGTH = 500;
const DEFAULT_FEED_LENGTH = 50;

export const usualFields = {
  weekday: oneOf(WEEKDAYS, "The weekday on which the club meets as a rule."),
  start: clockTime("HH:MM in the club's time zone."),
  duration: minutes("Minutes."),
};

const youtube = group(
  {
    channelId: channelId().exactOptional(),
    shorts: yesOrNo("Whether Shorts are published like other videos; no if left out.").default(false),
    standAlone: yesOrNo("Whether videos of no session are published; yes if left out.").default(true),
  },
  'fields below it, such as "channelId: …"',
  "The club's YouTube channel.",
);

export const clubFields = {
  name: text(MAX_NAME_CHARACTERS, "The club's full name."),
  shortName: text(MAX_SHORT_NAME_CHARACTERS, "A short name that stands before session titles."),
  description: text(MAX_DESCRIPTION_CHARACTERS, "What the club is, in a sentence or two of plain text."),
  siteUrl: webAddress("The club's own site."),
  uidDomain: domain(),
  firstYear: wholeNumber(1970, 2199, "The club's first year. Part of every feed id: never change it."),
  language: language().default("en"),
  timeZone: timeZone("IANA name of the club's time zone."),
  usual: group(
    usualFields,
    'fields below it: "weekday: …", "start: …", "duration: …"',
    "When the club meets as a rule.",
  ),
  hosts: list(person("A host."), "name: …", MAX_HOSTS, "Who runs the club."),
  youtube: youtube.default({ shorts: false, standAlone: true }),
  feedLength: wholeNumber(1, MAX_FEED_LENGTH, "Entries in a feed; 50 if left out.").default(
    DEFAULT_FEED_LENGTH,
  ),
  retired: list(
    permanentId("A session id."),
    "old-id",
    MAX_RETIRED,
    "Ids of sessions once published and taken back: never to be used again.",
  ),
};

export const clubFile = group(clubFields, 'lines of "name: value"', "The club, as data/club.yaml states it.");

/** The club file, checked field by field. */
export type ClubFile = z.output<typeof clubFile>;

function domain() {
  const expected = "a domain name in small letters, such as example.org";
  const description = "Right-hand side of calendar ids and feed ids. Once published, never change it.";
  const pattern = "^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}$";
  return field(expected, { description, pattern }, (value): Reading<string> => {
    return new RegExp(pattern).test(value) ? succeed(value) : wrong(value, "is not a domain name", expected);
  });
}

function channelId() {
  const expected = "UC and 22 more letters, digits, - or _ (not a handle or an address)";
  const hints = {
    description: "UC…; leave it empty while the club has no channel.",
    pattern: "^(UC[A-Za-z0-9_-]{22})?$",
  };
  return field(expected, hints, (value): Reading<string> => {
    return /^UC[\w-]{22}$/.test(value) ? succeed(value) : wrong(value, "is not a channel id", expected);
  });
}

function language() {
  const expected = "a language tag such as en or pt-BR (BCP 47)";
  return field(
    expected,
    { description: "Language tag (BCP 47); en if left out." },
    (value): Reading<string> => {
      try {
        return succeed(Intl.getCanonicalLocales(value)[0] ?? value);
      } catch {
        return wrong(value, "is not a language tag", expected);
      }
    },
  );
}
