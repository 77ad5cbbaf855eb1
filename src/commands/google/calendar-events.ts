/** The events of one Google calendar: listed, imported, changed and taken away. */
import * as z from "zod";
import { Refusal } from "../terminal/command-line.ts";
import type { Answer, AskGoogle, Denial, Query } from "./google-api.ts";
import { toMarks, toSeen, type EventContent, type GoogleEvent } from "./google-event.ts";
import type { PlannedRemoval, PlannedWrite } from "./plan.ts";

/** As many as Google gives at once. */
const PAGE_SIZE = "2500";
const FIELDS =
  "id,iCalUID,status,sequence,summary,description,location,transparency,start,end,extendedProperties/private";

const moment = z.object({ date: z.string().optional(), dateTime: z.string().optional() });
const event = z.object({
  id: z.string(),
  iCalUID: z.string().optional(),
  status: z.string().optional(),
  sequence: z.number().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  transparency: z.string().optional(),
  start: moment.optional(),
  end: moment.optional(),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).optional() }).optional(),
});
const page = z.object({ items: z.array(event).default([]), nextPageToken: z.string().optional() });

/** Every event, deleted ones too, as Google keeps their UIDs for a while. Null where Google shows no such calendar. */
export async function listEvents(ask: AskGoogle): Promise<GoogleEvent[] | null> {
  return await list(ask, {});
}

async function list(ask: AskGoogle, filter: Record<string, string>): Promise<GoogleEvent[] | null> {
  const events: GoogleEvent[] = [];
  let pageToken: string | undefined;
  do {
    const parameters = {
      ...filter,
      showDeleted: "true",
      maxResults: PAGE_SIZE,
      fields: `nextPageToken,items(${FIELDS})`,
      ...(pageToken !== undefined && { pageToken }),
    };
    const answer = await ask({ method: "GET", path: "", parameters });
    if ("denial" in answer) {
      if (answer.denial.status === 404) return null;
      throw new Refusal(`Google does not list the calendar: ${answer.denial.message}`);
    }
    const read = page.safeParse(answer.value);
    if (!read.success) throw new Refusal("Google lists the calendar in a way that is not understood");
    events.push(...read.data.items);
    pageToken = read.data.nextPageToken;
  } while (pageToken !== undefined);
  return events;
}

/**
 * Write an event, and a second time where Google has made something else of it: the mark says what it looks like
 * untouched.
 *
 * @returns why Google does not take it, null where it does
 */
export async function writeEvent(ask: AskGoogle, planned: PlannedWrite): Promise<Denial | null> {
  const answer = await write(ask, planned);
  if ("denial" in answer) return answer.denial;
  const { data: kept } = event.safeParse(answer.value);
  if (kept === undefined || isAsSent(kept, planned.content)) return null;
  const marks = { extendedProperties: { private: toMarks(planned.content, kept) } };
  await ask({
    method: "PATCH",
    path: `/${encodeURIComponent(kept.id)}`,
    ...FIELDS_OF_ONE,
    body: marks,
  });
  return null;
}

/** What Google has lost meanwhile, or does not bring back, is imported like a new one. */
async function write(ask: AskGoogle, planned: PlannedWrite): Promise<Answer> {
  if (planned.there === null) return await importEvent(ask, planned);
  const answer = await change(ask, planned, planned.there);
  const isLost = "denial" in answer && [404, 410].includes(answer.denial.status);
  const isLocked = "denial" in answer && planned.kind === "restored";
  return isLost || isLocked ? await importEvent(ask, planned) : answer;
}

const FIELDS_OF_ONE: Pick<Query, "parameters"> = { parameters: { fields: FIELDS } };

/** A UID that Google has already, of an event that it does not list (deleted long ago): then that one is changed. */
async function importEvent(ask: AskGoogle, planned: PlannedWrite): Promise<Answer> {
  const { uid: iCalUID, sequence, content } = planned;
  const body = { iCalUID, sequence, ...content, extendedProperties: { private: toMarks(content) } };
  const answer = await ask({ method: "POST", path: "/import", ...FIELDS_OF_ONE, body });
  if (!("denial" in answer) || ![400, 409, 410].includes(answer.denial.status)) return answer;
  const [found] = (await list(ask, { iCalUID })) ?? [];
  return found === undefined ? answer : await change(ask, planned, found);
}

/**
 * An event that is there is changed by its id: what happens at the import of a UID that is there is not the same at all
 * times ("duplicate"), and what a person has added, as a colour, stays.
 */
async function change(
  ask: AskGoogle,
  { sequence, content }: PlannedWrite,
  there: GoogleEvent,
): Promise<Answer> {
  const body = {
    ...content,
    start: toWholeTime(content.start),
    end: toWholeTime(content.end),
    // Google refuses a lower one than it has, which rises when somebody moves the event by hand.
    ...(there.sequence !== undefined && { sequence: Math.max(sequence, there.sequence) }),
    extendedProperties: { private: toMarks(content) },
  };
  return await ask({ method: "PATCH", path: `/${encodeURIComponent(there.id)}`, ...FIELDS_OF_ONE, body });
}

/** A day takes the place of a time only where the time is taken away. */
function toWholeTime(time: EventContent["start"]): Record<string, string | null> {
  return { date: null, dateTime: null, timeZone: null, ...time };
}

function isAsSent(kept: GoogleEvent, sent: EventContent): boolean {
  return JSON.stringify(toSeen(kept)) === JSON.stringify(toSeen(sent));
}

/** @returns why it stays; that it is gone already is as good */
export async function removeEvent(ask: AskGoogle, { there }: PlannedRemoval): Promise<Denial | null> {
  const answer = await ask({ method: "DELETE", path: `/${encodeURIComponent(there.id)}` });
  const isGone = "denial" in answer && [404, 410].includes(answer.denial.status);
  return "denial" in answer && !isGone ? answer.denial : null;
}
