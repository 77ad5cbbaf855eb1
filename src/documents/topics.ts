/** Topics (W3C WebSub 2): the documents that subscribers can be told of, and the links by which they find out where. */
import { toPath, type Links } from "../programme/address.ts";
import { WHOLE, type Selection } from "../programme/selection.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Document } from "./document.ts";
import { parseParameters, type ParameterFault } from "./parameters.ts";
import { DOCUMENTS } from "./table.ts";

export interface Topic {
  document: Document;
  selection: Selection;
  /** The canonical path with its query. */
  path: string;
}

export type TopicFault = { reason: "no_topic" } | ParameterFault;

/** The topics without parameters, in the order of the table. */
export const WHOLE_TOPICS: readonly Topic[] = DOCUMENTS.filter((document) => isTopic(document, WHOLE)).map(
  (document) => ({ document, selection: WHOLE, path: toPath(document.pattern, WHOLE) }),
);

/** What people subscribe to; but not a search, which changes with an index that tells nobody. */
export function isTopic({ subscription }: Document, { q }: Selection): boolean {
  return subscription !== undefined && q === undefined;
}

/** The topic of an address of this service, whatever its origin and however its query is spelt. */
export function findTopic({ pathname, searchParams }: URL): Result<Topic, TopicFault> {
  const document = DOCUMENTS.find(({ pattern }) => pattern === pathname);
  if (document === undefined) return fail({ reason: "no_topic" });
  const selection = parseParameters(searchParams, document.parameters);
  if (!selection.ok) return selection;
  if (!isTopic(document, selection.value)) return fail({ reason: "no_topic" });
  return succeed({
    document,
    selection: selection.value,
    path: toPath(document.pattern, selection.value),
  });
}

/** The value of the field Link that leads to the hubs of a topic (W3C WebSub 4); null for what has none. */
export function toLinkField({ self, hubs }: Pick<Links, "self" | "hubs">): string | null {
  if (hubs.length === 0) return null;
  return [...hubs.map((hub) => `<${hub}>; rel="hub"`), `<${self}>; rel="self"`].join(", ");
}
