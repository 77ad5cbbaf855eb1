/**
 * Problem details (RFC 9457): the one place where failures become HTTP.
 */
import { NO_STORE, NOT_FOUND_CACHING } from "./cache-policy.ts";
import { CORS } from "./cors.ts";

export type Problem =
  | { reason: "bad_parameter"; name: string; value: string; expected: string }
  | { reason: "not_found"; path: string }
  | { reason: "method_not_allowed"; method: string; allow: string }
  | { reason: "precondition_failed" }
  | { reason: "unauthorized" }
  | { reason: "conflict"; detail: string }
  | { reason: "too_large"; maxBytes: number }
  | { reason: "unprocessable"; detail: string }
  | { reason: "unsupported_type"; expected: string }
  | { reason: "too_many"; detail: string; retryAfterSeconds: number }
  | { reason: "full"; detail: string; retryAfterSeconds: number }
  | { reason: "unavailable"; retryAfterSeconds: number };

/** A problem as RFC 9457 3.1 names its members; `type` "about:blank" says that the status is the type. */
export interface ProblemDetails {
  type: "about:blank";
  title: string;
  status: number;
  detail: string;
  /** The parameter at fault, where there is one. */
  parameter?: string;
}

/** Each with its status and the status's name (RFC 9110 15). */
const STATUSES: Readonly<Record<Problem["reason"], readonly [status: number, title: string]>> = {
  bad_parameter: [400, "Bad Request"],
  unauthorized: [401, "Unauthorized"],
  not_found: [404, "Not Found"],
  method_not_allowed: [405, "Method Not Allowed"],
  conflict: [409, "Conflict"],
  precondition_failed: [412, "Precondition Failed"],
  too_large: [413, "Content Too Large"],
  unsupported_type: [415, "Unsupported Media Type"],
  unprocessable: [422, "Unprocessable Content"],
  too_many: [429, "Too Many Requests"],
  full: [503, "Service Unavailable"],
  unavailable: [503, "Service Unavailable"],
};

export function toProblemDetails(problem: Problem): ProblemDetails {
  const [status, title] = STATUSES[problem.reason];
  return {
    type: "about:blank",
    title,
    status,
    detail: toDetail(problem),
    ...(problem.reason === "bad_parameter" && { parameter: problem.name }),
  };
}

function toDetail(problem: Problem): string {
  if ("detail" in problem) return problem.detail;
  switch (problem.reason) {
    case "bad_parameter":
      return `${problem.name}: ${JSON.stringify(problem.value)} is not allowed, expected ${problem.expected}`;
    case "not_found":
      return `There is nothing at ${problem.path}`;
    case "method_not_allowed":
      return `${problem.method} is not possible here, only ${problem.allow}`;
    case "precondition_failed":
      return "The representation is not the one the request's preconditions ask for";
    case "unauthorized":
      return "This address asks for its token";
    case "too_large":
      return `The content is larger than ${problem.maxBytes} bytes`;
    case "unsupported_type":
      return `The content has another type than ${problem.expected}`;
    case "unavailable":
      return `The programme cannot be read at the moment, try again in ${problem.retryAfterSeconds} seconds`;
  }
}

/** The header fields of a problem's answer, whatever its body looks like; it repeats what a stranger asked for. */
export function toProblemHeaders(problem: Problem): Record<string, string> {
  return { ...toFields(problem), "x-content-type-options": "nosniff" };
}

function toFields(problem: Problem): Record<string, string> {
  if (problem.reason === "unauthorized") return { ...NO_STORE, "www-authenticate": "Bearer" };
  return {
    ...CORS,
    ...(problem.reason === "not_found" ? NOT_FOUND_CACHING : NO_STORE),
    ...(problem.reason === "method_not_allowed" && { allow: problem.allow }),
    ...("retryAfterSeconds" in problem && { "retry-after": String(problem.retryAfterSeconds) }),
  };
}

/** Answer for programs. */
export function serveProblem(problem: Problem): Response {
  const details = toProblemDetails(problem);
  return new Response(`${JSON.stringify(details, null, 2)}\n`, {
    status: details.status,
    headers: { ...toProblemHeaders(problem), "content-type": "application/problem+json; charset=utf-8" },
  });
}

/** Whether the request would rather have HTML (RFC 9110 12.5.1). Browsers name it; programs that take anything do not. */
export function wantsHtml(headers: Headers): boolean {
  return (headers.get("accept") ?? "").split(",").some((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    return (type === "text/html" || type === "application/xhtml+xml") && !isRefused;
  });
}
