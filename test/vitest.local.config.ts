import { defineConfig } from "vitest/config";

/** Tests that start the whole service on this machine; one after the other, each takes seconds. */
export default defineConfig({
  test: {
    name: "local",
    root: `${import.meta.dirname}/..`,
    include: ["test/local/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 30_000,
    fileParallelism: false,
  },
});
