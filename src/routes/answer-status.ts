/** `/status.json` for who operates the service, and `/healthz` for what watches it. */
import { NO_STORE } from "../http/cache-policy.ts";
import { CORS } from "../http/cors.ts";
import { findTroubles } from "../publisher/health.ts";
import { findPublisher } from "../publisher/read-representation.ts";
import type { AppContext } from "./answer-document.ts";

const HEADERS = { ...CORS, ...NO_STORE, "x-robots-tag": "noindex", "x-content-type-options": "nosniff" };

export async function answerStatus(context: AppContext): Promise<Response> {
  const status = await findPublisher(context.env).status();
  const headers = { ...HEADERS, "content-type": "application/json; charset=utf-8" };
  return context.body(`${JSON.stringify(status, null, 2)}\n`, 200, headers);
}

/** 200 and "ok", or 503 and a line for each thing that somebody must look at. A Publisher that cannot be reached is 503 too. */
export async function answerHealth(context: AppContext): Promise<Response> {
  const troubles = findTroubles(await findPublisher(context.env).status(), Date.now());
  const isWell = troubles.length === 0;
  return context.text(isWell ? "ok\n" : `${troubles.join("\n")}\n`, isWell ? 200 : 503, HEADERS);
}
