/** Pages of a scene, served as the Worker would, without its storage: for states the club's own data is not in. */
import { createServer } from "node:http";
import { toPagePolicy } from "../../../src/http/page-policy.ts";
import { PLACEHOLDER } from "../../../src/pages/assets/icon.ts";
import { ASSETS } from "../../../src/pages/assets/paths.ts";
import type { Scene } from "../../../src/pages/scene.ts";
import { parseSelection, WHOLE } from "../../../src/programme/selection.ts";
import { renderPage } from "../../../src/publisher/page-renderings.ts";
import { listen } from "./listen.ts";

export interface SceneServer {
  origin: string;
  close: () => void;
}

export async function serveScene(scene: Scene): Promise<SceneServer> {
  const assets: Record<string, { text: string; contentType: string }> = ASSETS;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const filledIn = new URLSearchParams([...searchParams].filter(([, value]) => value !== ""));
    const selection = parseSelection(filledIn, true);
    const found = pathname.startsWith("/thumbnails/")
      ? { text: PLACEHOLDER, contentType: "image/svg+xml" }
      : (assets[pathname] ?? renderPage(pathname, selection.ok ? selection.value : WHOLE, scene));
    response.writeHead(found === null ? 404 : 200, {
      "content-type": found?.contentType ?? "text/plain",
      ...toPagePolicy(pathname.startsWith("/embed")),
    });
    response.end(found?.text ?? "");
  });
  return { origin: await listen(server), close: () => server.close() };
}
