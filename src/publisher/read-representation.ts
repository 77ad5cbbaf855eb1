/**
 * Reading from the Worker: the isolate's memo first, then the Publisher.
 */
import { compiled } from "#data";
import { toKey } from "../documents/addresses.ts";
import { toHeaders, type Document } from "../documents/document.ts";
import type { Representation } from "../http/representation.ts";
import { toServe, type Serve } from "../http/serve-representation.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Selection } from "../programme/selection.ts";
import { logSeldom } from "./log.ts";
import { memo, toCopy, type Copy } from "./memo.ts";
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
 * The representation of a document for a selection, ready to be served.
 *
 * @param origin the request's, without a slash at the end
 */
export async function readCopy(
  environment: Environment,
  document: Document,
  selection: Selection,
  origin: string,
): Promise<Result<Copy, ReadFault>> {
  const key = toKey(document, selection);
  const now = Date.now();
  const held = memo.find(key, now);
  if (held?.isFresh) return succeed(held.copy);
  memo.noteAsked(key, now);
  const copy = held?.copy ?? null;
  const heldEtag = copy?.etag ?? null;
  const request = { name: document.name, selection, origin, heldEtag, heldMark: copy?.mark ?? null };
  const answer = await ask(environment, request);
  return settle(answer, {
    key,
    copy,
    toServe: (representation) => toServe(representation, toHeaders(document, compiled.club, selection)),
  });
}

/** What was asked for. */
interface Wanted {
  key: string;
  /** The isolate's own, null where it has none. */
  copy: Copy | null;
  toServe: (representation: Representation) => Serve;
}

/** What the Publisher says, or the isolate's copy where it has nothing newer or cannot be reached. */
function settle(
  answer: DocumentAnswer | { outcome: "unavailable" },
  { key, copy: held, toServe: prepare }: Wanted,
): Result<Copy, ReadFault> {
  if (answer.outcome === "not_found") {
    memo.drop(key);
    return fail({ reason: "no_document" });
  }
  if (answer.outcome === "found") {
    const { representation, mark, isKept } = answer;
    const copy = toCopy(representation, mark, prepare(representation));
    if (isKept) memo.keep(key, copy, Date.now());
    return succeed(copy);
  }
  if (held === null) return fail({ reason: "unavailable", retryAfterSeconds: RETRY_AFTER_SECONDS });
  if (answer.outcome === "unavailable") return succeed(held);
  const copy = { ...held, mark: answer.mark };
  memo.keep(key, copy, Date.now());
  return succeed(copy);
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
