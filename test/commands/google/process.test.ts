/** `npm run google` as a person starts it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aPublishedSession } from "../../support/builders.ts";
import { GoogleStandIn } from "../../support/google-calendar.ts";
import { toEnvironment, toIcs } from "./support.ts";

let google: GoogleStandIn;

beforeEach(async () => {
  google = new GoogleStandIn();
  await google.start();
});
afterEach(() => google.stop());

async function start(words: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["src/commands/google.ts", ...words], {
    env: {
      ...process.env,
      ...toEnvironment(google),
      DATA_DIR: "test/fixtures/club",
      GOOGLE_CALENDAR_API_URL: `${google.url}/calendar/v3`,
      NO_COLOR: "1",
      ...environment,
    },
  });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = await once(child, "close");
  return { code, output, errors };
}

test("it writes what differs, asking again after a second", async () => {
  google.calendar = toIcs([aPublishedSession()]);
  google.faults.push({ of: /POST/, times: 1, status: 500 });
  expect([await start([]), google.events.length]).toEqual([
    {
      code: 0,
      output: "new       s21  ERG S21: Uniform Examples Revisited\n1 written, 0 unchanged\n",
      errors: `${new URL(google.url).host} answers "Fault"; again in 2 s\n`,
    },
    1,
  ]);
});

test("called wrongly it says what it expects", async () => {
  const wrong = [await start(["data"]), await start([], { PUBLIC_URL: "" })];
  expect(wrong).toEqual([
    { code: 2, output: "", errors: '"data" is no option\nSee --help.\n' },
    {
      code: 2,
      output: "",
      errors:
        "no service, expected --from URL, PUBLIC_URL in the environment, or publicUrl in club.yaml\nSee --help.\n",
    },
  ]);
});
