/** Access tokens for a service account: a JWT signed with its key, for a token of an hour (RFC 7523 2.1). */
import { SignJWT } from "jose";
import * as z from "zod";
import { Refusal } from "../terminal/command-line.ts";
import type { ServiceAccount } from "./key.ts";

/** Events, and nothing else of a calendar. */
export const SCOPE = "https://www.googleapis.com/auth/calendar.events";
const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/** Google takes no longer one. */
const LIFETIME_S = 3_600;
const TIMEOUT_MS = 20_000;

const answered = z.object({ access_token: z.string() });
const refused = z.object({ error: z.string(), error_description: z.string().catch("") });

/** Answers only what is not worth another try; the others are responses like any. */
export type TokenOutcome = { token: string } | { response: Response };

/** @param now in milliseconds, as the token's times are checked against Google's clock */
export async function askForToken(account: ServiceAccount, now: number): Promise<TokenOutcome> {
  const { email, keyId, privateKey, tokenUrl } = account;
  const seconds = Math.floor(now / 1_000);
  const assertion = await new SignJWT({ scope: SCOPE })
    .setProtectedHeader({ alg: "RS256", typ: "JWT", ...(keyId !== null && { kid: keyId }) })
    .setIssuer(email)
    .setAudience(tokenUrl)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + LIFETIME_S)
    .sign(privateKey);
  const response = await fetch(tokenUrl, {
    method: "POST",
    body: new URLSearchParams({ grant_type: GRANT, assertion }),
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status === 429 || response.status >= 500) return { response };
  const value: unknown = await response.json().catch(() => null);
  const token = answered.safeParse(value).data?.access_token;
  if (response.ok && token !== undefined) return { token };
  throw new Refusal(toReason(email, response.status, value));
}

function toReason(email: string, status: number, value: unknown): string {
  const { error = `status ${status}`, error_description: detail = "" } = refused.safeParse(value).data ?? {};
  const said = `Google gives ${email} no token (${error}${detail === "" ? "" : `: ${detail}`})`;
  if (/time|iat|exp\b/i.test(detail)) return `${said}; is the clock of this machine right?`;
  return error.startsWith("invalid_") || error === "unauthorized_client"
    ? `${said}; the key or its account was deleted or disabled, make a new one in Google's console`
    : said;
}
