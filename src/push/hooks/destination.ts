/** Where a hook posts to, from its secrets. No message here tells what they hold. */
import { toSecretName, type Hook } from "../../programme/hook.ts";
import { fail, succeed, type Result } from "../../programme/result.ts";
import { toKeyBytes } from "./standard-webhook.ts";

export interface Destination {
  url: string;
  /** The token of Matrix, or what JSON is signed with; "" for chats whose address is enough. */
  secret: string;
}

/** Not set, or not of a form that could work; in words for an operator. */
export type NoDestination = { reason: "no_destination"; message: string };

/** The Client-Server API's address of a room, with or without what messages are sent to. */
const MATRIX_ROOM =
  /^(\/.*)?(\/_matrix\/client\/(?:v3|r0)\/rooms\/[^/]+)(?:\/send(?:\/m\.room\.message)?)?\/?$/;

/** @param isPrivateAllowed whether http will do, for trials on this machine */
export function toDestination(
  { name, kind }: Pick<Hook, "name" | "kind">,
  secrets: ReadonlyMap<string, string>,
  isPrivateAllowed: boolean,
): Result<Destination, NoDestination> {
  const variable = toSecretName(name);
  const address = secrets.get(variable);
  if (address === undefined) return refuse(`${variable} is not set`);
  const url = URL.parse(address);
  if (url === null || !(isPrivateAllowed ? /^https?:$/ : /^https:$/).test(url.protocol))
    return refuse(`${variable} is no address that begins with https://`);
  if (url.username !== "" || url.password !== "") return refuse(`${variable} has a user name or password`);
  return isSecretNeeded(kind)
    ? toSecret(kind, url, variable, secrets)
    : succeed({ url: url.href, secret: "" });
}

function isSecretNeeded(kind: Hook["kind"]): kind is "matrix" | "json" {
  return kind === "matrix" || kind === "json";
}

/** With the token, or what is signed with. */
function toSecret(
  kind: "matrix" | "json",
  url: URL,
  variable: string,
  secrets: ReadonlyMap<string, string>,
): Result<Destination, NoDestination> {
  const secret = secrets.get(`${variable}_SECRET`);
  if (secret === undefined) return refuse(`${variable}_SECRET is not set`);
  return kind === "matrix" ? toRoom(url, secret, variable) : toSigned(url, secret, variable);
}

function toRoom(url: URL, secret: string, variable: string): Result<Destination, NoDestination> {
  const [, below = "", room] = MATRIX_ROOM.exec(url.pathname) ?? [];
  if (room === undefined)
    return refuse(`${variable} is no address of a room: https://SERVER/_matrix/client/v3/rooms/ROOM_ID`);
  return succeed({ url: url.origin + below + room, secret });
}

function toSigned(url: URL, secret: string, variable: string): Result<Destination, NoDestination> {
  const bytes = toKeyBytes(secret);
  if (bytes === null || bytes.length === 0)
    return refuse(`${variable}_SECRET begins with whsec_, and no Base64 follows`);
  return succeed({ url: url.href, secret });
}

function refuse(message: string): Result<never, NoDestination> {
  return fail({ reason: "no_destination", message });
}
