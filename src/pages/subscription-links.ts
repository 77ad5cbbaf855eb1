/**
 * Addresses that open a subscription in somebody's app.
 *
 * Each is a template over the address of a calendar or feed, so that the page's script can fill in another address in the
 * same way: {url} as it is, {encoded} for use in a query, {webcal} and {webcal-encoded} with the scheme webcal.
 */
import { toLine } from "../wording/text.ts";

export interface AppLink {
  app: string;
  template: string;
  /** For the script: "apple" opens by itself on devices of Apple, and only there; "google" fails on Android. */
  device?: "apple" | "google";
}

/** Calendar apps, in the order people ask for them. */
export function toCalendarApps(calendarName: string): AppLink[] {
  const name = encodeURIComponent(toLine(calendarName));
  return [
    {
      app: "Google Calendar",
      template: "https://calendar.google.com/calendar/r?cid={webcal-encoded}",
      device: "google",
    },
    { app: "Apple Calendar", template: "{webcal}", device: "apple" },
    {
      app: "Outlook.com",
      template: `https://outlook.live.com/calendar/0/addfromweb?url={encoded}&name=${name}`,
    },
    {
      app: "Microsoft 365",
      template: `https://outlook.office.com/calendar/0/addfromweb?url={encoded}&name=${name}`,
    },
  ];
}

export const FEED_READERS: readonly AppLink[] = [
  { app: "Feedly", template: "https://feedly.com/i/subscription/feed%2F{encoded}" },
  { app: "Inoreader", template: "https://www.inoreader.com/?add_feed={encoded}" },
  { app: "NewsBlur", template: "https://www.newsblur.com/?url={encoded}" },
  { app: "Feedbin", template: "https://feedbin.com/?subscribe={encoded}" },
  { app: "The Old Reader", template: "https://theoldreader.com/feeds/subscribe?url={encoded}" },
];

/** Fill in a template. */
export function toAppUrl(template: string, documentUrl: string): string {
  const webcal = documentUrl.replace(/^https?:/, "webcal:");
  return template
    .replace("{url}", () => documentUrl)
    .replace("{encoded}", () => encodeURIComponent(documentUrl))
    .replace("{webcal}", () => webcal)
    .replace("{webcal-encoded}", () => encodeURIComponent(webcal));
}
