/** Addresses of what pages load. Each names its content's version, so that browsers may keep it for ever. */
import { toFingerprint } from "../../programme/fingerprint.ts";
import { HEIGHT_SCRIPT } from "./height-script.ts";
import { ICON } from "./icon.ts";
import { SHARE_IMAGE } from "./share-image.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

/** By path: content, type, and a version that changes with the content. */
export const ASSETS = {
  "/style.css": toAsset(STYLE, "text/css; charset=utf-8"),
  "/page.js": toAsset(SCRIPT, "text/javascript; charset=utf-8"),
  "/height.js": toAsset(HEIGHT_SCRIPT, "text/javascript; charset=utf-8"),
  "/favicon.svg": toAsset(ICON, "image/svg+xml; charset=utf-8"),
  "/share.png": { ...toAsset(SHARE_IMAGE, "image/png"), isBase64: true },
};

export const STYLE_PATH = toPath("/style.css");
export const SCRIPT_PATH = toPath("/page.js");
export const HEIGHT_SCRIPT_PATH = toPath("/height.js");
export const ICON_PATH = toPath("/favicon.svg");
export const SHARE_PATH = toPath("/share.png");

function toAsset(text: string, contentType: string) {
  return { text, contentType, version: toFingerprint(text) };
}

function toPath(path: keyof typeof ASSETS): string {
  return `${path}?v=${ASSETS[path].version}`;
}
