/** Pages of a publication, served as the Worker would, without its storage: for states the club's own data is not in. */
import { createServer } from "node:http";
import { writeDocument } from "../../../src/documents/addresses.ts";
import { toHeaders } from "../../../src/documents/document.ts";
import { parseParameters } from "../../../src/documents/parameters.ts";
import { DOCUMENTS } from "../../../src/documents/table.ts";
import { PLACEHOLDER } from "../../../src/pages/assets/icon.ts";
import { ASSETS } from "../../../src/pages/assets/paths.ts";
import type { Publication } from "../../../src/programme/publication.ts";
import { WHOLE } from "../../../src/programme/selection.ts";
import { listen } from "./listen.ts";

export interface SceneServer {
  origin: string;
  close: () => void;
}

interface Found {
  text: string;
  contentType: string;
  headers?: Readonly<Record<string, string>>;
}

export async function serveScene(scene: Publication): Promise<SceneServer> {
  const assets: Record<string, Found> = ASSETS;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const found = url.pathname.startsWith("/thumbnails/")
      ? { text: PLACEHOLDER, contentType: "image/svg+xml" }
      : (assets[url.pathname] ?? findPage(url, scene));
    response.writeHead(found === null ? 404 : 200, {
      "content-type": found?.contentType ?? "text/plain",
      ...found?.headers,
    });
    response.end(found?.text ?? "");
  });
  return { origin: await listen(server), close: () => server.close() };
}

function findPage({ pathname, searchParams }: URL, scene: Publication): Found | null {
  for (const document of DOCUMENTS) {
    const pattern = new RegExp(
      `^${document.pattern.replace(":session", "(?<session>[a-z0-9-]+)").replace(":year", "(?<year>\\d{4})")}$`,
    );
    const found = pattern.exec(pathname);
    if (found === null) continue;
    const filledIn = new URLSearchParams([...searchParams].filter(([, value]) => value !== ""));
    const asked = parseParameters(filledIn, document.parameters);
    const { session, year } = found.groups ?? {};
    const selection = {
      ...(asked.ok ? asked.value : WHOLE),
      ...(session !== undefined && { session }),
      ...(year !== undefined && { year: Number(year) }),
    };
    const text = writeDocument(document, scene, selection);
    const headers = toHeaders(document, scene.club, selection);
    return text === null ? null : { text, contentType: document.contentType, headers };
  }
  return null;
}
