/**
 * The key of a service account, as Google's console hands it out: a JSON document. Nothing that is said about it repeats
 * what it holds, but the account's address, which a calendar is shared with.
 */
import { importPKCS8, type CryptoKey } from "jose";
import * as z from "zod";
import { readInput, Refusal, UsageError } from "../terminal/command-line.ts";

export interface ServiceAccount {
  /** "club@project.iam.gserviceaccount.com" */
  email: string;
  keyId: string | null;
  privateKey: CryptoKey;
  tokenUrl: string;
}

const document = z.object({
  type: z.literal("service_account"),
  client_email: z.string().min(3),
  private_key: z.string(),
  private_key_id: z.string().optional(),
  token_uri: z.url(),
});

/** @param path what `--key` named; else the environment says where, or what, the key is */
export async function readKey(
  path: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<ServiceAccount> {
  const text = environment["GOOGLE_SERVICE_ACCOUNT_KEY"];
  if (path === undefined && text) return await parseKey(text, "GOOGLE_SERVICE_ACCOUNT_KEY");
  const file = path ?? environment["GOOGLE_APPLICATION_CREDENTIALS"];
  if (!file)
    throw new UsageError(
      "no key, expected --key FILE, GOOGLE_APPLICATION_CREDENTIALS with its path, or GOOGLE_SERVICE_ACCOUNT_KEY with its content; OPERATING.md says how to make one",
    );
  return await parseKey((await readInput(file)).toString(), file);
}

async function parseKey(text: string, from: string): Promise<ServiceAccount> {
  const parsed = document.safeParse(parseJson(text));
  if (!parsed.success) {
    // The paths alone: a message of zod's may show a value.
    const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join(".") || "all of it"))];
    throw new Refusal(
      `${from}: is no key of a service account (${fields.join(", ")}), expected the JSON file of Google's console`,
    );
  }
  const { client_email: email, private_key: pem, private_key_id: keyId, token_uri: tokenUrl } = parsed.data;
  if (!isSafe(tokenUrl)) throw new Refusal(`${from}: token_uri is no https address`);
  const privateKey = await importPKCS8(pem, "RS256").catch(() => {
    throw new Refusal(`${from}: private_key is no private key (PKCS #8); make a new one in Google's console`);
  });
  return { email, keyId: keyId ?? null, privateKey, tokenUrl };
}

/** What JSON.parse says of a mistake shows a part of the text. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Over HTTPS only, but on this machine. */
function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && hostname === "127.0.0.1");
}
