/** Answers to the text of a club file, with comments for who edits it later. */
import type { Answers } from "./questions.ts";

const MAX_SHORT_NAME = 40;

/** @param schema path of the club file's schema, from where the file will be */
export function toClubText(answers: Answers, schema: string): string {
  const { name, site, domain, language, zone, weekday, start, duration, every } = answers;
  return `# yaml-language-server: $schema=${schema}
# The club. FIELDS.md says what every field means and may hold.
name: ${quote(name)}
# Stands before the titles of sessions.
shortName: ${quote(toShortName(name))}
description: ${quote(toDescription(answers))}
siteUrl: ${quote(site)}
language: ${language}

# Calendars and feed readers know every session by these two: never change them.
uidDomain: ${domain}
firstYear: ${answers["first-year"]}

timeZone: ${zone}
usual:
  weekday: ${weekday}
  start: "${start}"
  duration: ${duration}
every: ${every}

# Who runs the club.
# hosts:
#   - name: Ada Example
#     url: https://ada.example

# The address of the feeds, once it is settled:
# publicUrl: https://feeds.${domain}

# "npm run channel -- @handle" writes the YouTube channel below.
`;
}

/** Words that the club will find better ones for; in another language none that are English. */
function toDescription({ name, language }: Answers): string {
  return /^en\b/i.test(language) ? `The sessions and replays of ${name}.` : name;
}

/** The name, or its capital letters where it is too long. */
function toShortName(name: string): string {
  if (name.length <= MAX_SHORT_NAME) return name;
  const capitals = name.match(/\p{Lu}/gu)?.join("") ?? "";
  return capitals.length > 1 ? capitals.slice(0, MAX_SHORT_NAME) : name.slice(0, MAX_SHORT_NAME).trim();
}

/** Double-quoted YAML is JSON (YAML 1.2, section 1.3). */
function quote(text: string): string {
  return JSON.stringify(text);
}
