/** What the hub is compared with: the same signed bytes, sent to each callback, and nothing kept of it. */
import body from "body";

const BYTES = new Uint8Array(body);
/** As many as the service has under way. */
const LANES = 5;

export default {
  async fetch(request, { CALLBACK, COUNT }) {
    if (new URL(request.url).pathname !== "/send") return new Response(null);
    let next = 0;
    const send = async () => {
      while (next < Number(COUNT)) {
        const secret = `secret-${next}`;
        const callback = `${CALLBACK}/${next}`;
        next += 1;
        const raw = new TextEncoder().encode(secret);
        const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, [
          "sign",
        ]);
        const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, BYTES));
        const hex = Array.from(signature, (byte) => byte.toString(16).padStart(2, "0")).join("");
        const headers = { "content-type": "application/rss+xml", "x-hub-signature": `sha256=${hex}` };
        const response = await fetch(callback, { method: "POST", headers, body: BYTES });
        await response.arrayBuffer();
      }
    };
    await Promise.all(Array.from({ length: LANES }, send));
    return new Response(null);
  },
};
