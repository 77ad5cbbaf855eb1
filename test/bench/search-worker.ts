/** A Worker that holds an index of invented speech, and the same speech as text. */
import type { Script } from "../searching/large-past.ts";
import { toSpeech } from "../searching/large-past.ts";
import worker, { Index as SearchedIndex } from "../searching/worker.ts";

interface Bindings {
  HOURS: string;
  SCRIPT: Script;
  INDEX: DurableObjectNamespace<Index>;
}

export class Index extends SearchedIndex {
  #texts: string[] | null = null;

  /** The least that a search without an index does: look for every word in all that was said. */
  scan(query: string, times: number): number {
    const { HOURS, SCRIPT } = this.env;
    this.#texts ??= Array.from({ length: Number(HOURS) }, (_, hour) =>
      toSpeech(SCRIPT, hour)
        .map(({ text }) => text)
        .join(" ")
        .toLowerCase(),
    );
    const words = query.replaceAll('"', "").split(" ");
    let found = 0;
    for (let time = 0; time < times; time++)
      found = this.#texts.filter((text) => words.every((word) => text.includes(word))).length;
    return found;
  }
}

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== "/scan") return await worker.fetch(request, bindings);
    const index = bindings.INDEX.getByName("scan");
    const found = await index.scan(searchParams.get("q") ?? "", Number(searchParams.get("times") ?? 1));
    return Response.json(found);
  },
};
