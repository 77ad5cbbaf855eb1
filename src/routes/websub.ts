/** `/websub/TOKEN`: where YouTube's hub verifies a lease (GET), and delivers (POST). Nobody else knows a token. */
import { NO_STORE } from "../http/cache-policy.ts";
import { serveProblem } from "../http/problem.ts";
import { refreshProgramme } from "../publisher/cron.ts";
import { findPublisher } from "../publisher/read-representation.ts";
import { readBoundedBytes } from "../sources/read-bounded.ts";
import type { AppContext } from "./answer-document.ts";

export const WEBSUB_ROUTE = "/websub/:token{[\\w-]{43}}";
const ALLOWED = "GET, POST";
/** The hub's have one entry, of a thousand bytes. */
const MAX_BYTES = 262_144;
const MAX_CHALLENGE_CHARACTERS = 2_048;
const HEADERS = { ...NO_STORE, "x-content-type-options": "nosniff" };

export async function serveWebSub(context: AppContext): Promise<Response> {
  const { method } = context.req.raw;
  if (method === "GET") return await verify(context);
  if (method === "POST") return await receive(context);
  return serveProblem({ reason: "method_not_allowed", method, allow: ALLOWED });
}

/** The challenge alone, where such a request is pending; else there is no such address (W3C WebSub 5.3). */
async function verify(context: AppContext): Promise<Response> {
  const { path, raw } = context.req;
  const query = new URL(raw.url).searchParams;
  const [mode, topic] = [query.get("hub.mode") ?? "", query.get("hub.topic") ?? ""];
  const challenge = mode === "denied" ? "" : query.get("hub.challenge");
  if (challenge === null || challenge.length > MAX_CHALLENGE_CHARACTERS)
    return serveProblem({ reason: "not_found", path });
  const isPending = await findPublisher(context.env).verifyLease(toToken(context), topic, {
    mode,
    leaseSeconds: query.get("hub.lease_seconds"),
    reason: query.get("hub.reason"),
  });
  if (!isPending) return serveProblem({ reason: "not_found", path });
  return new Response(challenge, { headers: { ...HEADERS, "content-type": "text/plain; charset=utf-8" } });
}

/**
 * Answered at once, and alike whether it was believed: the hub delivers again what is answered otherwise, and a forger learns
 * nothing. Where a look is due it is taken behind the answer.
 */
async function receive(context: AppContext): Promise<Response> {
  const { headers, body } = context.req.raw;
  const read = await readBoundedBytes(body, MAX_BYTES);
  if (!read.ok) return serveProblem(read.error);
  const { outcome, isLookDue } = await findPublisher(context.env).receivePush(toToken(context), {
    signature: headers.get("x-hub-signature"),
    link: headers.get("link"),
    bytes: read.value,
  });
  if (isLookDue) context.executionCtx.waitUntil(refreshProgramme(context.env, context.executionCtx));
  // 410 ends a subscription (W3C WebSub 7).
  return new Response(null, { status: outcome === "unknown" ? 410 : 204, headers: HEADERS });
}

function toToken(context: AppContext): string {
  return context.req.param("token") ?? "";
}
