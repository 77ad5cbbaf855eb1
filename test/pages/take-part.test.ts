import { expect, test } from "vitest";
import { toGoogleEventUrl, toOutlookEventUrl } from "../../src/pages/take-part.tsx";
import { toLanguage } from "../../src/wording/language.ts";
import { aSession } from "../support/builders.ts";

const PUBLIC_URL = "https://feeds.example.org";
const read = (url: string) => Object.fromEntries(new URL(url).searchParams);
const details = "Grace Example\n\nWhat the examples show.\n\nhttps://feeds.example.org/sessions/s21";

test("Google gets UTC times and what the session is about", () => {
  expect(read(toGoogleEventUrl(aSession(), PUBLIC_URL, toLanguage("en")))).toEqual({
    action: "TEMPLATE",
    text: "S21: Uniform Examples Revisited",
    dates: "20260615T170000Z/20260615T183000Z",
    details,
  });
});

test("Outlook gets an all-day event when the time is to be announced", () => {
  expect(read(toOutlookEventUrl("live", aSession({ isAllDay: true }), PUBLIC_URL, toLanguage("en")))).toEqual(
    {
      path: "/calendar/action/compose",
      rru: "addevent",
      subject: "S21: Uniform Examples Revisited",
      startdt: "2026-06-15",
      enddt: "2026-06-16",
      allday: "true",
      body: details,
    },
  );
});
