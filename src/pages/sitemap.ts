/** The list of pages for search engines (sitemaps.org). */
import { toHomeUrl, toSessionUrl } from "../programme/address.ts";
import { toRfc3339, type Instant } from "../programme/instant.ts";
import type { Scene } from "./scene.ts";

export function toSitemap({ programme, publicUrl }: Scene): string {
  const pages: { url: string; changedAt: Instant }[] = [
    { url: toHomeUrl(publicUrl), changedAt: programme.changedAt },
    ...programme.sessions.map(({ session, revision }) => ({
      url: toSessionUrl(publicUrl, session.id),
      changedAt: revision.lastChangedAt,
    })),
  ];
  // Session ids and origins hold no character that XML would have escaped.
  const lines = pages.map(
    ({ url, changedAt }) => `  <url><loc>${url}</loc><lastmod>${toRfc3339(changedAt)}</lastmod></url>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join("")}</urlset>
`;
}
