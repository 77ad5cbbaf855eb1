/** The list of pages for search engines (sitemaps.org). */
import type { Links } from "../programme/address.ts";
import { toRfc3339, type Instant } from "../programme/instant.ts";
import type { Publication } from "../programme/publication.ts";
import { toYears } from "../programme/years.ts";
import { WHOLE, type Selection } from "../programme/selection.ts";

/** Every page that search engines are told of, with its last change. */
export function toSitemap({ club, programme }: Publication, _selection: Selection, links: Links): string {
  const years = toYears(programme, club.timeZone);
  const pages: { url: string; changedAt: Instant }[] = links.pages.flatMap(({ each, toUrl }) => {
    switch (each) {
      case "session":
        return programme.sessions.map(({ session, revision }) => ({
          url: toUrl({ ...WHOLE, session: session.id }),
          changedAt: revision.lastChangedAt,
        }));
      case "year":
        return years.map(({ year }) => ({
          url: toUrl({ ...WHOLE, year }),
          changedAt: programme.changedAt,
        }));
      case null:
        return [{ url: toUrl(WHOLE), changedAt: programme.changedAt }];
    }
  });
  // Session ids and origins hold no character that XML would have escaped.
  const lines = pages.map(
    ({ url, changedAt }) => `  <url><loc>${url}</loc><lastmod>${toRfc3339(changedAt)}</lastmod></url>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join("")}</urlset>
`;
}
