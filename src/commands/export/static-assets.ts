/** What the Worker fetches from its static assets, from memory: what pages load, and transcripts. */
import { listFixedAssets } from "../../build/page-files.ts";
import { toAssetPath } from "../../publisher/search/search.ts";
import type { Assets } from "../../publisher/static-assets.ts";

/** @param transcripts JSON of Cue[], by session id */
export function toStaticAssets(transcripts: ReadonlyMap<string, { text: string }> = new Map()): Assets {
  const files = new Map<string, BodyInit>();
  for (const [name, content] of listFixedAssets()) files.set(`/${name}`, content);
  for (const [id, { text }] of transcripts) files.set(toAssetPath(id), text);
  return {
    fetch: (url) => {
      const file = files.get(new URL(url).pathname);
      return Promise.resolve(new Response(file ?? null, { status: file === undefined ? 404 : 200 }));
    },
  };
}
