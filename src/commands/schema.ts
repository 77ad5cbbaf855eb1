/** `npm run schema`: the JSON Schemas in `data/schema`, made from the code that checks the data. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { EXIT, runCommand } from "./terminal/command-line.ts";
import { DATA_FOLDER } from "../build/data-folder.ts";
import { toSchemaFiles } from "./schema/to-schema.ts";

const HELP = `npm run schema: write the JSON Schemas of session files and the club file into data/schema.

Editors with YAML support check and complete a file that begins with
  # yaml-language-server: $schema=schema/club.schema.json            (data/club.yaml)
  # yaml-language-server: $schema=../schema/session.schema.json      (below --- in data/sessions/*.md)

  --check   write nothing; exit code 1 where a kept schema is not current
  --help    this text
`;

await runCommand(HELP, { check: { type: "boolean", default: false } }, async ({ values }) => {
  let stale = 0;
  for (const { name, text } of toSchemaFiles()) {
    const path = join(DATA_FOLDER, name);
    if ((await readFile(path, "utf8").catch(() => null)) === text) continue;
    stale += 1;
    if (values.check) console.error(`${path} is not current: npm run schema`);
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
      console.log(`wrote ${path}`);
    }
  }
  return values.check && stale > 0 ? EXIT.mistakes : EXIT.fine;
});
