/** What `feed` writes of Atom. */
import { Feed as FeedWriter, type Author as AuthorOptions } from "feed";
import type { AtomEntryTexts, AtomFeedTexts } from "../atom.ts";
import { setElements, SOME_DATE, SOME_URL, toHeadOptions } from "./feed-options.ts";
import { makeFrame } from "./make-frame.ts";

/** An entry as `feed` writes it, with its indentation. */
const ENTRY = /^ {4}<entry>[^]*<\/entry>\n/m;

const AUTHOR = { name: "", urls: [""] };

export const atomFeed = makeFrame<AtomFeedTexts>(
  {
    title: "",
    home: "",
    self: "",
    hubs: [""],
    language: "",
    id: "",
    updated: "",
    authors: [AUTHOR],
    descriptions: [""],
    entries: "",
  },
  (places) => {
    const [author] = places.authors.map(toAuthor);
    const writer = new FeedWriter({
      ...toHeadOptions(places),
      id: places.id,
      ...(author !== undefined && { author }),
      description: places.descriptions.join(""),
    });
    writer.addItem({ title: "", link: SOME_URL, date: SOME_DATE });
    const document = setElements(writer.atom1(), { updated: places.updated });
    const feed = addLanguage(document, '<feed xmlns="http://www.w3.org/2005/Atom"', places.language);
    return `${feed.replace(ENTRY, places.entries)}\n`;
  },
);

export const atomEntry = makeFrame<AtomEntryTexts>(
  {
    language: "",
    title: "",
    id: "",
    link: "",
    updated: "",
    summaries: [""],
    content: "",
    authors: [AUTHOR],
    tags: [""],
    published: "",
  },
  (places) => {
    const writer = new FeedWriter({ title: "" });
    writer.addItem({
      title: places.title,
      id: places.id,
      link: places.link,
      date: SOME_DATE,
      published: SOME_DATE,
      description: places.summaries.join(""),
      content: places.content,
      category: places.tags.map((tag) => ({ term: tag, name: tag })),
      author: places.authors.map(toAuthor),
    });
    const [entry = ""] = ENTRY.exec(writer.atom1()) ?? [];
    const { updated, published } = places;
    return addLanguage(setElements(entry, { updated, published }), "<entry", places.language);
  },
);

/** A language of its own, which `feed` cannot say (RFC 4287 2). */
function addLanguage(document: string, tag: string, language: string): string {
  return document.replace(tag, `${tag}${language}`);
}

function toAuthor({ name, urls }: AtomEntryTexts["authors"][number]): AuthorOptions {
  return { name, link: urls.join("") };
}
