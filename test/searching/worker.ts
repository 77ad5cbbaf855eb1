/** A Worker that holds an index of invented speech and does nothing but search in it. */
import { DurableObject } from "cloudflare:workers";
import { toFingerprint } from "../../src/programme/fingerprint.ts";
import { toQueryText } from "../../src/programme/search-terms.ts";
import { Search } from "../../src/publisher/search/search.ts";
import { aPublishedProgramme } from "../support/builders.ts";
import { toId, toSessions, toSpeech, type Script } from "./large-past.ts";

interface Bindings {
  HOURS: string;
  SCRIPT: Script;
  INDEX: DurableObjectNamespace<Index>;
}

/** One for any number of searches: what is measured is the search. */
const EDITION = "edition";

export class Index extends DurableObject<Bindings> {
  readonly #search: Search;
  readonly #programme;

  constructor(state: DurableObjectState, bindings: Bindings) {
    super(state, bindings);
    const hours = Number(bindings.HOURS);
    const sessions = toSessions(bindings.SCRIPT, hours);
    this.#programme = aPublishedProgramme({ sessions });
    const ids = sessions.map(({ session }) => session.id);
    const assets = {
      fetch: (url: string) => {
        const hour = ids.findIndex((id) => url.endsWith(`/${id}.json`));
        return Promise.resolve(Response.json(toSpeech(bindings.SCRIPT, hour)));
      },
    };
    const marks = Object.fromEntries(ids.map((id) => [id, toFingerprint(id)]));
    this.#search = new Search(state.storage, assets, marks);
  }

  /** @returns whether there is more to do */
  async make(slices: number): Promise<boolean> {
    for (let slice = 0; slice < slices; slice++)
      if (!(await this.#search.writeSlice(EDITION, this.#programme, 0))) return false;
    return true;
  }

  run(path: string, query: string, times: number): { total: number; shown: number } {
    let result = { total: 0, shown: 0 };
    for (let time = 0; time < times; time++) {
      if (path === "/find") {
        result = { total: this.#search.find(toQueryText(query)).length, shown: 0 };
        continue;
      }
      const { total, found } = this.#search.toResults(toQueryText(query), 1, this.#programme, EDITION);
      result = { total, shown: found.reduce((sum, { moments }) => sum + moments.length, 0) };
    }
    return result;
  }

  size(): number {
    return this.ctx.storage.sql.databaseSize;
  }
}

export default {
  async fetch(request: Request, { INDEX }: Bindings): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const index = INDEX.get(INDEX.idFromName(toId(0)));
    const times = Number(searchParams.get("times") ?? 1);
    if (pathname === "/make") return Response.json(await index.make(times));
    if (pathname === "/size") return Response.json(await index.size());
    return Response.json(await index.run(pathname, searchParams.get("q") ?? "", times));
  },
};
