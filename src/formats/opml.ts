/** The list of feeds for feed readers: OPML 2.0 (opml.org/spec2.opml). */
import { toHomeUrl, type Links } from "../programme/address.ts";
import type { Publication } from "../programme/publication.ts";
import { WHOLE, type Selection } from "../programme/selection.ts";
import { escapeHtml } from "../wording/html.ts";
import { toLanguage } from "../wording/language.ts";
import { toLine } from "../wording/text.ts";

/**
 * Every feed as an OPML document: each format of the whole, and the first format, which every reader takes, of what is
 * worth subscribing to by itself. The escapes of {@link escapeHtml} are XML's as well.
 */
export function toOpml(
  { club, publicUrl, isStatic }: Publication,
  _selection: Selection,
  links: Links,
): string {
  const { colon, names } = toLanguage(club.language).words;
  const all = links.subscriptions.filter(({ kind }) => kind === "feed");
  const feeds = [
    ...all.map(({ label, url }, index) => ({ suffix: index === 0 ? "" : ` (${label})`, url })),
    ...all.slice(0, isStatic === true ? 0 : 1).flatMap(({ toUrl }) => [
      { suffix: colon + names.sessions, url: toUrl({ ...WHOLE, show: "sessions" }) },
      { suffix: colon + names.replays, url: toUrl({ ...WHOLE, show: "replays" }) },
    ]),
  ];
  const outlines = feeds.map(({ suffix, url }) => {
    const title = escapeHtml(`${toLine(club.name)}${suffix}`);
    const attributes = [
      'type="rss"',
      `text="${title}"`,
      `title="${title}"`,
      `language="${escapeHtml(club.language)}"`,
      `xmlUrl="${escapeHtml(url)}"`,
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
