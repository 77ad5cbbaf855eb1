/** What the Publisher keeps, as an answer; or the problem why there is none. */
import type { Context } from "hono";
import { answerProblem } from "./answer-problem.tsx";
import type { Environment } from "./environment.ts";
import { serveRepresentation } from "./http/serve-representation.ts";
import { WHOLE, type Selection } from "./programme/selection.ts";
import { readRepresentation } from "./publisher/read.ts";

export type AppContext = Context<{ Bindings: Environment }>;

/** Where a representation is kept, and the query of its one canonical address. */
export interface Place {
  path: string;
  selection: Selection;
  canonicalQuery: string;
}

/** The place of an address without parameters. */
export function toWholePlace(path: string): Place {
  return { path, selection: WHOLE, canonicalQuery: "" };
}

/** @param headers of a 200, beside what every representation has */
export async function answerRepresentation(
  context: AppContext,
  { path, selection, canonicalQuery }: Place,
  headers: Record<string, string>,
): Promise<Response> {
  const { search, origin } = new URL(context.req.url);
  const representation = await readRepresentation(context.env, path, selection, origin);
  if (!representation.ok) return answerProblem(context.req.raw, representation.error);
  const isCanonical = search === canonicalQuery;
  return serveRepresentation(context.req.raw, representation.value, { isCanonical, headers });
}
