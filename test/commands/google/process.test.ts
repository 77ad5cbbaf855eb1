/** `npm run google` as a person starts it. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { main } from "../../../src/commands/google.ts";
import { aPublishedSession } from "../../support/builders.ts";
import { callCommand, startCommand } from "../../support/call-command.ts";
import { GoogleStandIn } from "../../support/google-calendar.ts";
import { toEnvironment, toIcs } from "./support.ts";

let google: GoogleStandIn;

beforeEach(async () => {
  google = new GoogleStandIn();
  await google.start();
});
afterEach(() => google.stop());

const toAround = (environment: Record<string, string> = {}) => ({
  environment: {
    ...toEnvironment(google),
    DATA_DIR: "test/fixtures/club",
    GOOGLE_CALENDAR_API_URL: `${google.url}/calendar/v3`,
    ...environment,
  },
});

test("it writes what differs, asking again after a second", { tags: "whole" }, async () => {
  google.calendar = toIcs([aPublishedSession()]);
  google.faults.push({ of: /POST/, times: 1, status: 500 });
  expect([await startCommand("google", [], toAround()), google.events.length]).toEqual([
    {
      status: 0,
      stdout: "new       s21  ERG S21: Uniform Examples Revisited\n1 written, 0 unchanged\n",
      stderr: `${new URL(google.url).host} answers "Fault"; again in 2 s\n`,
    },
    1,
  ]);
});

test("called wrongly it says what it expects", async () => {
  const wrong = [
    await callCommand(main, ["data"], toAround()),
    await callCommand(main, [], toAround({ PUBLIC_URL: "" })),
  ];
  expect(wrong).toEqual([
    { status: 2, stdout: "", stderr: '"data" is no option\nSee --help.\n' },
    {
      status: 2,
      stdout: "",
      stderr:
        "no service, expected --from URL, PUBLIC_URL in the environment, or publicUrl in club.yaml\nSee --help.\n",
    },
  ]);
});
