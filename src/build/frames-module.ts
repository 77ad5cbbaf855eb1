/** What packages write of feeds and calendars, once for all: the packages themselves would be a tenth of the Worker. */
import { FRAMES } from "../formats/frames/frames.ts";

/** The text of the module that the Worker imports as `#frames`, see `wrangler.toml`. */
export function toFramesModule(): string {
  return `// Made from src/formats/frames by src/build/compile.ts.
export const FRAMES = ${JSON.stringify(FRAMES, null, 2)};
`;
}
