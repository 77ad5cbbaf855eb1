/** A calendar's own words below an announcement: "Join Zoom Meeting", its address, its passcode. */
import type { Draft } from "./draft.ts";
import { parseLabel } from "./labels.ts";
import type { Line } from "../lines/line.ts";
import { MEETING } from "../where/meeting.ts";

/** The meeting that a calendar's own words below a line name, where the announcement names none. @returns the other lines */
export function takeInvitation({ labels, links }: Draft, below: readonly Line[]): Line[] {
  const hasMeeting = [...labels.map(({ value }) => value), ...links].some(({ text }) => MEETING.test(text));
  if (hasMeeting || !below.some(({ text }) => MEETING.test(text))) return [...below];
  return below.filter((line) => {
    const label = parseLabel(line.text);
    const isOfMeeting = label?.name === "passcode" || label?.name === "meetingId";
    if (isOfMeeting) labels.push({ name: label.name, value: { number: line.number, text: label.value } });
    else if (MEETING.test(line.text)) links.push(line);
    return !isOfMeeting && !MEETING.test(line.text);
  });
}
