import { expect, test } from "vitest";
import { toFramesModule } from "../../src/build/frames-module.ts";
import { FRAMES } from "../../src/formats/frames/frames.ts";

test("the Worker has every frame as the packages write it", () => {
  const [, json = ""] = /^export const FRAMES = (.*);\n$/ms.exec(toFramesModule()) ?? [];
  expect(JSON.parse(json)).toEqual(FRAMES);
});
