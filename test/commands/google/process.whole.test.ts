/** `npm run google` as a person starts it. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { aPublishedSession } from "../../support/builders.ts";
import { startCommand } from "../../support/call-command.ts";
import { GoogleStandIn } from "../../support/google-calendar.ts";
import { toEnvironment, toIcs } from "./support.ts";

let google: GoogleStandIn;

beforeEach(async () => {
  google = new GoogleStandIn();
  await google.start();
});
afterEach(() => google.stop());

test("it writes what differs, asking again after a second", async () => {
  google.calendar = toIcs([aPublishedSession()]);
  const environment = {
    ...toEnvironment(google),
    DATA_DIR: "test/fixtures/club",
    GOOGLE_CALENDAR_API_URL: `${google.url}/calendar/v3`,
  };
  google.faults.push({ of: /POST/, times: 1, status: 500 });
  expect([await startCommand("google", [], { environment }), google.events.length]).toEqual([
    {
      status: 0,
      stdout: "new       s21  ERG S21: Uniform Examples Revisited\n1 written, 0 unchanged\n",
      stderr: `${new URL(google.url).host} answers "Fault"; again in 2 s\n`,
    },
    1,
  ]);
});
