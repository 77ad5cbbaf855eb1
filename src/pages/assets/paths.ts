/** Addresses of what pages load. Each names its content's version, so that browsers may keep it for ever. */
import { PAGE_FILES } from "#page-files";

/** By path: what the Worker knows of each. */
export const ASSETS: Readonly<Record<keyof typeof PAGE_FILES, { contentType: string; version: string }>> =
  PAGE_FILES;

export const STYLE_PATH = toPath("/style.css");
export const SCRIPT_PATH = toPath("/page.js");
export const HEIGHT_SCRIPT_PATH = toPath("/height.js");
export const ICON_PATH = toPath("/favicon.svg");
export const SHARE_PATH = toPath("/share.png");

function toPath(path: keyof typeof ASSETS): string {
  return `${path}?v=${ASSETS[path].version}`;
}
