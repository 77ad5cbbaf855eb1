/** A document as an answer; or the problem why there is none. */
import type { Context } from "hono";
import { toKey } from "../documents/addresses.ts";
import type { Document } from "../documents/document.ts";
import { parseParameters } from "../documents/parameters.ts";
import { toPath } from "../programme/address.ts";
import { toConfiguredUrl } from "../publisher/config.ts";
import { memo } from "../publisher/memo.ts";
import { type Environment, readCopy } from "../publisher/read-representation.ts";
import { answerProblem } from "./answer-problem.ts";

export type AppContext = Context<{ Bindings: Environment }>;

/**
 * The answer to a poll, which asks for what this isolate has just served under the same address: so nearly every one ends
 * here. Null for everything else, which the routes answer.
 */
export function answerPoll(request: Request): Response | null {
  const { method } = request;
  return method === "GET" || method === "HEAD" ? memo.answer(request, Date.now()) : null;
}

export async function answerDocument(context: AppContext, document: Document): Promise<Response> {
  const request = context.req.raw;
  const { origin, pathname, search, searchParams } = new URL(request.url);
  const query = document.isForm === true ? toFilledIn(searchParams) : searchParams;
  const asked = parseParameters(query, document.parameters, {
    origins: [origin, toPublicUrl(context)],
    hasTurns: document.hasTurns,
  });
  if (!asked.ok) return answerProblem(request, asked.error);
  const selection = { ...asked.value, ...toNamed(context) };
  const read = await readCopy(context.env, document, selection, origin);
  if (!read.ok) {
    const { error } = read;
    return answerProblem(
      request,
      error.reason === "no_document" ? { reason: "not_found", path: pathname } : error,
    );
  }
  const isCanonical = pathname + search === toPath(document.pattern, selection);
  memo.keepAddress(request.url, toKey(document, selection), isCanonical);
  return read.value.serve(request, isCanonical);
}

/** The origin that self links say, as far as the Worker knows it. */
export function toPublicUrl(context: AppContext): string {
  return toConfiguredUrl(context.env) ?? new URL(context.req.url).origin;
}

/** The session or year that the path names; an ending such as ".ics" is the pattern's and no part of the id. */
function toNamed(context: AppContext): { session?: string; year?: number } {
  const { session, year } = context.req.param();
  return {
    ...(session !== undefined && { session: session.replace(/\..*$/, "") }),
    ...(year !== undefined && { year: Number(year) }),
  };
}

/** The query of a form: an empty field is one that was not filled in. */
function toFilledIn(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([, value]) => value !== ""));
}
