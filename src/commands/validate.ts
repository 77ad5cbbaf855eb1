/** `npm run validate`: checks the data with the build's own code, and warns of what is probably not meant. */
import { EXIT, paint, printJson, runCommand } from "./command/command-line.ts";
import { readData } from "./command/read-data.ts";
import { toMistakeReport } from "../build/mistake.ts";
import { toMistakeLine } from "../build/mistake.ts";
import { findWarnings } from "./validate/warnings.ts";

const HELP = `npm run validate: check data/ as the build does.

Errors stop a build: each is named with file, line, field and what to write instead.
Warnings do not: a session on an unusual weekday, without presenters, two on one day, a past
session without a replay, a link or a handle inside a name.

  --strict   warnings count as errors
  --json     print for programs
  --help     this text

DATA_DIR names another folder than data.
Exit code: 0 no errors, 1 errors, 2 wrong options.
`;

const OPTIONS = {
  strict: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

await runCommand(HELP, OPTIONS, async ({ values }) => {
  const { compiled, mistakes, folder } = await readData();
  const warnings = compiled === null ? [] : findWarnings(compiled, Date.now());
  const isBad = mistakes.length > 0 || (values.strict && warnings.length > 0);
  if (values.json) printJson({ errors: mistakes, warnings });
  else {
    for (const warning of warnings) console.log(`${paint("yellow", "warning")} ${toMistakeLine(warning)}`);
    if (mistakes.length > 0)
      console.error(toMistakeReport(mistakes, "nothing would be built", process.stderr));
    else
      console.log(
        `${folder}: ${compiled?.sessions.length ?? 0} sessions, no errors, ${toCount(warnings.length)}`,
      );
  }
  return isBad ? EXIT.mistakes : EXIT.fine;
});

function toCount(warnings: number): string {
  return warnings === 1 ? "1 warning" : `${warnings} warnings`;
}
