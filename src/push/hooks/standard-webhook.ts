/**
 * A program of the club's own: JSON, signed as Standard Webhooks 1.0 has it (standardwebhooks.com), so that there is a library
 * for whoever receives it.
 *
 * Stable: members may be added, none is renamed, and none changes its meaning.
 */
import { SECOND, toRfc3339 } from "../../programme/instant.ts";
import { JSON_TYPE, type Post, type Writer } from "./writer.ts";

const PREFIX = "whsec_";

export const writeStandardWebhook: Writer = async (message, { url, secret }, now): Promise<Post> => {
  const { id, kind, title, url: page, lines, links, session } = message;
  const timestamp = String(Math.floor(now / SECOND));
  const body = JSON.stringify({
    type: kind === "test" ? "test" : `session.${kind}`,
    timestamp: toRfc3339(now),
    data: { title, url: page, lines, links, session },
  });
  const signature = await toSignature(`${id}.${timestamp}.${body}`, secret);
  return {
    url,
    method: "POST",
    headers: {
      ...JSON_TYPE,
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signature}`,
    },
    body,
  };
};

/** The key of a secret: what follows "whsec_" is in Base64, any other text is itself. */
export function toKeyBytes(secret: string): Uint8Array<ArrayBuffer> | null {
  if (!secret.startsWith(PREFIX)) return new Uint8Array(new TextEncoder().encode(secret));
  try {
    return Uint8Array.from(atob(secret.slice(PREFIX.length)), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

async function toSignature(text: string, secret: string): Promise<string> {
  const bytes = toKeyBytes(secret);
  if (bytes === null) throw new Error("the secret is not in Base64");
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}
