/** A document as an answer; or the problem why there is none. */
import type { Context } from "hono";
import { compiled } from "#data";
import { toHeaders, type Document } from "../documents/document.ts";
import { parseParameters } from "../documents/parameters.ts";
import { serveRepresentation } from "../http/serve-representation.ts";
import { toPath } from "../programme/address.ts";
import { toConfiguredUrl } from "../publisher/config.ts";
import { type Environment, readRepresentation } from "../publisher/read-representation.ts";
import { answerProblem } from "./answer-problem.ts";

export type AppContext = Context<{ Bindings: Environment }>;

export async function answerDocument(context: AppContext, document: Document): Promise<Response> {
  const request = context.req.raw;
  const { origin, pathname, search, searchParams } = new URL(request.url);
  const query = document.isForm === true ? toFilledIn(searchParams) : searchParams;
  const asked = parseParameters(query, document.parameters, {
    origins: [origin, toPublicUrl(context)],
    hasTurns: document.hasTurns,
  });
  if (!asked.ok) return answerProblem(request, asked.error);
  const selection = { ...asked.value, ...toSession(context) };
  const read = await readRepresentation(context.env, document, selection, origin);
  if (!read.ok) {
    const { error } = read;
    return answerProblem(
      request,
      error.reason === "no_document" ? { reason: "not_found", path: pathname } : error,
    );
  }
  return serveRepresentation(request, read.value, {
    isCanonical: pathname + search === toPath(document.pattern, selection),
    headers: toHeaders(document, compiled.club, selection),
  });
}

/** The origin that self links say, as far as the Worker knows it. */
export function toPublicUrl(context: AppContext): string {
  return toConfiguredUrl(context.env) ?? new URL(context.req.url).origin;
}

/** The session that the path names; an ending such as ".ics" is the pattern's and no part of the id. */
function toSession(context: AppContext): { session?: string } {
  const session = context.req.param("session");
  return session === undefined ? {} : { session: session.replace(/\..*$/, "") };
}

/** The query of a form: an empty field is one that was not filled in. */
function toFilledIn(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([, value]) => value !== ""));
}
