/**
 * What pages load, whole: a new file is a row here. The build lays them among the static assets, and the Worker, which imports
 * this as `#page-files`, has a module of the build's in its place (`wrangler.toml`): types and versions, no contents.
 */
import { toFingerprint } from "../../programme/fingerprint.ts";
import { HEIGHT_SCRIPT } from "./height-script.ts";
import { ICON } from "./icon.ts";
import { SCRIPT } from "./script.ts";
import { SHARE_IMAGE } from "./share-image.ts";
import { STYLE } from "./style.ts";

/** By path. Versions change with the content. */
export const PAGE_FILES = {
  "/style.css": toFile(STYLE, "text/css; charset=utf-8"),
  "/page.js": toFile(SCRIPT, "text/javascript; charset=utf-8"),
  "/height.js": toFile(HEIGHT_SCRIPT, "text/javascript; charset=utf-8"),
  "/favicon.svg": toFile(ICON, "image/svg+xml; charset=utf-8"),
  "/share.png": { ...toFile(SHARE_IMAGE, "image/png"), bytes: fromBase64(SHARE_IMAGE) },
};

function toFile(text: string, contentType: string) {
  return { contentType, version: toFingerprint(text), bytes: new TextEncoder().encode(text) };
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
