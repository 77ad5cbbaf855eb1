/** `/hub`: where subscribers of the feeds ask to be told of changes (W3C WebSub 5.1). None where the club names other hubs. */
import { compiled } from "#data";
import { WHOLE_TOPICS } from "../documents/topics.ts";
import { NO_STORE, REDIRECT_CACHING } from "../http/cache-policy.ts";
import { CORS } from "../http/cors.ts";
import { serveProblem, type Problem } from "../http/problem.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import { findPublisher } from "../publisher/read-representation.ts";
import { toPushConfig } from "../push/config.ts";
import type { HubFault } from "../push/hub/hub.ts";
import {
  DEFAULT_LEASE_SECONDS,
  MAX_LEASE_SECONDS,
  MIN_LEASE_SECONDS,
  parseHubRequest,
} from "../push/hub/hub-request.ts";
import { HUB_PATH } from "../push/hub/addresses.ts";
import { readBoundedText } from "../sources/read-bounded.ts";
import { toPublicUrl, type AppContext } from "./answer-document.ts";
import { answerProblem } from "./answer-problem.ts";

const FORM = "application/x-www-form-urlencoded";
/** Two long addresses and a secret, each byte of them escaped. */
const MAX_BYTES = 16_384;
const ALLOWED = "GET, HEAD, POST, OPTIONS";

/** Null for a preflight, which is answered like any other. */
export async function answerHub(context: AppContext): Promise<Response | null> {
  const { method, path } = context.req;
  if (method === "OPTIONS") return null;
  if (compiled.push.hubs.length > 0) return answerProblem(context.req.raw, { reason: "not_found", path });
  if (method === "GET" || method === "HEAD") return answerAbout(context);
  if (method !== "POST") return serveProblem({ reason: "method_not_allowed", method, allow: ALLOWED });
  const form = await readForm(context.req.raw);
  if (!form.ok) return serveProblem(form.error);
  const request = parseHubRequest(form.value, toPushConfig(context.env).isPrivateAllowed);
  if (!request.ok) return serveProblem(request.error);
  const asked = await findPublisher(context.env).askHub(request.value);
  if (!asked.ok) return serveProblem(toProblem(asked.error));
  return context.text("Accepted; now the callback is asked.\n", 202, {
    ...CORS,
    ...NO_STORE,
    "x-content-type-options": "nosniff",
  });
}

async function readForm(request: Request): Promise<Result<URLSearchParams, Problem>> {
  const type = (request.headers.get("content-type") ?? "").replace(/;.*/, "").trim().toLowerCase();
  if (type !== FORM) return fail({ reason: "unsupported_type", expected: FORM });
  const text = await readBoundedText(request.body, MAX_BYTES);
  return text.ok ? succeed(new URLSearchParams(text.value)) : text;
}

function toProblem(fault: HubFault): Problem {
  return fault.reason === "no_hub" ? { reason: "not_found", path: HUB_PATH } : fault;
}

/** For people who follow the link. */
function answerAbout(context: AppContext): Response {
  const publicUrl = toPublicUrl(context);
  const text = [
    "This is a WebSub hub (https://www.w3.org/TR/websub/) for the feeds of this service, and for no others:",
    ...WHOLE_TOPICS.map(({ path }) => `  ${publicUrl}${path}`),
    "",
    "with any of their parameters but q. Subscribe with a POST of a form: hub.mode, hub.callback, hub.topic, and",
    "hub.lease_seconds and hub.secret as you like. A lease is of " +
      `${DEFAULT_LEASE_SECONDS} seconds, or what is asked for, from ${MIN_LEASE_SECONDS} to ${MAX_LEASE_SECONDS}.`,
    "",
  ];
  return context.text(text.join("\n"), 200, {
    ...CORS,
    ...REDIRECT_CACHING,
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
  });
}
