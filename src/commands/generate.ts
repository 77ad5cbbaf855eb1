/** `npm run generate`: writes again what is made from the code and kept in git. */
import { readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import * as z from "zod";
import { clubFile } from "../build/club-file.ts";
import { sessionFront } from "../build/session-fields.ts";
import { videoFile } from "../build/video-file.ts";
import { DOCUMENTS } from "../documents/table.ts";
import { blameOn } from "../build/file-reason.ts";
import { makeFolder } from "./terminal/make-folder.ts";
import { EXIT, Refusal, runCommand, type Exit, type Parsed } from "./terminal/command-line.ts";

const HELP = `npm run generate: write again what is made from the code and kept in git.

  src/build/schema  JSON Schemas of session files, the club file and videos.json, from the code that checks them
  README.md         its list of addresses, from the table of documents

Editors with YAML support check and complete a file that begins with
  # yaml-language-server: $schema=../src/build/schema/club.schema.json        (club.yaml)
  # yaml-language-server: $schema=../../src/build/schema/session.schema.json  (below --- in sessions/*.md)

  --check   write nothing; exit code 1 where a file is not current
  --help    this text
`;

const OPTIONS = { check: { type: "boolean", default: false } } as const;

async function run({ values }: Parsed<typeof OPTIONS>): Promise<Exit> {
  let stale = 0;
  for (const { path, toText } of GENERATED_FILES) {
    const before = await readFile(path, "utf8").catch(() => "");
    const text = toText(before);
    if (before === text) continue;
    stale += 1;
    if (values.check) console.error(`${path} is not current: npm run generate`);
    else {
      await makeFolder(dirname(path));
      await writeFile(path, text).catch(blameOn(path));
      console.log(`wrote ${path}`);
    }
  }
  return values.check && stale > 0 ? EXIT.mistakes : EXIT.fine;
}

/** The list stands between these, each on a line of its own. */
const LIST_BEGINS = "<!-- The list of addresses, from src/documents/table.ts: npm run generate -->\n";
const LIST_ENDS = "<!-- end of the list -->\n";

/** Each whole, from what it was before. */
export const GENERATED_FILES: readonly { path: string; toText: (before: string) => string }[] = [
  {
    path: "src/build/schema/session.schema.json",
    toText: () => toSchema(sessionFront, "Front matter of a session file"),
  },
  { path: "src/build/schema/club.schema.json", toText: () => toSchema(clubFile, "The club file") },
  {
    path: "src/build/schema/videos.schema.json",
    toText: () => toSchema(videoFile, "The file of known videos"),
  },
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
    return `| \`${pattern.replace(":session", "ID").replace(":year", "YEAR")}\` | ${about} | ${query} |\n`;
  });
  return `| address | for | parameters |\n|---|---|---|\n${rows.join("")}`;
}

function replaceBetween(text: string, begin: string, middle: string, end: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Refusal(`README.md: is missing, or has no lines\n${begin}${end}`);
  return text.slice(0, from + begin.length) + middle + text.slice(to);
}

if (import.meta.main) await runCommand(HELP, OPTIONS, run);
