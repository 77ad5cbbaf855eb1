import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { LEFT_OUT } from "./left-out.ts";
import { prepareAssets } from "./support/prepare-assets.ts";
import { readWalkOptions } from "./walk/options.ts";

const root = `${import.meta.dirname}/..`;

/** The Worker's own tests, in workerd, with data written for them and a stand-in for the network. */
export default defineConfig({
  // As in tsconfig.json: what vitest keeps of the modules is thrown away when this file changes, not when that one does.
  oxc: { jsx: { runtime: "automatic", importSource: "#jsx" } },
  plugins: [
    cloudflareTest({
      wrangler: { configPath: `${root}/wrangler.toml` },
      miniflare: {
        assets: { directory: prepareAssets(), binding: "ASSETS" },
        bindings: {
          PUBLIC_URL: "https://feeds.example.org",
          REFRESH_SECONDS: "0",
          // No test asks YouTube's.
          YOUTUBE_HUB_URL: "https://hub.example/subscribe",
          ADMIN_TOKEN: "a-token-for-tests",
          HOOK_LAB: "https://chat.example/lab",
          HOOK_ROOM: "https://chat.example/_matrix/client/v3/rooms/!a:example",
          HOOK_ROOM_SECRET: "a-token-of-a-room",
        },
      },
    }),
  ],
  resolve: { alias: { "#data": `${root}/test/worker/data.ts` } },
  test: {
    name: "worker",
    root,
    // Files leave nothing behind, and starting workerd for each costs more than most of them.
    isolate: false,
    setupFiles: "test/worker/after-all.ts",
    include: ["test/worker/**/*.test.ts"],
    exclude: LEFT_OUT,
    // On a busy machine, as all others.
    testTimeout: 30_000,
    provide: { walk: readWalkOptions(process.env) },
  },
});
