/** Pages of a publication, served as the Worker would, without its storage: for states the club's own data is not in. */
import { createServer } from "node:http";
import { writeDocument } from "../../../src/documents/addresses.ts";
import { toHeaders } from "../../../src/documents/document.ts";
import { parseParameters } from "../../../src/documents/parameters.ts";
import { DOCUMENTS } from "../../../src/documents/table.ts";
import { TEXTS } from "../../../src/documents/texts.ts";
import { CORS } from "../../../src/http/cors.ts";
import { PLACEHOLDER } from "../../../src/pages/assets/icon.ts";
import { PAGE_FILES } from "../../../src/pages/assets/files.ts";
import type { Publication } from "../../../src/programme/publication.ts";
import { listen } from "../../support/listen.ts";

export interface SceneServer {
  origin: string;
  close: () => void;
}

interface Found {
  bytes: string | Uint8Array;
  contentType: string;
  headers?: Readonly<Record<string, string>>;
}

export async function serveScene(scene: Publication): Promise<SceneServer> {
  const files: Record<string, Found> = PAGE_FILES;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const found = url.pathname.startsWith("/thumbnails/")
      ? { bytes: PLACEHOLDER, contentType: "image/svg+xml" }
      : (files[url.pathname] ?? findPage(url, scene));
    if (found === null) {
      response.writeHead(404, { "content-type": "text/plain", ...CORS }).end();
      return;
    }
    response.writeHead(200, { "content-type": found.contentType, ...CORS, ...found.headers });
    response.end(found.bytes);
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
    const asked = parseParameters(filledIn, document.parameters, document);
    if (!asked.ok) return null;
    const { session, year } = found.groups ?? {};
    const selection = {
      ...asked.value,
      ...(session !== undefined && { session }),
      ...(year !== undefined && { year: Number(year) }),
    };
    const text = writeDocument(document, { texts: TEXTS, ...scene }, selection);
    const headers = toHeaders(document, scene.club, selection);
    return text === null ? null : { bytes: text, contentType: document.contentType, headers };
  }
  return null;
}
