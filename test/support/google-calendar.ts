/**
 * A stand-in for Google's tokens and its Calendar API, over HTTP on this machine: one calendar, in pages, with faults; and
 * for the club's service, whose calendar it answers.
 */
import { createServer, type IncomingMessage, type Server } from "node:http";
import { exportPKCS8, generateKeyPair, jwtVerify, type CryptoKey } from "jose";
import { toZonedRfc3339 } from "../../src/programme/civil-time.ts";
import { listen } from "./listen.ts";

interface StoredTime {
  date?: string;
  dateTime?: string;
  timeZone?: string;
}
export interface StoredEvent {
  id: string;
  iCalUID: string;
  status: string;
  sequence: number;
  start: StoredTime;
  end: StoredTime;
  summary?: string;
  description?: string;
  location?: string;
  transparency?: string;
  colorId?: string;
  source?: { title: string; url: string };
  extendedProperties?: { private?: Record<string, string> };
}

/** An answer in place of the usual one, to the next requests that fit. */
export interface Fault {
  /** "POST import", "PATCH", "GET": method, and the end of the path where that matters. */
  of: RegExp;
  times: number;
  /** 0 cuts the connection. */
  status: number;
  reason?: string;
  message?: string;
  retryAfter?: string;
}

type Reply = [status: number, value: unknown, fields?: Record<string, string>];

export const ACCOUNT = "club@project.iam.gserviceaccount.com";
export const CALENDAR_ID = "c_club/1@group.calendar.google.com";
const KEY_ID = "key-1";
const EVENTS = `/calendar/v3/calendars/${encodeURIComponent(CALENDAR_ID)}/events`;
const SCOPE = "https://www.googleapis.com/auth/calendar.events";

export class GoogleStandIn {
  url = "";
  /** The key file of the account. */
  key = "";
  /** What the club's service answers under any address that ends in "calendar.ics"; null where it is down. */
  calendar: string | null = null;
  /** The addresses of the club's calendar that were asked for. */
  readonly read: string[] = [];
  readonly events: StoredEvent[] = [];
  readonly faults: Fault[] = [];
  /** "GET", "POST import", "PATCH e1", "token", in their order. */
  readonly asked: string[] = [];
  /** The JWTs that came. */
  readonly assertions: string[] = [];
  role: "none" | "reader" | "writer" = "writer";
  isKeyKnown = true;
  pageSize = 2_500;
  /** How many requests a token is good for. */
  tokenUses = Infinity;
  /** Whether the import of a UID that is there replaces the event, as Google's documentation has it; else it is a duplicate. */
  isReplacing = false;
  /** Whether deleted events are listed with nothing but their ids, or not at all. */
  deletedAre: "whole" | "bare" | "forgotten" = "whole";
  /** What Google makes of what it is sent. */
  keep = (event: StoredEvent): StoredEvent => event;
  #server: Server | null = null;
  #publicKey: CryptoKey | null = null;
  readonly #tokens = new Map<string, number>();
  #nextId = 1;

