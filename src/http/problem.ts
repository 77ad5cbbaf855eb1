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

const ABOUT = { type: "about:blank" } as const;

export function toProblemDetails(problem: Problem): ProblemDetails {
  switch (problem.reason) {
    case "bad_parameter":
      return {
        ...ABOUT,
        title: "Bad Request",
        status: 400,
        detail: `${problem.name}: ${JSON.stringify(problem.value)} is not allowed, expected ${problem.expected}`,
        parameter: problem.name,
      };
    case "not_found":
      return { ...ABOUT, title: "Not Found", status: 404, detail: `There is nothing at ${problem.path}` };
    case "method_not_allowed":
      return {
        ...ABOUT,
        title: "Method Not Allowed",
        status: 405,
        detail: `${problem.method} is not possible here, only ${problem.allow}`,
      };
    case "precondition_failed":
      return {
        ...ABOUT,
        title: "Precondition Failed",
        status: 412,
        detail: "The representation is not the one the request's preconditions ask for",
      };
    case "unauthorized":
      return { ...ABOUT, title: "Unauthorized", status: 401, detail: "This address asks for its token" };
    case "conflict":
      return { ...ABOUT, title: "Conflict", status: 409, detail: problem.detail };
    case "too_large":
      return {
        ...ABOUT,
        title: "Content Too Large",
        status: 413,
        detail: `The content is larger than ${problem.maxBytes} bytes`,
      };
    case "unprocessable":
      return { ...ABOUT, title: "Unprocessable Content", status: 422, detail: problem.detail };
    case "unavailable":
      return {
        ...ABOUT,
        title: "Service Unavailable",
        status: 503,
        detail: `The programme cannot be read at the moment, try again in ${problem.retryAfterSeconds} seconds`,
      };
  }
}

/** The header fields of a problem's answer, whatever its body looks like; it repeats what a stranger asked for. */
export function toProblemHeaders(problem: Problem): Record<string, string> {
  return { ...toFields(problem), "x-content-type-options": "nosniff" };
}

function toFields(problem: Problem): Record<string, string> {
  switch (problem.reason) {
    case "not_found":
      return { ...CORS, ...NOT_FOUND_CACHING };
    case "method_not_allowed":
      return { ...CORS, ...NO_STORE, allow: problem.allow };
    case "unavailable":
      return { ...CORS, ...NO_STORE, "retry-after": String(problem.retryAfterSeconds) };
    case "unauthorized":
      return { ...NO_STORE, "www-authenticate": "Bearer" };
    case "bad_parameter":
    case "precondition_failed":
    case "conflict":
    case "too_large":
    case "unprocessable":
      return { ...CORS, ...NO_STORE };
  }
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
