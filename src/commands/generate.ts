/** `npm run generate`: writes again what is made from the code and kept in git. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { EXIT, runCommand } from "./terminal/command-line.ts";
import { GENERATED_FILES } from "./generated-files.ts";

const HELP = `npm run generate: write again what is made from the code and kept in git.

  data/schema     JSON Schemas of session files and the club file, from the code that checks them
  README.md       its list of addresses, from the table of documents

Editors with YAML support check and complete a file that begins with
  # yaml-language-server: $schema=schema/club.schema.json            (data/club.yaml)
  # yaml-language-server: $schema=../schema/session.schema.json      (below --- in data/sessions/*.md)

  --check   write nothing; exit code 1 where a file is not current
  --help    this text
`;

await runCommand(HELP, { check: { type: "boolean", default: false } }, async ({ values }) => {
  let stale = 0;
  for (const { path, toText } of GENERATED_FILES) {
    const before = await readFile(path, "utf8").catch(() => "");
    const text = toText(before);
    if (before === text) continue;
    stale += 1;
    if (values.check) console.error(`${path} is not current: npm run generate`);
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
      console.log(`wrote ${path}`);
    }
  }
  return values.check && stale > 0 ? EXIT.mistakes : EXIT.fine;
});
