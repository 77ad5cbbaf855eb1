/**
 * Reading from the Worker: the isolate's memo first, then the Publisher.
 */
import { compiled } from "#data";
import { toKey } from "../documents/addresses.ts";
import type { Document } from "../documents/document.ts";
import type { Representation } from "../http/representation.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Selection } from "../programme/selection.ts";
import { logSeldom } from "./log.ts";
import { memo } from "./memo.ts";
import type { DocumentAnswer, DocumentRequest } from "./protocol.ts";
import type { PublisherEnvironment } from "./departments.ts";
import type { Publisher } from "./publisher.ts";

/** Bindings and variables of the Worker. */
export interface Environment extends PublisherEnvironment {
  PUBLISHER: DurableObjectNamespace<Publisher>;
}

/** How long a client should wait when neither the Publisher nor a copy can be had. */
const RETRY_AFTER_SECONDS = 60;

export type ReadFault = { reason: "no_document" } | { reason: "unavailable"; retryAfterSeconds: number };

/** The club's Publisher; a fork with a domain of its own starts an archive of its own. */
export function findPublisher(environment: Environment): DurableObjectStub<Publisher> {
  return environment.PUBLISHER.getByName(compiled.club.uidDomain);
}

/**
 * The representation of a document for a selection.
 *
 * @param origin the request's, without a slash at the end
 */
export async function readRepresentation(
  environment: Environment,
  document: Document,
  selection: Selection,
  origin: string,
): Promise<Result<Representation, ReadFault>> {
  const key = toKey(document, selection);
  const held = memo.find(key, Date.now());
  if (held?.isFresh) return succeed(held.representation);
  const copy = held?.representation ?? null;
  const request = { name: document.name, selection, origin, heldEtag: copy?.etag ?? null };
  return settle(key, await ask(environment, request), copy);
}

/** What the Publisher says, or the isolate's copy where it has nothing newer or cannot be reached. */
function settle(
  key: string,
  answer: DocumentAnswer | { outcome: "unavailable" },
  copy: Representation | null,
): Result<Representation, ReadFault> {
  if (answer.outcome === "not_found") {
    memo.drop(key);
    return fail({ reason: "no_document" });
  }
  if (answer.outcome === "found" && !answer.isKept) return succeed(answer.representation);
  const representation = answer.outcome === "found" ? answer.representation : copy;
  if (representation === null) return fail({ reason: "unavailable", retryAfterSeconds: RETRY_AFTER_SECONDS });
  if (answer.outcome !== "unavailable") memo.keep(key, representation, Date.now());
  return succeed(representation);
}

/** One call; a Publisher that cannot be reached is an answer like any other. */
async function ask(
  environment: Environment,
  request: DocumentRequest,
): Promise<DocumentAnswer | { outcome: "unavailable" }> {
  try {
    return await findPublisher(environment).read(request);
  } catch (error) {
    const { name } = request;
    logSeldom("error", "publisher unavailable", { document: name, message: String(error) });
    return { outcome: "unavailable" };
  }
}
