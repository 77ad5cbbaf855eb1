/** What `#data` is while a site is exported: the command fills it in before the Publisher starts. */
import type { CompiledData } from "../../programme/compiled-data.ts";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- filled in before anything reads it
export const compiled = {} as CompiledData;
