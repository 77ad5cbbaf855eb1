/**
 * A stand-in for YouTube on loopback that serves the project's sample channel feed.
 *
 * For clubs whose channel is not known yet: the whole service can be seen at work without a network.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";

/** Written for the project: the videos do not exist, the shapes are YouTube's. */
const SAMPLE_FEED = join(import.meta.dirname, "../../../data/sample-channel-feed.xml");

/** Start the stand-in; answers its address. It ends with the process. */
export async function serveSampleChannel(): Promise<string> {
  const feed = await readFile(SAMPLE_FEED);
  const server = createServer((request, response) => {
    const isFeed = request.url?.startsWith("/feeds/videos.xml") ?? false;
    response.writeHead(isFeed ? 200 : 404, { "content-type": "text/xml; charset=UTF-8" });
    response.end(isFeed ? feed : undefined);
  });
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the sample channel has no port");
  return `http://127.0.0.1:${address.port}/feeds/videos.xml`;
}
