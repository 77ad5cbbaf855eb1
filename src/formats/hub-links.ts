/** Links to hubs (W3C WebSub 4) in RSS and Atom: the package `feed` writes one of them, a club may name several. */
const HUB_LINK = /^ *<(?:atom:)?link [^>]*rel="hub"[^>]*\/>\n/m;

/** The option of `feed`. */
export function toHub(hubs: readonly string[]): { hub?: string } {
  const [hub] = hubs;
  return hub === undefined ? {} : { hub };
}

/** The link that `feed` has written to the first hub, once for each. */
export function addHubs(document: string, hubs: readonly string[]): string {
  return document.replace(HUB_LINK, (line) => hubs.map((hub) => line.replace(hubs[0] ?? "", hub)).join(""));
}
