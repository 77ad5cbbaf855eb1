/** Links to hubs (W3C WebSub 4) in RSS and Atom: the package `feed` writes one of them, a club may name several. */
import { escapeHtml } from "../wording/html.ts";

const HUB_LINK = /^ *<(?:atom:)?link [^>]*rel="hub"[^>]*\/>\n/m;

/** The option of `feed`. */
export function toHub(hubs: readonly string[]): { hub?: string } {
  const [hub] = hubs;
  return hub === undefined ? {} : { hub };
}

/** The link that `feed` has written to the first hub, once for each; it stands before anything that has a text of its own. */
export function addHubs(document: string, hubs: readonly string[]): string {
  if (hubs.length < 2) return document;
  return document.replace(HUB_LINK, (line) =>
    hubs.map((hub) => line.replace(/href="[^"]*"/, () => `href="${escapeHtml(hub)}"`)).join(""),
  );
}
