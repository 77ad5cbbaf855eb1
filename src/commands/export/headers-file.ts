/** `_headers`: the header fields of every file, for the hosts that read it (Cloudflare Pages, Netlify); others pass it over. */
import { SESSION_ID } from "../../programme/session.ts";
import { toFileName } from "./addresses.ts";

/** What belongs to one answer, or to the edge in front of the service, or is the host's own to say. */
const LEFT_OUT = new Set([
  "cache-tag",
  "cloudflare-cdn-cache-control",
  "content-length",
  "etag",
  "last-modified",
  // Feeds hold their links themselves; one rule is for all years' calendars.
  "link",
  "vary",
]);

/** A rule for each kind of address. No file has two: fields of both would be joined. */
export function toHeadersFile(answers: ReadonlyMap<string, Response>): string {
  const rules = new Map<string, string>();
  for (const [address, { headers }] of answers) {
    const fields = [...headers].filter(([name]) => !LEFT_OUT.has(name)).map(toField);
    rules.set(toRulePath(address), fields.map((field) => `  ${field}\n`).join(""));
  }
  return [...rules].map(([path, fields]) => `${path}\n${fields}`).join("");
}

/** One rule for all sessions and one for all years, as hosts take a hundred rules. A page is met with a slash at its end, which its folder has. */
function toRulePath(address: string): string {
  const path = `/${toFileName(address)}`.replace(/(?<=\/)index\.html$/, "");
  return path
    .replace(/-\d{4}(?=\.ics$)/, "-:year")
    .replace(/(?<=^\/years\/)\d{4}(?=\/$)/, ":year")
    .replace(new RegExp(`(?<=^/(?:sessions|embed)/)${SESSION_ID}(?=\\.[a-z]+$|/$)`), ":session");
}

/** Without the file's name, which differs for each session: a download is called as in its address. */
function toField([name, value]: [string, string]): string {
  return `${name}: ${value.replace(/^attachment;.*/, "attachment")}`;
}
