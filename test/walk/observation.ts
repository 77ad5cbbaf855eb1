/** What subscribers see at one moment: the four documents, read with the parsers that readers use. */
import ICAL from "ical.js";
import Parser from "rss-parser";
import { joinBody, type Representation } from "../../src/http/representation.ts";
import type { Instant } from "../../src/programme/instant.ts";
import { findFaults } from "./conformity.ts";
import type { Service } from "./service.ts";

export const FORMATS = ["rss", "atom", "json", "calendar"] as const;
export type Format = (typeof FORMATS)[number];

export interface SeenEntry {
  /** "video/abc", "session/s1/notice/2": the id without what every id of the club begins with. */
  key: string;
  title: string;
  url: string;
  html: string;
  publishedAt: Instant;
  updatedAt: Instant;
  session?: SeenSession;
}

/** `_session` of the JSON Feed, as far as it is looked at. */
export interface SeenSession {
  id: string;
  title: string;
  start: string;
  status: string;
  live?: string;
  replay?: string;
}

export interface SeenEvent {
  /** The session's id. */
  id: string;
  sequence: number;
  lastModified: Instant;
  startsAt: Instant;
  url: string;
  status: string;
  /** Everything a person reads of it. */
  readable: string;
}

export interface Observation {
  now: Instant;
  documents: Record<Format, SeenDocument>;
  /** Of the JSON Feed, the newest first. */
  entries: SeenEntry[];
  events: SeenEvent[];
}

export interface SeenDocument {
  representation: Representation;
  /** SHA-256 of the bytes, as an entity tag would have it. */
  hash: string;
  /** Everything a person reads of it, without dates of changes. */
  readable: string;
  /** The entries as this format tells them; of the calendar none. */
  entries: SeenEntry[];
  events: SeenEvent[];
  /** Against the format's own rules. */
  faults: string[];
}

/** Read everything; what was read before is not parsed again. */
export async function observe(
  service: Service,
  now: Instant,
  before: Observation | null,
): Promise<Observation> {
  const see = async (format: Format): Promise<SeenDocument> => {
    const known = before?.documents[format];
    const representation = await service.read(format);
    const isKnown =
      known !== undefined && isSameBytes(joinBody(known.representation), joinBody(representation));
    return isKnown ? { ...known, representation } : await parse(format, representation);
  };
  const documents = {
    rss: await see("rss"),
    atom: await see("atom"),
    json: await see("json"),
    calendar: await see("calendar"),
  };
  return { now, documents, entries: documents.json.entries, events: documents.calendar.events };
}

async function parse(format: Format, representation: Representation): Promise<SeenDocument> {
  const body = joinBody(representation);
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  const hash = await toTag(body);
  const entries = format === "calendar" ? [] : await PARSERS[format](text);
  const events = format === "calendar" ? parseCalendar(text) : [];
  const readable = JSON.stringify([
    entries.map(({ updatedAt: _updatedAt, ...entry }) => entry),
    events.map((event) => event.readable),
  ]);
  const faults = findFaults(format, text);
  return { representation, hash, readable, entries, events, faults };
}

const PARSERS = { rss: parseRss, atom: parseAtom, json: parseJson };

async function parseRss(text: string): Promise<SeenEntry[]> {
  const { items } = await new Parser().parseString(text);
  return items.map((item) => ({
    key: toKey(item.guid ?? ""),
    title: item.title ?? "",
    url: item.link ?? "",
    html: String(item["content:encoded"]),
    publishedAt: Date.parse(item.isoDate ?? ""),
    updatedAt: 0,
  }));
}

async function parseAtom(text: string): Promise<SeenEntry[]> {
  const parser = new Parser({ customFields: { item: ["id", "published", "updated"] } });
  const { items } = await parser.parseString(text);
  return items.map((item) => ({
    key: toKey(item["id"]),
    title: item.title ?? "",
    url: item.link ?? "",
    html: item.content ?? "",
    publishedAt: Date.parse(item["published"]),
    updatedAt: Date.parse(item["updated"]),
  }));
}

function parseJson(text: string): Promise<SeenEntry[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is not so is told by conformity.ts
  const { items } = JSON.parse(text) as { items: Record<string, never>[] };
  return Promise.resolve(
    items.map((item) => ({
      key: toKey(item["id"] ?? ""),
      title: item["title"] ?? "",
      url: item["url"] ?? "",
      html: item["content_html"] ?? "",
      publishedAt: Date.parse(item["date_published"] ?? ""),
      updatedAt: Date.parse(item["date_modified"] ?? ""),
      ...(item["_session"] === undefined ? {} : { session: item["_session"] }),
    })),
  );
}

function parseCalendar(text: string): SeenEvent[] {
  const root = ICAL.Component.fromString(text);
  return root.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const value = (name: string) => String(component.getFirstPropertyValue(name) ?? "");
    return {
      id: event.uid.replace(/@.*/, ""),
      sequence: event.sequence,
      lastModified: Date.parse(value("last-modified")),
      startsAt: event.startDate.toJSDate().getTime(),
      url: value("url"),
      status: value("status"),
      readable: JSON.stringify(
        component
          .getAllProperties()
          .filter(({ name }) => !["dtstamp", "last-modified", "sequence", "created"].includes(name))
          .map((property) => property.toICALString()),
      ),
    };
  });
}

const toKey = (id: string): string => id.replace(/^tag:[^:]*:/, "");

async function toTag(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes), 0, 16);
  return `"${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
