/** The JSON Schemas of the data files, for editors; the build's own checks decide. Pure. */
import * as z from "zod";
import { clubFile } from "../../build/club-file.ts";
import { sessionFront } from "../../build/session-fields.ts";

export interface SchemaFile {
  /** Below the data folder. */
  name: string;
  text: string;
}

/** Draft 2020-12; the input side: what stands in a file. */
export function toSchemaFiles(): SchemaFile[] {
  return [
    { name: "schema/session.schema.json", text: toText(sessionFront, "Front matter of a session file") },
    { name: "schema/club.schema.json", text: toText(clubFile, "The club file") },
  ];
}

function toText(schema: z.ZodType, title: string): string {
  const json = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
  return `${JSON.stringify({ title, ...json }, null, 2)}\n`;
}
