/**
 * Every frame, as its package writes it. The Worker, where this is imported as `#frames`, has a module of the build's in its
 * place (`wrangler.toml`), and none of the packages.
 */
import * as atom from "./atom.ts";
import * as event from "./event.ts";
import * as rss from "./rss.ts";

export const FRAMES = { ...atom, ...event, ...rss };
