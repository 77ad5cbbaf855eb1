import { defineConfig } from "vitest/config";
import { LEFT_OUT } from "./left-out.ts";

/** Tests that start the whole service on this machine, in copies of the project: three files at a time, as they mostly wait. */
export default defineConfig({
  test: {
    name: "local",
    root: `${import.meta.dirname}/..`,
    include: ["test/local/**/*.test.ts"],
    exclude: LEFT_OUT,
    testTimeout: 120_000,
    hookTimeout: 30_000,
    maxWorkers: 3,
  },
});
