import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MINUTE } from "../../src/programme/instant.ts";
import { log, logSeldom } from "../../src/publisher/log.ts";

const ROOT = join(import.meta.dirname, "../..");
const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const level of ["warn", "error"] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(`${level} ${line}`));
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 15), toFake: ["Date"] });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("an event is one line of JSON, whatever it holds", () => {
  log("warn", "purge failed", { message: "one\ntwo\u2028\u001b[2J" });
  expect(lines).toEqual(['warn {"event":"purge failed","message":"one\\ntwo\u2028\\u001b[2J"}']);
});

test("what requests can bring about is told once a minute, each event for itself, also after a clock that jumps back", () => {
  for (let request = 0; request < 100; request++) logSeldom("error", "unexpected error", { request });
  logSeldom("error", "publisher unavailable", {});
  vi.setSystemTime(Date.now() + MINUTE);
  logSeldom("error", "unexpected error", { request: "a minute later" });
  vi.setSystemTime(Date.now() - 10 * MINUTE);
  logSeldom("error", "unexpected error", { request: "earlier" });
  expect(lines).toEqual([
    'error {"event":"unexpected error","request":0}',
    'error {"event":"publisher unavailable"}',
    'error {"event":"unexpected error","request":"a minute later"}',
    'error {"event":"unexpected error","request":"earlier"}',
  ]);
});

test("nothing else in the Worker writes to the console", () => {
  const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.tsx?$/.test(name) && !/^(?:build|commands)\//.test(name));
  expect(files.filter((name) => /\bconsole\b/.test(readFileSync(join(ROOT, "src", name), "utf8")))).toEqual([
    "publisher/log.ts",
  ]);
});

test("Cloudflare writes no line for each request, with its address and header fields", () => {
  expect(readFileSync(join(ROOT, "wrangler.toml"), "utf8")).toMatch(
    /^\[observability\.logs\]\nenabled = true\ninvocation_logs = false$/m,
  );
});
