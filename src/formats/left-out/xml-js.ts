/**
 * What the Worker has of the package `xml-js`, see `wrangler.toml`: what `feed` writes XML with. What reads XML, with a parser
 * of its own (10 KB compressed), is left out.
 */
// @ts-expect-error -- a file within the package, of which it has no types
export { default as js2xml } from "../../../node_modules/xml-js/lib/js2xml.js";
