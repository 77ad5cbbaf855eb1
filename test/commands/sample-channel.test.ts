/** For whom the sample channel is. */
import { expect, test } from "vitest";
import { serveSampleChannel } from "../../src/commands/start/sample-channel.ts";
import { aSession } from "../support/builders.ts";

test("the sample is for the club whose sessions it shows, not for one that has the same numbers", async () => {
  const own = await serveSampleChannel([aSession({ title: "Planned Diffusion" })]);
  const other = await serveSampleChannel([aSession({ number: 21, title: "Réseaux équivariants" })]);
  expect([own?.replace(/\d+\/feeds/, "PORT/feeds"), other]).toEqual([
    "http://127.0.0.1:PORT/feeds/videos.xml",
    null,
  ]);
});
