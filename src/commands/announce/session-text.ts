/** A session as announced to the text of its file. */
import { Document } from "yaml";
import type { Announced } from "./interpret.ts";

/** What a session file says beside its id, by field name; strings as YAML writes them. */
export type FileFields = Record<string, unknown>;

/** The front matter an announcement gives, in the order of session files. */
export function toFields(announced: Announced): FileFields {
  const { number, title, date, start, duration, presenters, papers, join, location } = announced;
  return {
    ...(number !== undefined && { number: String(number) }),
    title,
    date,
    ...(start !== undefined && { start }),
    ...(duration !== undefined && { duration: String(duration) }),
    ...(presenters.length > 0 && { presenters }),
    ...(papers.length > 0 && { papers }),
    ...(join !== undefined && { join }),
    ...(location !== undefined && { location }),
  };
}

/** A whole session file. */
export function toSessionText(id: string, fields: FileFields, abstract: string): string {
  return joinParts(toYaml(new Document({ id, ...fields }, { schema: "failsafe" })), abstract);
}

/** YAML as the project's files have it: no folding, no space inside brackets. */
export function toYaml(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

export function joinParts(yaml: string, abstract: string): string {
  const end = abstract.trim() === "" ? "" : `\n${abstract.trim()}\n`;
  return `---\n${yaml}---\n${end}`;
}
