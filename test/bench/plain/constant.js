/**
 * What the service is compared with: a Worker that returns the same bytes, entity tags and header fields from constants, and
 * does nothing but what HTTP asks of it. Nothing is computed for a request that could be computed before.
 */
import plainBytes from "plain";
import gzipBytes from "gzip";
import answers from "./fields.json";

const { plain, gzip } = answers;
const PLAIN = new Uint8Array(plainBytes);
const GZIP = new Uint8Array(gzipBytes);
/** The bytes are coded already. */
const toFound = (fields) => ({ headers: new Headers(fields), encodeBody: "manual" });
const toNotModified = (fields) => ({ status: 304, headers: new Headers(fields) });
const [PLAIN_FOUND, GZIP_FOUND] = [toFound(plain.found), toFound(gzip.found)];
const [PLAIN_HELD, GZIP_HELD] = [toNotModified(plain.held), toNotModified(gzip.held)];

export default {
  fetch({ method, headers }) {
    const held = headers.get("if-none-match");
    if (held === plain.etag) return new Response(null, PLAIN_HELD);
    if (held === gzip.etag) return new Response(null, GZIP_HELD);
    const accepted = headers.get("accept-encoding");
    const isGzip = accepted !== null && accepted.includes("gzip");
    if (isGzip) return new Response(method === "HEAD" ? null : GZIP, GZIP_FOUND);
    return new Response(method === "HEAD" ? null : PLAIN, PLAIN_FOUND);
  },
};
