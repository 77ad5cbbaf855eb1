/** Addresses that add one session to a calendar on the web; nothing follows a change there, unlike a subscription. */
import { toSessionUrl } from "../programme/address.ts";
import { addDays } from "../programme/civil-time.ts";
import { toRfc3339 } from "../programme/instant.ts";
import type { Session } from "../programme/session.ts";
import { toLabel, toNameList } from "../wording/labels.ts";
import { toExcerpt } from "../wording/text.ts";

/** Together with title and times well below the 2,000 characters that every browser and calendar takes. */
const DETAILS_UNITS = 700;

/** Google Calendar's template link. */
export function toGoogleEventUrl(session: Session, publicUrl: string): string {
  const dates = session.isAllDay
    ? [session.date, addDays(session.date, 1)].map(toCompact)
    : [session.startsAt, session.endsAt].map((instant) => toCompact(toRfc3339(instant)));
  return toUrl("https://calendar.google.com/calendar/render", {
    action: "TEMPLATE",
    text: toLabel(session),
    dates: dates.join("/"),
    details: toDetails(session, publicUrl),
    location: toPlace(session),
  });
}

/** Outlook's compose link, for Outlook.com ("live") or Microsoft 365 ("office"). */
export function toOutlookEventUrl(host: "live" | "office", session: Session, publicUrl: string): string {
  const times = session.isAllDay
    ? { startdt: session.date, enddt: addDays(session.date, 1), allday: "true" }
    : { startdt: toRfc3339(session.startsAt), enddt: toRfc3339(session.endsAt) };
  return toUrl(`https://outlook.${host}.com/calendar/0/deeplink/compose`, {
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: toLabel(session),
    ...times,
    body: toDetails(session, publicUrl),
    location: toPlace(session),
  });
}

function toDetails({ id, presenters, abstract, join }: Session, publicUrl: string): string {
  return [
    toNameList(presenters.map(({ name }) => name)),
    toExcerpt(abstract.text, DETAILS_UNITS),
    join === undefined ? "" : `Join: ${join}`,
    toSessionUrl(publicUrl, id),
  ]
    .filter((line) => line !== "")
    .join("\n\n");
}

function toPlace({ location, join }: Session): string {
  return location ?? join ?? "";
}

/** "2026-06-15T17:00:00Z" as "20260615T170000Z". */
function toCompact(text: string): string {
  return text.replace(/[-:]/g, "");
}

function toUrl(address: string, fields: Record<string, string>): string {
  // Outlook shows a "+" as it is, so spaces are "%20".
  const query = Object.entries(fields)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`);
  return `${address}?${query.join("&")}`;
}
