/** Time zones as announcements name them: "ET", "Paris time", "heure de Paris", "UTC−4", "+02:00", "America/New_York". */
import { isTimeZone } from "../../../programme/civil-time.ts";

/**
 * The regions whose clocks a name stands for. Hosts write "CET" and "EST" all year and mean the clock on the wall there, so
 * a name is a region's clock and not a fixed offset. Where there are several, the other times of the list decide.
 */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  "America/New_York": [
    "ET",
    "EST",
    "EDT",
    "EASTERN",
    "US EASTERN",
    "BOSTON",
    "WASHINGTON",
    "NYC",
    "NUEVA YORK",
    "NOVA YORK",
    "ニューヨーク",
    "米国東部",
    "뉴욕",
    "纽约",
    "紐約",
    "美东",
    "美東",
  ],
  "America/Chicago": ["CT", "CDT", "CST", "CENTRAL", "US CENTRAL"],
  "America/Denver": ["MT", "MDT", "MST", "MOUNTAIN", "US MOUNTAIN"],
  "America/Phoenix": ["MST"],
  "America/Los_Angeles": ["PT", "PST", "PDT", "PACIFIC", "US PACIFIC", "SAN FRANCISCO", "SEATTLE", "美西"],
  "America/Mexico_City": ["CIUDAD DE MEXICO", "CDMX", "MEXICO"],
  "America/Sao_Paulo": ["BRT", "BRASILIA"],
  UTC: ["UTC", "GMT", "Z"],
  "Europe/London": ["UK", "BST", "BRITISH", "LONDRES", "LONDRA", "ロンドン", "伦敦", "倫敦", "런던"],
  "Europe/Rome": ["ROMA", "ITALIA"],
  "Europe/Berlin": ["BERLIM", "BERLIN", "BERLINO"],
  "Europe/Madrid": ["ESPANA", "ESPANHA"],
  "Europe/Vienna": ["WIEN"],
  "America/Santiago": ["CHILE"],
  "America/Argentina/Buenos_Aires": ["ARGENTINA", "ART"],
  "America/Bogota": ["COLOMBIA", "COT"],
  "America/Lima": ["PERU", "PET"],
  "Europe/Lisbon": ["WET"],
  "Europe/Paris": ["CET", "CEST", "MEZ", "MESZ", "CENTRAL EUROPEAN", "PARIGI", "パリ", "巴黎", "파리"],
  "Europe/Helsinki": ["EET", "EEST", "EASTERN EUROPEAN"],
  "Asia/Kolkata": ["IST", "INDIA", "INDIAN", "DELHI", "NEW DELHI", "MUMBAI", "BANGALORE", "BENGALURU"],
  "Asia/Jerusalem": ["IST", "ISRAEL"],
  "Asia/Singapore": ["SGT"],
  "Asia/Taipei": ["台北", "台灣", "台湾"],
  "Asia/Hong_Kong": ["HKT"],
  "Asia/Shanghai": ["CST", "BEIJING", "PEKING", "CHINA", "北京", "中国", "上海"],
  "Asia/Tokyo": ["JST", "JAPAN", "日本", "東京"],
  "Asia/Seoul": ["KST", "KOREA", "한국", "서울", "韓国", "ソウル"],
  "Australia/Sydney": ["AEST", "AEDT"],
};
/** "GMT-5", "+05:30". */
const OFFSET = /^(?:UTC|GMT)?\s?([+−–-])(\d{1,2}):?(\d{2})?$/;

/** "NEW YORK" to "America/New_York": every zone's own city. */
const CITIES = new Map(
  Intl.supportedValuesOf("timeZone").map((zone) => [toKey(zone.slice(zone.lastIndexOf("/") + 1)), zone]),
);

/** The zones a name can stand for: IANA names, or an offset where that is what is written; none where it is not known. */
export function toZones(name: string): string[] {
  const [, sign, hours, minutes = "00"] = OFFSET.exec(name) ?? [];
  if (hours !== undefined) return [`${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}`];
  const key = toKey(name);
  const regions = Object.keys(REGIONS).filter((region) => REGIONS[region]?.includes(key));
  if (regions.length > 0) return regions;
  const city = CITIES.get(key);
  return city !== undefined ? [city] : /\//.test(name) && isTimeZone(name) ? [name] : [];
}

function toKey(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll(".", "")
    .replaceAll("_", " ")
    .trim()
    .toUpperCase();
}

const SIGNED = "(?:UTC|GMT)\\s?[+−–-]\\s?\\d{1,2}(?::?\\d{2})?(?!\\d|:|\\s*[ap]\\.?m)";
const NAMED =
  "Etc/GMT[+-]\\d{1,2}|[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?|(?:[A-Z]{1,5}T|[ECMP]\\.(?:[DS]\\.)?T\\.|UTC|UK|MESZ|MEZ)(?![\\p{L}\\d])";
