import { afterEach, beforeEach, expect, test } from "vitest";
import { aChannelFeed } from "../support/channel-feed.ts";
import { FEEDS, get, runCron, standIn, startAfresh, xml } from "./support.ts";

beforeEach(async () => {
  standIn(() => xml(aChannelFeed({ entries: [] })));
  await runCron();
});
afterEach(startAfresh);

test.each(FEEDS)(
  "%s is compressed for who takes it, with its own tag, which is good for a 304",
  async (path) => {
    const plain = await get(path);
    const tag = plain.headers.get("etag") ?? "";
    const headers = { "accept-encoding": "gzip" };
    const coded = await get(path, { headers });
    const [held, heldPlain] = await Promise.all(
      [coded.headers.get("etag") ?? "", tag].map((etag) =>
        get(path, { headers: { ...headers, "if-none-match": etag } }),
      ),
    );
    // Over a binding the runtime decodes the body, which shows that it is what its header says.
    const [text, codedText] = [await plain.text(), await coded.text()];
    expect([
      coded.headers.get("content-encoding"),
      coded.headers.get("etag"),
      Number(coded.headers.get("content-length")) < text.length,
      codedText === text,
      [held, heldPlain].map((response) => [response?.status, response?.headers.get("etag")]),
    ]).toEqual([
      "gzip",
      tag.replace(/"$/, '-gzip"'),
      true,
      true,
      [
        [304, tag.replace(/"$/, '-gzip"')],
        [304, tag],
      ],
    ]);
  },
);
