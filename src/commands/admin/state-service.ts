/** The state of a running service, asked for and sent with the secret that ADMIN_TOKEN holds here and there. */
import { UsageError } from "../terminal/command-line.ts";

/** A state of many megabytes over a slow line. */
const PATIENCE_MS = 300_000;
const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** The document of the whole state. */
export async function fetchState(url: string): Promise<string> {
  const response = await ask(url, { method: "GET" });
  return await response.text();
}

/** @returns how many rows the service has taken in */
export async function sendState(url: string, text: string, isReplacing: boolean): Promise<number> {
  const response = await ask(`${url}${isReplacing ? "?replace=1" : ""}`, { method: "PUT", body: text });
  const answer: unknown = await response.json();
  return typeof answer === "object" && answer !== null && "rows" in answer ? Number(answer.rows) : 0;
}

/** Where a service's state is; the secret goes over HTTPS only, but on this machine. */
export function toStateUrl(service: string | undefined): string {
  const url = URL.parse(service ?? "");
  const isSafe =
    url?.protocol === "https:" || (url?.protocol === "http:" && LOCAL_HOSTS.includes(url.hostname));
  if (url === null || !isSafe) {
    throw new UsageError(
      `${service === undefined ? "no URL" : `URL: "${service}"`}, expected the address of the service, https://… (http://localhost too)`,
    );
  }
  return `${url.origin}/admin/state`;
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  const token = process.env["ADMIN_TOKEN"] ?? "";
  if (token === "") throw new UsageError("ADMIN_TOKEN is not set, expected the service's in the environment");
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(url, { ...init, headers, redirect: "manual", signal }).catch(
    (error: unknown) => {
      throw new Error(`${url}: ${describeError(error)}`, { cause: error });
    },
  );
  if (response.ok) return response;
  throw new Error(`${url}: ${await describeRefusal(response)}`);
}

/** `fetch` says "fetch failed" and keeps the reason to its cause. */
function describeError(error: unknown): string {
  const { cause } = error instanceof Error ? error : {};
  if (cause instanceof Error && cause.message !== "") return cause.message;
  if (typeof cause === "object" && cause !== null && "code" in cause) return String(cause.code);
  return error instanceof Error ? error.message : String(error);
}

async function describeRefusal(response: Response): Promise<string> {
  const { status } = response;
  if (status === 401) return "401, ADMIN_TOKEN is not the one of the service";
  if (status === 404 || status === 405)
    return `${status}, the service has no ADMIN_TOKEN, or is not this service`;
  if (status === 409) return "409, the service has a state already: --replace puts the file in its place";
  const location = response.headers.get("location");
  if (location !== null) return `${status}, the service is at ${location}`;
  const text = await response.text();
  return `${status}, ${/"detail": "(.*)"/.exec(text)?.[1]?.replaceAll('\\"', '"') ?? "no reason given"}`;
}
