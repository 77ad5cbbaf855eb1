/**
 * Signing in to YouTube on the organiser's machine: OAuth for installed apps (RFC 8252) with a redirect to loopback and
 * PKCE (RFC 7636). The refresh token is kept outside the project, readable by its owner alone.
 */
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import * as z from "zod";
import { Refusal, UsageError } from "../terminal/command-line.ts";

/** Captions need the right to change them, even to read them: Google has no smaller one. */
const SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl";
/** Somebody may have to look for a password. */
const PATIENCE_MS = 300_000;
const TIMEOUT_MS = 20_000;

export interface OAuthSettings {
  clientId: string;
  clientSecret: string;
  signInUrl: string;
  tokenUrl: string;
  tokenPath: string;
}

const tokens = z.object({ access_token: z.string(), refresh_token: z.string().optional() });
const kept = z.object({ clientId: z.string(), refreshToken: z.string() });

/** @throws UsageError where the app that asks is not named */
export function toOAuthSettings(environment: NodeJS.ProcessEnv): OAuthSettings {
  const { YOUTUBE_CLIENT_ID: clientId, YOUTUBE_CLIENT_SECRET: clientSecret } = environment;
  if (!clientId || !clientSecret)
    throw new UsageError(
      "--fetch needs YOUTUBE_CLIENT_ID and YOUTUBE_CLIENT_SECRET: an OAuth client of the kind Desktop app, see OPERATING.md",
    );
  const folder = environment["XDG_CONFIG_HOME"] || join(homedir(), ".config");
  return {
    clientId,
    clientSecret,
    signInUrl: environment["GOOGLE_SIGN_IN_URL"] || "https://accounts.google.com/o/oauth2/v2/auth",
    tokenUrl: environment["GOOGLE_TOKEN_URL"] || "https://oauth2.googleapis.com/token",
    tokenPath: join(folder, "journal-club-feeds/youtube.json"),
  };
}

/**
 * A token to ask YouTube with. Who has signed in before is not asked again.
 *
 * @param tell shows a line; it is told where to sign in
 */
export async function signIn(settings: OAuthSettings, tell: (line: string) => void): Promise<string> {
  const { tokenPath, clientId } = settings;
  const known = await readKept(tokenPath);
  if (known?.clientId === clientId) {
    const given = { grant_type: "refresh_token", refresh_token: known.refreshToken };
    const refreshed = await askForTokens(settings, given);
    if (refreshed !== null) return refreshed.access_token;
    await rm(tokenPath, { force: true });
    tell("YouTube has forgotten the sign-in of last time.");
  }
  const fresh = await signInAnew(settings, tell);
  if (fresh.refresh_token !== undefined)
    await keep(tokenPath, { clientId, refreshToken: fresh.refresh_token });
  return fresh.access_token;
}

async function signInAnew(settings: OAuthSettings, tell: (line: string) => void) {
  const verifier = randomBytes(48).toString("base64url");
  const state = randomBytes(16).toString("base64url");
  const { redirect, waitForCode } = await listen(state);
  const url = new URL(settings.signInUrl);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  for (const [name, value] of Object.entries({
    client_id: settings.clientId,
    redirect_uri: redirect,
    response_type: "code",
    scope: SCOPE,
    access_type: "offline",
    prompt: "consent",
    state,
    code_challenge: challenge,
    code_challenge_method: "S256",
  }))
    url.searchParams.set(name, value);
  tell(`Sign in as the channel's owner, in a browser on this machine:\n\n  ${url.href}\n`);
  const code = await waitForCode();
  const given = { grant_type: "authorization_code", code, code_verifier: verifier, redirect_uri: redirect };
  const fresh = await askForTokens(settings, given);
  if (fresh === null) throw new Refusal("Google refused the sign-in; nothing was written");
  return fresh;
}

/** On loopback, at a port that is free (RFC 8252 7.3); only an answer with our own state counts. */
async function listen(state: string) {
  const { promise: answered, resolve: settle } = Promise.withResolvers<string | null>();
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const isOurs = searchParams.get("state") === state;
    response.writeHead(isOurs ? 200 : 404, {
      "content-type": "text/plain; charset=utf-8",
      connection: "close",
    });
    response.end(isOurs ? "You can close this window.\n" : "Not found\n");
    if (isOurs) settle(searchParams.get("code"));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port for the answer");
  const waitForCode = async (): Promise<string> => {
    const timer = setTimeout(() => settle(null), PATIENCE_MS);
    const code = await answered;
    clearTimeout(timer);
    server.close();
    if (code === null) throw new Refusal("Nobody signed in; nothing was written");
    return code;
  };
  return { redirect: `http://127.0.0.1:${address.port}`, waitForCode };
}

/** Null where Google does not take what was given. */
async function askForTokens(
  { tokenUrl, clientId, clientSecret }: OAuthSettings,
  given: Record<string, string>,
) {
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...given });
  const response = await fetch(tokenUrl, {
    method: "POST",
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => {
    throw new Refusal(`${new URL(tokenUrl).host} does not answer; nothing was written`);
  });
  if (response.status === 400 || response.status === 401) return null;
  if (!response.ok)
    throw new Refusal(`${new URL(tokenUrl).host} answered ${response.status}; nothing was written`);
  return tokens.parse(await response.json());
}

async function readKept(path: string): Promise<z.output<typeof kept> | null> {
  const text = await readFile(path, "utf8").catch(() => "null");
  try {
    return kept.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function keep(path: string, value: z.output<typeof kept>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rm(path, { force: true });
  await writeFile(path, `${JSON.stringify(value)}\n`, { mode: 0o600 });
}
