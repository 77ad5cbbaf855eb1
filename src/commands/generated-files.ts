/** What is made from the code and kept in git: JSON Schemas for editors, and the README's list of addresses. Pure. */
import * as z from "zod";
import { clubFile } from "../build/club-file.ts";
import { sessionFront } from "../build/session-fields.ts";
import { DOCUMENTS } from "../documents/table.ts";

export interface GeneratedFile {
  /** Below the project's folder. */
  path: string;
  /** The whole file. */
  toText: (before: string) => string;
}

/** The list stands between these, each on a line of its own. */
const LIST_BEGINS = "<!-- The list of addresses, from src/documents/table.ts: npm run generate -->\n";
const LIST_ENDS = "<!-- end of the list -->\n";

export const GENERATED_FILES: readonly GeneratedFile[] = [
  {
    path: "data/schema/session.schema.json",
    toText: () => toSchema(sessionFront, "Front matter of a session file"),
  },
  { path: "data/schema/club.schema.json", toText: () => toSchema(clubFile, "The club file") },
  { path: "README.md", toText: (before) => replaceBetween(before, LIST_BEGINS, toAddressList(), LIST_ENDS) },
];

/** Draft 2020-12; the input side: what stands in a file. */
function toSchema(schema: z.ZodType, title: string): string {
  const json = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
  return `${JSON.stringify({ title, ...json }, null, 2)}\n`;
}

/** One row a document, as a Markdown table. */
function toAddressList(): string {
  const rows = DOCUMENTS.map(({ pattern, parameters, about }) => {
    const query = parameters.map((name) => `\`${name}\``).join(" ");
    return `| \`${pattern.replace(":session", "ID")}\` | ${about} | ${query} |\n`;
  });
  return `| address | for | parameters |\n|---|---|---|\n${rows.join("")}`;
}

function replaceBetween(text: string, begin: string, middle: string, end: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`the file has no lines ${begin}${end}`);
  return text.slice(0, from + begin.length) + middle + text.slice(to);
}
