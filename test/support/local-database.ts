/** The Publisher's database, where the local runtime keeps it. */
import { globSync } from "node:fs";
import { join } from "node:path";

/** In a folder named after the Worker, under a name that the runtime computes; another beside it is of the runtime's own. */
const PLACE = "v3/do/*-Publisher/" + "[0-9a-f]".repeat(64) + ".sqlite";

/** Its path in a folder of local state. One Worker has run there. */
export function findDatabase(stateDir: string): string {
  const [place, ...others] = globSync(PLACE, { cwd: stateDir });
  if (place === undefined || others.length > 0) throw new Error(`not one database in ${stateDir}`);
  return join(stateDir, place);
}
