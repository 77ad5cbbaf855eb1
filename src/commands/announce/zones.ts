/** Zone names as announcements abbreviate them. */
import { isTimeZone } from "../../programme/civil-time.ts";

/**
 * The region a zone's name stands for. Hosts write "CET" and "EST" all year and mean the clock on the wall there, so each
 * abbreviation is the region's clock and not a fixed offset.
 */
const REGIONS: Readonly<Record<string, string>> = {
  ET: "America/New_York",
  EST: "America/New_York",
  EDT: "America/New_York",
  CT: "America/Chicago",
  CDT: "America/Chicago",
  MT: "America/Denver",
  MDT: "America/Denver",
  PT: "America/Los_Angeles",
  PST: "America/Los_Angeles",
  PDT: "America/Los_Angeles",
  UTC: "UTC",
  GMT: "UTC",
  Z: "UTC",
  UK: "Europe/London",
  BST: "Europe/London",
  WET: "Europe/Lisbon",
  CET: "Europe/Paris",
  CEST: "Europe/Paris",
  EET: "Europe/Helsinki",
  EEST: "Europe/Helsinki",
  IST: "Asia/Kolkata",
  SGT: "Asia/Singapore",
  HKT: "Asia/Hong_Kong",
  JST: "Asia/Tokyo",
  KST: "Asia/Seoul",
  AEST: "Australia/Sydney",
  AEDT: "Australia/Sydney",
  "NEW YORK": "America/New_York",
  EASTERN: "America/New_York",
  CENTRAL: "America/Chicago",
  MOUNTAIN: "America/Denver",
  PACIFIC: "America/Los_Angeles",
  LONDON: "Europe/London",
  PARIS: "Europe/Paris",
  BERLIN: "Europe/Berlin",
  ZURICH: "Europe/Zurich",
  INDIA: "Asia/Kolkata",
  BEIJING: "Asia/Shanghai",
  TOKYO: "Asia/Tokyo",
};

/** Names that stand for more than one region. */
const AMBIGUOUS: Readonly<Record<string, string>> = {
  CST: "Chicago or China",
  MST: "Denver or Phoenix",
};

/** The IANA zone of a name, "ambiguous" with the choices, or null where the name is not known. */
export function toZone(name: string): { timeZone: string } | { choices: string } | null {
  const upper = name.toUpperCase();
  const choices = AMBIGUOUS[upper];
  if (choices !== undefined) return { choices };
  const region = REGIONS[upper];
  if (region !== undefined) return { timeZone: region };
  return isTimeZone(name) ? { timeZone: name } : null;
}

/** Matches a zone's name where one may stand, known or not. */
export const ZONE_NAME =
  "[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?|(?:New York|Eastern|Central|Mountain|Pacific|London|Paris|Berlin|Zurich|India|Beijing|Tokyo)(?=\\s+[Tt]ime\\b|[\\s),./|]|$)|[A-Z]{1,5}T\\b|(?:UTC|GMT)[+-]\\d{1,2}|UTC\\b|UK\\b";
