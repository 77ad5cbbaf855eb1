import { gunzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { toByteLength } from "../../src/http/content-coding.ts";
import { toGzipBody } from "../../src/http/representation.ts";
import { aRepresentation } from "../support/representation.ts";
import { serveAsset, toServe } from "../../src/http/serve-representation.ts";

const lastModified = Date.UTC(2026, 5, 15, 17);
const ETAG = '"ba7816bf8f01cfea414140de5dae2223"';
const STALE = "stale-while-revalidate=3600, stale-if-error=604800";
const VALIDATORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Last-Modified, Link",
  "cache-control": `public, max-age=900, ${STALE}`,
  "cache-tag": "programme",
  "cloudflare-cdn-cache-control": `public, max-age=60, ${STALE}`,
  etag: ETAG,
  "last-modified": "Mon, 15 Jun 2026 17:00:00 GMT",
  vary: "Accept-Encoding",
};
const FULL = {
  ...VALIDATORS,
  "content-disposition": "inline",
  "content-length": "3",
  "content-type": "text/plain; charset=utf-8",
  "x-content-type-options": "nosniff",
};

async function serve(init: RequestInit, isCanonical = true) {
  const representation = aRepresentation(["abc"], "text/plain; charset=utf-8", lastModified);
  const answer = toServe(representation, { "content-disposition": "inline" });
  const response = answer(new Request("https://feeds.example.org/rss.xml", init), isCanonical);
  return {
    status: response.status,
    fields: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

describe("a representation", () => {
  test("answers GET with the bytes, their validators and the cache policy", async () => {
    expect(await serve({})).toEqual({ status: 200, fields: FULL, body: "abc" });
  });

  test("answers HEAD with the same fields and no body (RFC 9110 9.3.2)", async () => {
    expect(await serve({ method: "HEAD" })).toEqual({ status: 200, fields: FULL, body: "" });
  });

  test("answers 304 with what RFC 9110 15.4.5 keeps, and CORS", async () => {
    expect(await serve({ headers: { "if-none-match": ETAG } })).toEqual({
      status: 304,
      fields: VALIDATORS,
      body: "",
    });
  });

  test("keeps a spelling that is not canonical off the edge and answers it alike", async () => {
    expect(await serve({}, false)).toEqual({
      status: 200,
      fields: { ...FULL, "cloudflare-cdn-cache-control": "no-store" },
      body: "abc",
    });
  });

  test("answers a failed precondition with a problem that is not kept", async () => {
    const { status, fields } = await serve({ headers: { "if-match": '"other"' } });
    expect([status, fields["content-type"], fields["cache-control"]]).toEqual([
      412,
      "application/problem+json; charset=utf-8",
      "no-store",
    ]);
  });
});

const prepare = async () => {
  const representation = aRepresentation(["abc ".repeat(1_000)], "text/plain", lastModified);
  return { answer: toServe(representation), etag: representation.etag };
};
const poll = (init: RequestInit = {}) => new Request("https://feeds.example.org/rss.xml", init);

describe("the same representation, asked for again,", () => {
  test("has the same fields, and what one answer's receiver does to them changes no other", async () => {
    const { answer } = await prepare();
    const first = answer(poll(), true);
    const before = Object.fromEntries(first.headers);
    first.headers.set("etag", "other");
    first.headers.delete("vary");
    await first.arrayBuffer();
    const again = answer(poll(), true);
    expect([Object.fromEntries(again.headers), (await again.arrayBuffer()).byteLength]).toEqual([
      before,
      4_000,
    ]);
  });

  test.each<RequestInit>([{ method: "HEAD" }, { headers: { "if-none-match": "TAG" } }])(
    "by %o is answered with what was made before",
    async ({ method = "GET", headers = {} }) => {
      const { answer, etag } = await prepare();
      const fields = Object.keys(headers).map((name): [string, string] => [name, etag]);
      const ask = () => answer(poll({ method, headers: fields }), true);
      expect(ask()).toBe(ask());
    },
  );

  test.each([
    [{ "if-none-match": "TAG", "if-match": '"other"' }, 412],
    [{ "if-none-match": "TAG", "if-unmodified-since": "Mon, 15 Jun 2026 16:59:59 GMT" }, 412],
    [{ "if-none-match": "TAG", "if-match": "TAG" }, 304],
    [{ "if-none-match": "TAG", "if-modified-since": "Mon, 15 Jun 2026 16:59:59 GMT" }, 304],
    [{ "if-modified-since": "Mon, 15 Jun 2026 17:00:00 GMT" }, 304],
    [{ "if-unmodified-since": "Mon, 15 Jun 2026 16:59:59 GMT" }, 412],
    [{ "if-match": '"other"' }, 412],
    [{ "if-none-match": '"other"' }, 200],
  ])("weighs all of %o: %i", async (fields, status) => {
    const { answer, etag } = await prepare();
    const headers = Object.entries(fields).map(([name, value]): [string, string] => [
      name,
      value.replace("TAG", etag),
    ]);
    expect(answer(poll({ headers }), true).status).toBe(status);
  });
});

test("every answer reads the same memory: the runtime makes no copy of a stream", async () => {
  const representation = aRepresentation(["abc"], "text/plain", lastModified);
  const answer = toServe(representation);
  const streams = vi.spyOn(Blob.prototype, "stream");
  const ask = async () => await answer(new Request("https://feeds.example.org/rss.xml"), true).text();
  expect([await ask(), await ask()]).toEqual(["abc", "abc"]);
  const sources = streams.mock.contexts;
  streams.mockRestore();
  expect([sources.length, sources[0] === sources[1]]).toEqual([2, true]);
});

describe("a representation that is worth compressing", () => {
  const text = "abc ".repeat(1_000);
  const ask = async (headers: Record<string, string>, method = "GET") => {
    const representation = aRepresentation([text], "text/calendar; charset=utf-8", lastModified);
    const request = new Request("https://feeds.example.org/calendar.ics", { headers, method });
    const response = toServe(representation)(request, true);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { etag } = representation;
    const field = (name: string) => response.headers.get(name)?.replace(etag.slice(1, -1), "TAG") ?? null;
    return {
      status: response.status,
      bytes,
      field,
      etag,
      size: toByteLength(toGzipBody(representation) ?? []),
    };
  };
  const GZIP = { "accept-encoding": "br, gzip" };

  test("is sent as gzip to who takes it, under a tag of its own", async () => {
    const { status, bytes, field, size } = await ask(GZIP);
    expect([
      status,
      field("etag"),
      field("content-encoding"),
      field("content-length"),
      field("vary"),
      gunzipSync(bytes).toString(),
    ]).toEqual([200, '"TAG-gzip"', "gzip", String(size), "Accept-Encoding", text]);
  });

  test.each<Record<string, string>>([{}, { "accept-encoding": "gzip;q=0" }])(
    "is sent as it is for %o",
    async (headers) => {
      const { bytes, field } = await ask(headers);
      expect([
        field("etag"),
        field("content-encoding"),
        field("content-length"),
        field("vary"),
        Buffer.from(bytes).toString(),
      ]).toEqual(['"TAG"', null, "4000", "Accept-Encoding", text]);
    },
  );

  test("has the same fields for HEAD", async () => {
    const { bytes, field, size } = await ask(GZIP, "HEAD");
    expect([field("etag"), field("content-encoding"), field("content-length"), bytes.length]).toEqual([
      '"TAG-gzip"',
      "gzip",
      String(size),
      0,
    ]);
  });

  test.each([
    ["gzip", '"TAG-gzip"', '"TAG-gzip"'],
    ["gzip", '"TAG"', '"TAG"'],
    ["gzip", '"other", W/"TAG-gzip"', '"TAG-gzip"'],
    ["gzip", '"TAG", "TAG-gzip"', '"TAG-gzip"'],
    ["gzip", '"other", "TAG"', '"TAG"'],
    ["gzip", "*", '"TAG-gzip"'],
    ["identity", '"TAG-gzip"', '"TAG-gzip"'],
    ["identity", 'W/"TAG"', '"TAG"'],
    ["identity", '"TAG-gzip", "TAG"', '"TAG"'],
  ])("for %s and If-None-Match %s is not modified: %s", async (coding, field, expected) => {
    const { etag } = await ask({});
    const answer = await ask({
      "accept-encoding": coding,
      "if-none-match": field.replaceAll("TAG", etag.slice(1, -1)),
    });
    expect([
      answer.status,
      answer.field("etag"),
      answer.field("content-encoding"),
      answer.field("vary"),
    ]).toEqual([304, expected, null, "Accept-Encoding"]);
  });

  test.each([
    ['"TAG"', 200],
    ['"TAG-gzip"', 200],
    ['"other"', 412],
  ])("for If-Match %s is %i", async (field, status) => {
    const { etag } = await ask({});
    const answer = await ask({ ...GZIP, "if-match": field.replace("TAG", etag.slice(1, -1)) });
    expect(answer.status).toBe(status);
  });
});

describe("serveAsset", () => {
  const bytes = Uint8Array.from(Buffer.from("a {}"));
  const asset = { bytes, contentType: "text/css; charset=utf-8", version: "v1" };
  const ask = (query: string, headers: Record<string, string> = {}, method = "GET") =>
    serveAsset(new Request(`https://feeds.example.org/style.css${query}`, { headers, method }), asset);

  test("answers with the text, kept for ever under the address of its version", async () => {
    const response = ask("?v=v1");
    expect([response.status, Object.fromEntries(response.headers), await response.text()]).toEqual([
      200,
      {
        "cache-control": "public, max-age=31536000, immutable",
        "content-length": "4",
        "content-type": "text/css; charset=utf-8",
        etag: '"v1"',
        "x-content-type-options": "nosniff",
      },
      "a {}",
    ]);
  });

  test("is kept for a minute under another version's address", () => {
    expect(ask("?v=v0").headers.get("cache-control")).toBe("public, max-age=60");
  });

  test.each([
    [{ "if-none-match": '"v1"' }, 304],
    [{ "if-match": '"v0"' }, 412],
    [{ "if-match": 'W/"v1"' }, 412],
    [{ "if-unmodified-since": "Mon, 15 Jun 2026 17:00:00 GMT" }, 200],
  ])("answers %o with %i", (headers, status) => {
    expect(ask("?v=v1", headers).status).toBe(status);
  });

  test("answers HEAD without a body", async () => {
    const response = ask("?v=v1", {}, "HEAD");
    expect([response.headers.get("content-length"), await response.text()]).toEqual(["4", ""]);
  });
});
