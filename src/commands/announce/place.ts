/** Where to take part: the meeting link and the room. */
import { toSite } from "./people.ts";
import type { Line } from "./line.ts";

const ADDRESS =
  /https?:\/\/[^\s)\]>"”]+|\b(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com|webex\.com|meet\.jit\.si|whereby\.com)\/[^\s)\]>"”]+/i;
const MEETING =
  /\b(?:zoom\.us|zoom\.com|zoomgov\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|meet\.jit\.si|whereby\.com|gather\.town)\//i;

/** The first address after "Meeting link:", else one of a meeting service on another line; null where there is none. */
export function findJoin(labelled: readonly Line[], others: readonly Line[]): string | null {
  const found = [...labelled, ...others.filter(({ text }) => MEETING.test(text))].map(
    ({ text }) => ADDRESS.exec(text)?.[0],
  );
  const address = found.find((candidate) => candidate !== undefined && !candidate.includes("…"));
  return address === undefined ? null : toSite(address);
}

/** The first "Location:" that is no address. */
export function findLocation(labelled: readonly Line[]): string | null {
  return labelled.find(({ text }) => text !== "" && !ADDRESS.test(text))?.text ?? null;
}
