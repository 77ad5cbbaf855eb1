import { defineConfig } from "vitest/config";
import { LEFT_OUT } from "./left-out.ts";

const root = `${import.meta.dirname}/..`;

/** The pages in a real browser: the system's Chromium, never one that is downloaded. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "#jsx" } },
  test: {
    name: "browser",
    root,
    include: ["test/browser/**/*.test.ts"],
    exclude: LEFT_OUT,
    setupFiles: "test/browser/support/after-each.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two processes for all files, and in each a browser.
    maxWorkers: 2,
    isolate: false,
  },
});
