/**
 * `/admin/state`: the whole state out (GET) and in (PUT, `?replace=1` over another), for who holds ADMIN_TOKEN. While that
 * is not set there is no such address.
 */
import type { Environment } from "../publisher/read-representation.ts";
import { NO_STORE } from "../http/cache-policy.ts";
import { serveProblem, type Problem } from "../http/problem.ts";
import { findPublisher } from "../publisher/read-representation.ts";
import type { StateFault } from "../publisher/store/state-document.ts";

export const STATE_PATH = "/admin/state";
const ALLOWED = "GET, HEAD, PUT";

/** Null where there is no such address. */
export async function serveState(request: Request, environment: Environment): Promise<Response | null> {
  const token = environment.ADMIN_TOKEN ?? "";
  if (token === "") return null;
  if (!(await isAllowed(request, token))) return serveProblem({ reason: "unauthorized" });
  const { method } = request;
  if (method === "PUT") return await takeState(request, environment);
  if (method !== "GET" && method !== "HEAD") {
    return serveProblem({ reason: "method_not_allowed", method, allow: ALLOWED });
  }
  return new Response(await findPublisher(environment).exportState(), {
    headers: {
      ...NO_STORE,
      "content-type": "application/json; charset=utf-8",
      "x-content-type-options": "nosniff",
    },
  });
}

async function takeState(request: Request, environment: Environment): Promise<Response> {
  const isReplacing = new URL(request.url).searchParams.get("replace") === "1";
  const body = request.body ?? new Blob([]).stream();
  const restored = await findPublisher(environment).importState(body, { isReplacing });
  if (!restored.ok) return serveProblem(toProblem(restored.error));
  return Response.json(restored.value, { headers: NO_STORE });
}

function toProblem(fault: StateFault): Problem {
  switch (fault.reason) {
    case "not_empty":
      return {
        reason: "conflict",
        detail: "There is a state already; ?replace=1 puts this one in its place",
      };
    case "too_large":
      return fault;
    case "not_a_state":
      return { reason: "unprocessable", detail: fault.message };
  }
}

/** Digests have one length whatever was sent, and their comparison takes one time. */
async function isAllowed(request: Request, token: string): Promise<boolean> {
  const sent = /^Bearer +(.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  const [a, b] = await Promise.all([toDigest(sent), toDigest(token)]);
  return crypto.subtle.timingSafeEqual(a, b);
}

function toDigest(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
}