  async start(): Promise<void> {
    const { publicKey, privateKey } = await keys;
    this.#publicKey = publicKey;
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(([status, value, fields]) => {
        if (status === 0) return response.destroy();
        response.writeHead(status, { "content-type": "application/json", ...fields });
        return response.end(status === 204 ? "" : typeof value === "string" ? value : JSON.stringify(value));
      });
    });
    this.url = await listen(this.#server);
    this.key = JSON.stringify({
      type: "service_account",
      project_id: "project",
      private_key_id: KEY_ID,
      private_key: await exportPKCS8(privateKey),
      client_email: ACCOUNT,
      token_uri: `${this.url}/token`,
    });
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  /** An event that a person, or an earlier run, put there. */
  add(event: Partial<StoredEvent>): StoredEvent {
    const id = `e${this.#nextId++}`;
    const day = { date: "2026-01-01" };
    const whole = { id, iCalUID: `${id}@google.com`, status: "confirmed", sequence: 0, start: day, end: day };
    const stored = { ...whole, ...event };
    this.events.push(stored);
    return stored;
  }

  find(iCalUID: string): StoredEvent | undefined {
    return this.events.find((event) => event.iCalUID === iCalUID);
  }

  async #answer(request: IncomingMessage): Promise<Reply> {
    const text = await readText(request);
    const { pathname, search, searchParams } = new URL(request.url ?? "/", this.url);
    if (pathname.endsWith("calendar.ics")) return this.#serveClub(pathname + search);
    const path = pathname.startsWith(EVENTS) ? pathname.slice(EVENTS.length + 1) : "no events";
    const name = pathname === "/token" ? "token" : `${request.method} ${path}`.trim();
    this.asked.push(name);
    const fault = this.#toFault(name);
    if (fault !== null) return fault;
    if (name === "token") return await this.#giveToken(new URLSearchParams(text));
    const { method = "" } = request;
    return (
      this.#refuse(request, path) ??
      (method === "GET" ? this.#list(searchParams) : this.#write(method, path, text))
    );
  }

  #serveClub(address: string): Reply {
    this.read.push(address);
    return this.calendar === null ? [503, ""] : [200, this.calendar, { "content-type": "text/calendar" }];
  }

  #refuse({ method, headers }: IncomingMessage, path: string): Reply | null {
    if (!this.#takeToken(headers.authorization)) return refuse(401, "authError", "Invalid Credentials");
    if (path === "no events" || this.role === "none") return refuse(404, "notFound", "Not Found");
    if (method === "GET" || this.role === "writer") return null;
    return refuse(403, "requiredAccessLevel", "You need to have writer access to this calendar.");
  }

  #write(method: string, path: string, text: string): Reply {
    if (method === "POST" && path === "import") return this.#import(JSON.parse(text));
    const stored = this.events.find(({ id }) => id === path);
    if (stored === undefined) return refuse(404, "notFound", "Not Found");
    if (method === "DELETE") {
      if (stored.status === "cancelled") return refuse(410, "deleted", "Resource has been deleted");
      stored.status = "cancelled";
      return [204, ""];
    }
    return method === "PATCH" ? this.#change(stored, JSON.parse(text)) : refuse(405, "", "");
  }

  #toFault(name: string): Reply | null {
    const fault = this.faults.find(({ of, times }) => times > 0 && of.test(name));
    if (fault === undefined) return null;
    fault.times -= 1;
    const [status, value] = refuse(fault.status, fault.reason ?? "", fault.message ?? "Fault");
    return [status, value, fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter }];
  }

  async #giveToken(given: URLSearchParams): Promise<Reply> {
    this.assertions.push(given.get("assertion") ?? "");
    if (!this.isKeyKnown || this.#publicKey === null)
      return [400, { error: "invalid_grant", error_description: "Invalid JWT Signature." }];
    if (given.get("grant_type") !== "urn:ietf:params:oauth:grant-type:jwt-bearer")
      return [400, { error: "unsupported_grant_type" }];
    const mistake = await this.#findMistake(given.get("assertion") ?? "", this.#publicKey);
    if (mistake !== null) return [400, { error: "invalid_grant", error_description: mistake }];
    const token = `token-${this.#tokens.size + 1}`;
    this.#tokens.set(token, this.tokenUses);
    return [200, { access_token: token, expires_in: 3_599, token_type: "Bearer" }];
  }

  /** Null for a JWT as Google takes it: RS256 with the account's key, its claims, and an hour at most. */
  async #findMistake(assertion: string, publicKey: CryptoKey): Promise<string | null> {
    const verified = await jwtVerify(assertion, publicKey, {
      algorithms: ["RS256"],
      issuer: ACCOUNT,
      audience: `${this.url}/token`,
      requiredClaims: ["iat", "exp"],
      // Times have a reason of their own.
      clockTolerance: "10 years",
    }).catch(() => null);
    if (verified === null) return "Invalid JWT Signature.";
    const { iat = 0, exp = 0, scope } = verified.payload;
    const { kid, typ } = verified.protectedHeader;
    if (scope !== SCOPE || kid !== KEY_ID || typ !== "JWT") return "Invalid scope, kid or typ.";
    const isTimely = exp - iat <= 3_600 && Math.abs(Date.now() / 1_000 - iat) < 300;
    return isTimely
      ? null
      : "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.";
  }

  #takeToken(authorization = ""): boolean {
    const token = authorization.replace(/^Bearer /, "");
    const left = this.#tokens.get(token) ?? 0;
    this.#tokens.set(token, left - 1);
    return left > 0;
  }

  #list(query: URLSearchParams): Reply {
    const from = Number(query.get("pageToken") ?? 0);
    const uid = query.get("iCalUID");
    const isDeletedShown = query.get("showDeleted") === "true";
    const all = this.events.filter(
      ({ iCalUID, status }) =>
        (uid === null || iCalUID === uid) &&
        // Who asks for one by its UID is told of it.
        (status !== "cancelled" || (isDeletedShown && (uid !== null || this.deletedAre !== "forgotten"))),
    );
    const to = from + Math.min(this.pageSize, Number(query.get("maxResults") ?? 250));
    const [, names = ""] = /^nextPageToken,items\((.*)\)$/.exec(query.get("fields") ?? "") ?? [];
    const items = all.slice(from, to).map((event) => toFields(this.#toShown(event), names));
    return [200, { items, ...(to < all.length && { nextPageToken: String(to) }) }];
  }

  #import(given: StoredEvent): Reply {
    const known = this.find(given.iCalUID);
    if (known !== undefined && !this.isReplacing)
      return refuse(409, "duplicate", "The requested identifier already exists.");
    if (known !== undefined && given.sequence < known.sequence) return refuseSequence();
    const refusal = refuseContent(given);
    if (refusal !== null) return refusal;
    const id = known?.id ?? `e${this.#nextId++}`;
    if (known !== undefined) this.events.splice(this.events.indexOf(known), 1);
    return this.#store({ ...given, id });
  }

  #change(stored: StoredEvent, given: Record<string, unknown>): Reply {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is sent is what an event has
    const changed = merge(stored, given) as StoredEvent;
    if (changed.sequence < stored.sequence) return refuseSequence();
    const refusal = refuseContent(changed);
    if (refusal !== null) return refusal;
    this.events.splice(this.events.indexOf(stored), 1);
    return this.#store(changed);
  }

  #store(event: StoredEvent): Reply {
    const kept = this.keep(event);
    this.events.push(kept);
    return [200, this.#toShown(kept)];
  }

  /** As Google answers it: times in the calendar's own zone, and nothing that is empty or usual. */
  #toShown(event: StoredEvent): Record<string, unknown> {
    if (event.status === "cancelled" && this.deletedAre === "bare")
      return { id: event.id, status: "cancelled" };
    const { transparency, ...others } = event;
    const shown = {
      ...others,
      ...(transparency !== "opaque" && { transparency }),
      start: toShownTime(event.start),
      end: toShownTime(event.end),
    };
    return Object.fromEntries(
      Object.entries(shown).filter(([, value]) => value !== "" && value !== undefined),
    );
  }
}

