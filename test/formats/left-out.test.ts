import { createRequire } from "node:module";
import { expect, test } from "vitest";
import * as left from "../../src/formats/left-out/xml-js.ts";

test("what the Worker has of xml-js is its writer, the same that feed has here", () => {
  const whole: { js2xml: unknown } = createRequire(import.meta.url)("xml-js");
  expect({ ...left }).toEqual({ js2xml: whole.js2xml });
});
