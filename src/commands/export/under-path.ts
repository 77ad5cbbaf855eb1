/** Pages of the service as they must be where they lie as files. */

/**
 * Links within the site, under the path where the site lies; and those of a year's calendar, which is a file of its own.
 *
 * Quotes are escaped in every text, so that what looks like an attribute is one.
 *
 * @param basePath such as "/reading-group", "" for none
 */
export function toStaticPage(html: string, basePath: string): string {
  return html
    .replace(/(?<= (?:href|src|action)=")\/(?!\/)/g, () => `${basePath}/`)
    .replace(/(?<= href="[^"?]*)\.ics\?year=(\d{4})(?=")/g, "-$1.ics");
}