/** "US Eastern Standard Time", "Paris time", "Eastern". */
const CLOCK = "(?:\\s+(?:[Ss]tandard|[Dd]aylight|[Ss]ummer|[Ll]ocal))?\\s+[Tt]ime(?![\\p{L}])";
const PLACE = "\\p{Lu}[\\p{L}]+(?:\\s(?:(?:de|do|of)\\s)?\\p{Lu}[\\p{L}]+){0,2}";
const REGION = "(?:Central|Eastern) European|(?:US\\s)?(?:Eastern|Central|Mountain|Pacific)(?![\\p{L}])";
/** Only where it is known: "1pm Gates" is a place without a clock. */
const BARE_CITY = `${PLACE}(?=\\s*(?:[),./|;–-]|$))`;
/** "heure de Paris", "hora de Madrid", "horário de Brasília". */
const OF_PLACE = `(?:[Hh]eure|[Hh]eures|[Oo]rtszeit|[Hh]ora|[Hh]or[áa]rio|[Oo]ra)\\s+(?:de|d['’]|di|do|da)\\s*(${PLACE})`;
const HAN =
  "(北京|中国|上海|日本|東京|ニューヨーク|米国東部|ロンドン|パリ|ソウル|韓国|한국|서울|뉴욕|런던|파리|纽约|紐約|美东|美東|美西|伦敦|倫敦|巴黎|台北|台灣|台湾)\\s?(?:时间|時間|시간)";
const ZONE = new RegExp(
  `^(?:${OF_PLACE}|${HAN}|(${SIGNED}|${NAMED})(?:${CLOCK})?|(${REGION})(?:${CLOCK})?|(${PLACE})${CLOCK}|(${BARE_CITY}))`,
  "u",
);

export interface ZoneMention {
  /** As written: "ET", "Europe/Paris", "GMT-5". */
  name: string;
  /** Characters from the beginning of the text. */
  length: number;
}

/** The zone a text begins with. */
export function findZone(text: string): ZoneMention | null {
  const found = ZONE.exec(text);
  const name = found?.slice(1).find((part) => part !== undefined);
  if (found === null || name === undefined) return null;
  // A city alone, and not "Paris time": it has to be known.
  if (found.at(-1) !== undefined && toZones(name).length === 0) return null;
  return { name: name.replace(/\s+(?=[+−–-])|(?<=[+−–-])\s+/g, ""), length: found[0].length };
}

const AFTER = /^\s*(?:Uhr\b)?\s*[,;]?\s*[([（]?\s*/;
const NUMERIC = /^(?:\s?Z(?![\p{L}\d])|[+−-]\d{2}:?\d{2}\b|\s?\+\d{2}\b(?!:)|\s[+−-]\d{4}\b)/u;

/** The zone that follows a time: "1pm (GMT+8)", "13:00+02:00", "19h00, heure de Paris". */
export function findZoneAfter(text: string): ZoneMention | null {
  const offset = NUMERIC.exec(text)?.[0];
  if (offset !== undefined) return { name: offset.trim(), length: offset.length };
  const outlook = OUTLOOK.exec(text);
  if (outlook !== null) return toNamedOffset(text, outlook);
  const before = AFTER.exec(text)?.[0].length ?? 0;
  const zone = findZone(text.slice(before));
  // "1pm, MIT" is a place: after a comma only a known zone is one.
  const isNone = zone === null || (/[,;]/.test(text.slice(0, before)) && toZones(zone.name).length === 0);
  return isNone ? null : { name: zone.name, length: before + zone.length };
}

/** Outlook writes the offset of winter before a zone's name, all year: "(UTC-05:00) Eastern Time (US & Canada)". */
const OUTLOOK = /^\s*\(UTC[+-]\d{2}:\d{2}\)\s+(?=\p{Lu})/u;

function toNamedOffset(text: string, { 0: offset }: RegExpExecArray): ZoneMention {
  const rest = text.slice(offset.length);
  const [words = ""] = /^[^\d()[\]|/;]+/.exec(rest) ?? [];
  const zone = findZone(rest) ?? { name: words.trim(), length: words.trimEnd().length };
  const cities = /^\p{Lu}\p{L}+(?:,\s\p{Lu}[\p{L} ]+)+/u.exec(rest)?.[0];
  if (cities === undefined) return { name: zone.name, length: offset.length + zone.length };
  const known = cities.split(", ").find((city) => toZones(city).length > 0);
  return { name: known ?? cities, length: offset.length + cities.length };
}

/** The zone in brackets or with a colon before a time: "(UTC+2) 19:00", "Paris: 7pm". */
export function findZoneBefore(text: string): ZoneMention | null {
  const city = /(?:^|[\s([/|,;])(\p{Lu}[\p{L} ]{1,30}?):\s*$/u.exec(text.slice(-60))?.[1];
  if (city !== undefined && toZones(city).length > 0)
    return { name: city, length: text.length - text.lastIndexOf(city) };
  const [whole = "", words = ""] =
    /[([（]\s*([^()[\]（）]{1,40}?)\s*[)\]）]\s*:?\s*$/u.exec(text.slice(-60)) ?? [];
  const zone = findZone(words);
  const isZone = zone !== null && zone.length === words.length && toZones(zone.name).length > 0;
  return isZone ? { name: zone.name, length: whole.length } : null;
}

/** Zones in which the clock has twelve hours in everyday writing. */
export function hasTwelveHours(zone: string): boolean {
  return /^(?:America\/(?!Sao_Paulo)|Australia\/|Asia\/(?:Kolkata|Manila))/.test(zone);
}
