/** The Google Calendar API, asked politely: one request at a time, again after a pause where Google wants one. */
import * as z from "zod";
import { Refusal } from "../terminal/command-line.ts";
import type { ServiceAccount } from "./key.ts";
import { askForToken } from "./tokens.ts";

/** What belongs to the machine, which tests have their own of. */
export interface Machine {
  /** "https://www.googleapis.com/calendar/v3" */
  apiUrl: string;
  now: () => number;
  wait: (milliseconds: number) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
  /** Shows a line while something takes long. */
  tell: (line: string) => void;
}

export interface Query {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Behind "calendars/ID/events": "" or "/import". */
  path: string;
  parameters?: Record<string, string>;
  body?: unknown;
}

/** What Google does not do with one event; what it does with none is a {@link Refusal}. */
export interface Denial {
  status: number;
  reason: string;
  message: string;
}
export type Answer = { value: unknown } | { denial: Denial };
export type AskGoogle = (query: Query) => Promise<Answer>;

const MAX_TRIES = 7;
const FIRST_PAUSE_MS = 1_000;
/** Who is told to wait longer comes again another time. */
const MAX_PAUSE_MS = 120_000;
const TIMEOUT_MS = 30_000;

const failure = z.object({
  error: z.object({
    message: z.string().catch(""),
    errors: z.array(z.object({ reason: z.string() })).catch([]),
  }),
});

/**
 * Ask Google about one calendar.
 *
 * @returns a function that answers what Google says, after as many pauses as it wants, and throws a Refusal where nothing
 *   more can be done for any event
 */
export function createGoogle(account: ServiceAccount, calendarId: string, machine: Machine): AskGoogle {
  let token: string | null = null;
  const once = async (query: Query): Promise<Response> => {
    if (token === null) {
      const outcome = await askForToken(account, machine.now());
      if ("response" in outcome) return outcome.response;
      token = outcome.token;
    }
    return await send(machine.apiUrl, calendarId, token, query);
  };
  return async (query) => {
    let renewals = 0;
    for (let tries = 1; ; tries += 1) {
      const response = await once(query).catch((error: unknown) => {
        if (error instanceof Refusal) throw error;
        return null;
      });
      if (response?.ok === true) return { value: await response.json().catch(() => null) };
      // An hour may have passed.
      if (response?.status === 401 && renewals === 0) {
        token = null;
        renewals += 1;
        continue;
      }
      const denial = response === null ? null : await toDenial(response);
      if (denial !== null && !isPassing(denial)) return toAnswer(denial, query, account, calendarId);
      await pause(tries, response, denial, machine);
    }
  };
}

async function send(
  apiUrl: string,
  calendarId: string,
  token: string,
  { method, path, parameters, body }: Query,
): Promise<Response> {
  const query = parameters === undefined ? "" : `?${new URLSearchParams(parameters).toString()}`;
  return await fetch(`${apiUrl}/calendars/${encodeURIComponent(calendarId)}/events${path}${query}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

async function toDenial(response: Response): Promise<Denial> {
  const { data } = failure.safeParse(await response.json().catch(() => null));
  return {
    status: response.status,
    reason: data?.error.errors[0]?.reason ?? "",
    message: data?.error.message || `status ${response.status}`,
  };
}

/** Whether another try may do: too many requests come as 403 too. */
function isPassing({ status, reason }: Denial): boolean {
  return status === 429 || status >= 500 || (status === 403 && /^(?:userR|r)ateLimitExceeded$/.test(reason));
}

/** Longer each time, and never at the same moment as others; no less than Google says. */
async function pause(
  tries: number,
  response: Response | null,
  denial: Denial | null,
  { apiUrl, now, wait, random, tell }: Machine,
): Promise<void> {
  const wanted = toRetryAfter(response?.headers.get("retry-after") ?? null, now());
  const host = new URL(apiUrl).host;
  const why = denial === null ? `${host} does not answer` : `${host} answers "${denial.message}"`;
  if (tries >= MAX_TRIES || wanted > MAX_PAUSE_MS)
    throw new Refusal(`${why}; what was written before is in the calendar, the next run goes on`);
  const milliseconds = Math.max(wanted, FIRST_PAUSE_MS * 2 ** (tries - 1) * (1 + random() / 2));
  tell(`${why}; again in ${Math.ceil(milliseconds / 1_000)} s`);
  await wait(milliseconds);
}

/** RFC 9110 10.2.3: seconds, or a date. In milliseconds; 0 where nothing is said. */
function toRetryAfter(field: string | null, now: number): number {
  if (field === null) return 0;
  const milliseconds = /^\d+$/.test(field) ? Number(field) * 1_000 : Date.parse(field) - now;
  return Number.isNaN(milliseconds) ? 0 : Math.max(0, milliseconds);
}

/** What concerns one event is for who asked; what concerns the calendar, the account or the project ends the command. */
function toAnswer(denial: Denial, { method }: Query, { email }: ServiceAccount, calendarId: string): Answer {
  const { status, reason, message } = denial;
  const share = `in its settings, under "Share with specific people", add ${email} with "Make changes to events"`;
  if (reason === "accessNotConfigured")
    throw new Refusal(
      `the Google Calendar API is not enabled in the project of ${email}: enable it in Google's console`,
    );
  if (status === 401)
    throw new Refusal(`Google does not take the token of ${email} (${message}); nothing more was written`);
  if (reason === "quotaExceeded" || reason === "dailyLimitExceeded")
    throw new Refusal(`Google takes no more today (${message}); the next run goes on`);
  const isOfOne = (method === "PATCH" || method === "DELETE") && reason !== "requiredAccessLevel";
  if (status === 403 && !isOfOne)
    throw new Refusal(`${email} may not write into the calendar ${calendarId} (${message}): ${share}`);
  return { denial };
}

/** Said of the calendar itself: Google does not tell a calendar that is not shared from one that is not there. */
export function toNoCalendar(calendarId: string, { email }: ServiceAccount): Refusal {
  return new Refusal(
    `Google shows ${email} no calendar ${calendarId}: is the id right ("Integrate calendar" in its settings)? Is it shared? There, under "Share with specific people", add ${email} with "Make changes to events"`,
  );
}
