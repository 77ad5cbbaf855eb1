/** What the system says of a file, in words. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { blameOn, toFileReason } from "../../src/build/file-reason.ts";

const failed = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: as Node says it`), { code, ...(path !== undefined && { path }) });

test("the path is the one that the person named, else the error's own", () => {
  expect([toFileReason(failed("ENOENT", "x.123"), "x"), toFileReason(failed("EACCES", "y"))]).toEqual([
    "x: there is no such file or folder",
    "y: you have no right to it",
  ]);
});

test("an error that is about no file stays what it is", async () => {
  const other = failed("ERR_OTHER");
  expect([toFileReason(other, "x"), toFileReason(failed("ENOENT"))]).toEqual([null, null]);
  await expect(Promise.reject(other).catch(blameOn("x"))).rejects.toBe(other);
});

test("a failed promise is handed on in plain words", async () => {
  await expect(readFile("no/such.txt").catch(blameOn("such.txt"))).rejects.toThrow(
    /^such\.txt: there is no such file or folder$/,
  );
});
