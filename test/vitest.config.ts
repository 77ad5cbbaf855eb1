import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Most tests are pure and run in Node; the Worker's own run in workerd (see vitest.workerd.config.ts). */
export default defineConfig({
  test: {
    name: "pure",
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/worker/**", "test/browser/**"],
  },
});
