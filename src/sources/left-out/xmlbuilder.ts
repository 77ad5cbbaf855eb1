/**
 * What the Worker has in place of the package `xmlbuilder` (14 KB compressed), see `wrangler.toml`: by way of xml2js
 * rss-parser writes an entry's content with it where that is markup, which YouTube's feeds have none of and nothing here
 * reads.
 */
interface Element {
  ele: () => Element;
  att: () => Element;
  txt: () => Element;
  raw: () => Element;
  up: () => Element;
  end: () => string;
}

const toNothing = (): Element => NOTHING;
const NOTHING: Element = {
  ele: toNothing,
  att: toNothing,
  txt: toNothing,
  raw: toNothing,
  up: toNothing,
  end: () => "",
};

/** A document that stays empty. */
export const create = toNothing;
