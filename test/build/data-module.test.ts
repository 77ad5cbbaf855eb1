import { cp, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compileFolder } from "../../src/build/data-module.ts";
import { toCompiledData } from "../../src/build/data-module.ts";
import { aClub, aSession } from "../support/builders.ts";

let folder = "";
let target = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "club-data-"));
  target = join(folder, "build/data.ts");
  await cp("test/fixtures/session-file", folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("compileFolder", () => {
  it("writes a module, and writes it again only when it changes", async () => {
    const first = await compileFolder(folder, target, "1.2.3+c0de");
    const { mtimeMs } = await stat(target);
    const second = await compileFolder(folder, target, "1.2.3+c0de");
    const unchanged = (await stat(target)).mtimeMs === mtimeMs;
    expect([first, second, unchanged]).toEqual([
      { ok: true, value: { isChanged: true } },
      { ok: true, value: { isChanged: false } },
      true,
    ]);
  });

  it("writes the messages in the club's language beside it", async () => {
    const club = await readFile(join(folder, "club.yaml"), "utf8");
    await writeFile(join(folder, "club.yaml"), club.replace("language: en", "language: de"));
    await compileFolder(folder, target, "1.2.3+c0de");
    expect((await readFile(join(folder, "build/messages.ts"), "utf8")).includes("messages/de.ts")).toBe(true);
  });

  it("leaves the last good module when there is a mistake", async () => {
    await compileFolder(folder, target, "1.2.3+c0de");
    const good = await readFile(target, "utf8");
    await writeFile(join(folder, "sessions/complete.md"), "---\nid: s21\ntitle: T\ndate: soon\n---\n");
    const compiled = await compileFolder(folder, target, "1.2.3+c0de");
    expect([compiled, await readFile(target, "utf8")]).toEqual([
      {
        ok: false,
        error: {
          reason: "mistakes",
          mistakes: [
            {
              path: `${folder}/sessions/complete.md`,
              line: 4,
              field: "date",
              message: '"soon" is not a date, expected YYYY-MM-DD',
            },
          ],
        },
      },
      good,
    ]);
  });

  it("passes over dot files and editors' backups", async () => {
    await writeFile(join(folder, "sessions/.DS_Store"), "x");
    await writeFile(join(folder, "sessions/complete.md~"), "x");
    expect(await compileFolder(folder, target, "1.2.3+c0de")).toEqual({
      ok: true,
      value: { isChanged: true },
    });
  });
});

describe("the fingerprint", () => {
  const [club, session] = [aClub(), aSession()];
  const { fingerprint, build } = toCompiledData(
    { club, sessions: [session], videos: [], push: { hooks: [], hubs: [] } },
    "1.2.3+c0de",
  );

  it("is equal for equal data, in whatever order the fields come", () => {
    const { id, title, ...rest } = session;
    const turned = { ...rest, title, id };
    expect(
      toCompiledData({ club, sessions: [turned], videos: [], push: { hooks: [], hubs: [] } }, "1.2.4")
        .fingerprint,
    ).toBe(fingerprint);
  });

  it("changes with the data", () => {
    const changed = toCompiledData(
      { club, sessions: [{ ...session, title: "Another" }], videos: [], push: { hooks: [], hubs: [] } },
      "1.2.3+c0de",
    );
    expect(changed.fingerprint === fingerprint).toBe(false);
  });

  it("names the build with the version, the code and the data", () => {
    expect(build).toBe(`1.2.3+c0de.${fingerprint.slice(0, 8)}`);
  });
});
