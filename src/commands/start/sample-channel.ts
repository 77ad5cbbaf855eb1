/** The sample channel: a stand-in for YouTube on loopback, so that the first club is seen at work without a network. */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Session } from "../../programme/session.ts";

/** Written for the project: the videos do not exist, the shapes are YouTube's. */
const FEED = join(import.meta.dirname, "sample-channel-feed.xml");
const PATH = "/feeds/videos.xml";
const TITLE = /<media:title>(.*)<\/media:title>/g;

/**
 * Serve it until the process ends; but only to the club whose sessions it shows: another's numbers would meet them by chance.
 *
 * @returns the feed's address, null for another club
 */
export async function serveSampleChannel(sessions: readonly Session[]): Promise<string | null> {
  const feed = await readFile(FEED, "utf8");
  const titles = [...feed.matchAll(TITLE)].map(([, title = ""]) => title);
  if (!sessions.some((session) => titles.some((title) => title.endsWith(`| ${session.title}`)))) return null;
  const server = createServer((request, response) => {
    const isFeed = request.url?.startsWith(PATH) === true;
    response.writeHead(isFeed ? 200 : 404, { "content-type": "text/xml; charset=UTF-8" });
    response.end(isFeed ? feed : undefined);
  });
  await once(server.unref().listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the sample channel has no port");
  return `http://127.0.0.1:${address.port}${PATH}`;
}
