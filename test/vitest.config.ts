import { defineConfig } from "vitest/config";

/** Most tests are pure and run in Node; the Worker's own run in workerd (see vitest.workerd.config.ts). */
export default defineConfig({
  // What Node needs to run the Publisher, as an export does.
  resolve: {
    alias: {
      "cloudflare:workers": `${import.meta.dirname}/../src/commands/export/durable-object.ts`,
      "#data": `${import.meta.dirname}/../src/commands/export/data.ts`,
    },
  },
  test: {
    name: "pure",
    root: `${import.meta.dirname}/..`,
    include: ["test/**/*.test.{ts,tsx}"],
    // Property tests and started processes take seconds on a busy machine.
    testTimeout: 30_000,
    exclude: ["test/worker/**", "test/local/**", "test/browser/**"],
  },
});
