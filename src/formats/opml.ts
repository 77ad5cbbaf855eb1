/** The list of feeds for feed readers: OPML 2.0 (opml.org/spec2.opml). */
import type { Club } from "../programme/club.ts";
import { WHOLE, type Selection } from "../programme/selection.ts";
import { toDocumentUrl, toHomeUrl, type DocumentName } from "../programme/address.ts";
import { escapeHtml } from "./html.ts";
import { toLine } from "./text.ts";

/** Every feed worth subscribing to by itself, with what sets it apart. */
const FEEDS: { name: DocumentName; suffix: string; selection: Selection }[] = [
  { name: "rss.xml", suffix: "", selection: WHOLE },
  { name: "atom.xml", suffix: " (Atom)", selection: WHOLE },
  { name: "feed.json", suffix: " (JSON Feed)", selection: WHOLE },
  { name: "rss.xml", suffix: ": sessions", selection: { ...WHOLE, show: "sessions" } },
  { name: "rss.xml", suffix: ": replays", selection: { ...WHOLE, show: "replays" } },
];

/** Every feed as an OPML document. The escapes of {@link escapeHtml} are XML's as well. */
export function toOpml(club: Club, publicUrl: string): string {
  const outlines = FEEDS.map(({ name, suffix, selection }) => {
    const title = escapeHtml(`${toLine(club.name)}${suffix}`);
    const attributes = [
      'type="rss"',
      `text="${title}"`,
      `title="${title}"`,
      `language="${escapeHtml(club.language)}"`,
      `xmlUrl="${escapeHtml(toDocumentUrl(publicUrl, name, selection))}"`,
      `htmlUrl="${escapeHtml(toHomeUrl(publicUrl))}"`,
    ];
    return `    <outline ${attributes.join(" ")} />\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>${escapeHtml(toLine(club.name))}</title>
  </head>
  <body>
${outlines.join("")}  </body>
</opml>
`;
}
