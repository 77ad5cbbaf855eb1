import { defineConfig } from "vitest/config";
import { LEFT_OUT } from "./left-out.ts";

const root = `${import.meta.dirname}/..`;

/** These change what modules have remembered. */
const ALTERING = ["test/formats/two-clocks.test.ts", "test/programme/civil-time.test.ts"];
const ELSEWHERE = ["test/worker/**", "test/local/**", "test/browser/**"];

/** Most tests are pure and run in Node; the Worker's own run in workerd (see vitest.worker.config.ts). */
export default defineConfig({
  // As in tsconfig.json: what vitest keeps of the modules is thrown away when this file changes, not when that one does.
  oxc: { jsx: { runtime: "automatic", importSource: "#jsx" } },
  // Packages as Node has them, without the checks of themselves that some bring for their development.
  ssr: { resolve: { externalConditions: ["node"] } },
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
      {
        extends: true,
        test: {
          name: "pure",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...ELSEWHERE, ...ALTERING, ...LEFT_OUT],
          // They leave nothing behind, and share modules: that takes less than half the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: "altering", include: ALTERING } },
    ],
  },
});