/** Making one takes half a second. */
const keys = generateKeyPair("RS256", { extractable: true });

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

function refuse(status: number, reason: string, message: string): Reply {
  return [status, { error: { code: status, message, errors: [{ domain: "calendar", reason, message }] } }];
}

function refuseSequence(): Reply {
  const message =
    "Invalid sequence value. The specified sequence number is below the current sequence number of the resource.";
  return refuse(400, "invalid", message);
}

function isTime({ date, dateTime, timeZone }: StoredTime): boolean {
  if (date !== undefined) return dateTime === undefined;
  return /T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(dateTime ?? "") && timeZone !== undefined;
}

function refuseContent({ summary, description = "", start, end }: StoredEvent): Reply | null {
  if (summary === undefined || summary === "") return refuse(400, "required", "Missing summary.");
  if (description.length > 8_192) return refuse(400, "invalid", "Description is too long.");
  if (!isTime(start)) return refuse(400, "invalid", "Invalid start time.");
  return isTime(end) ? null : refuse(400, "invalid", "Invalid end time.");
}

/** Patch semantics: what is null goes, objects are merged. */
function merge(stored: object, given: object): object {
  const merged = new Map<string, unknown>(Object.entries(stored));
  for (const [name, value] of Object.entries(given)) {
    if (value === null) merged.delete(name);
    else merged.set(name, typeof value === "object" ? merge(Object(merged.get(name) ?? {}), value) : value);
  }
  return Object.fromEntries(merged);
}

function toShownTime(time: StoredTime): StoredTime {
  if (time.dateTime === undefined) return time;
  return { ...time, dateTime: toZonedRfc3339(Date.parse(time.dateTime), "Asia/Tokyo") };
}

/** @param names of fields, separated by commas; "a/b" is of a its b */
function toFields(event: Record<string, unknown>, names: string): Record<string, unknown> {
  const wanted = new Set(names.split(",").map((name) => name.replace(/\/.*/, "")));
  return Object.fromEntries(Object.entries(event).filter(([name]) => wanted.has(name)));
}
