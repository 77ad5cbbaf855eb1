import { defineConfig } from "vitest/config";

const root = `${import.meta.dirname}/..`;

/** Rooms whose tests leave nothing behind: their files share modules, which takes less than half the time. */
const PURE = [
  "build",
  "commands/announce",
  "commands/export",
  "commands/import",
  "commands/transcripts",
  "conformance",
  "documents",
  "formats",
  "http",
  "matching",
  "pages",
  "programme",
  "publisher",
  "push",
  "routes",
  "sources",
  "wording",
].map((room) => `test/${room}/**/*.test.{ts,tsx}`);
/** But these change what modules have remembered. */
const ALTERING = ["test/formats/two-clocks.test.ts", "test/programme/civil-time.test.ts"];
const ELSEWHERE = ["test/worker/**", "test/local/**", "test/browser/**"];

/** Most tests are pure and run in Node; the Worker's own run in workerd (see vitest.worker.config.ts). */
export default defineConfig({
  // What Node needs to run the Publisher, as an export does.
  resolve: {
    alias: {
      "cloudflare:workers": `${root}/src/commands/export/durable-object.ts`,
      "#data": `${root}/src/commands/export/data.ts`,
    },
  },
  test: {
    root,
    // Property tests and started processes take seconds on a busy machine.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "pure", include: PURE, exclude: ALTERING, isolate: false } },
      { extends: true, test: { name: "altering", include: ALTERING } },
      {
        extends: true,
        test: { name: "alone", include: ["test/**/*.test.{ts,tsx}"], exclude: [...ELSEWHERE, ...PURE] },
      },
    ],
  },
});
