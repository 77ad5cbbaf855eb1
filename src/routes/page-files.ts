/** What pages load: fixed files that the build has laid among the static assets, see `pages/assets/files.ts`. */
import { serveAsset, type Asset } from "../http/serve-representation.ts";
import { fetchAsset } from "../publisher/static-assets.ts";
import type { AppContext } from "./answer-document.ts";

/** @throws Error where the file is not there: the Worker was deployed without its assets */
export async function answerPageFile(
  { req, env }: AppContext,
  path: string,
  asset: Omit<Asset, "bytes">,
): Promise<Response> {
  const file = await fetchAsset(env.ASSETS, path);
  if (file?.ok !== true) throw new Error(`${path} is not among the static assets (${file?.status})`);
  return serveAsset(req.raw, { ...asset, bytes: new Uint8Array(await file.arrayBuffer()) });
}
