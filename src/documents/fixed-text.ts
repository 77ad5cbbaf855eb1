/**
 * Documents that are the same for every club but for its name and addresses. The build lays them among the Worker's static
 * assets, with places for these; they are no part of the code.
 */
import type { Links } from "../programme/address.ts";
import type { Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import { toLine } from "../wording/text.ts";

/** Where the text of a document lies among the assets. */
export function toTextPath(name: string): string {
  return `/texts/${name}.txt`;
}

/** {@link Document.write} for the document of this name; the publication has its text. */
export function toFixedWriter(name: string) {
  return ({ club, texts }: Publication, _selection: Selection, links: Links): string => {
    const text = texts?.[name];
    if (text === undefined) throw new Error(`the build has laid no text for ${name}`);
    const values: Record<string, string> = {
      self: links.self,
      feed: links.to("json"),
      club: toLine(club.name),
    };
    return text.replace(/\{\{(\w+)\}\}/g, (place, value: string) => values[value] ?? place);
  };
}
