/**
 * `/thumbnails/VIDEOID.jpg`: pictures from our own address, so that a page asks nothing of YouTube.
 *
 * Only videos published here have one, so that this is no open proxy. Each is fetched once and kept in the data centre's
 * cache; where YouTube has none or cannot be reached a drawn picture stands in for a while.
 */
import { PLACEHOLDER_CACHING, THUMBNAIL_CACHING } from "../http/cache-policy.ts";
import { PLACEHOLDER } from "../pages/assets/icon.ts";
import { isYouTubeId } from "../programme/video-site.ts";
import { isSample } from "../publisher/config.ts";
import { findPublisher } from "../publisher/read-representation.ts";
import { fetchThumbnail } from "../sources/fetch-thumbnail.ts";
import type { AppContext } from "./answer-document.ts";
import { answerProblem } from "./answer-problem.ts";

export async function serveThumbnail(context: AppContext): Promise<Response> {
  const { path } = context.req;
  const key = new URL(path, context.req.url).href;
  // One address for each: with a query it would be kept at the edge once more.
  if (key !== context.req.url) return answerProblem(context.req.raw, { reason: "not_found", path });
  const kept = await caches.default.match(key);
  const picture = kept ?? (await findPicture(context, path, key));
  return context.req.method === "HEAD" ? new Response(null, picture) : picture;
}

async function findPicture(context: AppContext, path: string, key: string): Promise<Response> {
  const videoId = path.replace(/^\/thumbnails\/|\.jpg$/g, "");
  // Of other sites nothing is fetched.
  if (!isYouTubeId(videoId) || !(await findPublisher(context.env).hasVideo(videoId))) {
    return answerProblem(context.req.raw, { reason: "not_found", path });
  }
  // The sample's videos do not exist, and a trial needs no network.
  const picture = isSample(context.env) ? drawPicture() : await fetchPicture(videoId);
  context.executionCtx.waitUntil(caches.default.put(key, picture.clone()));
  return picture;
}

async function fetchPicture(videoId: string): Promise<Response> {
  const picture = await fetchThumbnail(videoId);
  return picture === null ? drawPicture() : toPicture(picture, "image/jpeg", THUMBNAIL_CACHING);
}

function drawPicture(): Response {
  return toPicture(PLACEHOLDER, "image/svg+xml; charset=utf-8", PLACEHOLDER_CACHING);
}

function toPicture(body: BodyInit, contentType: string, caching: Record<string, string>): Response {
  return new Response(body, {
    headers: {
      ...caching,
      "content-type": contentType,
      "x-content-type-options": "nosniff",
      "access-control-allow-origin": "*",
    },
  });
}
