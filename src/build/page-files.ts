/** What pages load, as the Worker has it: files among its static assets, and a table of their types and versions. */
import { toTextPath } from "../documents/fixed-text.ts";
import { TEXTS } from "../documents/texts.ts";
import { PAGE_FILES } from "../pages/assets/files.ts";

/** The text of the module that the Worker imports as `#page-files`, see `wrangler.toml`. */
export function toPageFilesModule(): string {
  const table = Object.entries(PAGE_FILES).map(([path, { contentType, version }]) => [
    path,
    { contentType, version },
  ]);
  return `// Made from src/pages/assets by src/build/compile.ts.
export const PAGE_FILES = ${JSON.stringify(Object.fromEntries(table), null, 2)};
`;
}

/** What is the same for every club, by name within the folder of static assets: these files, and fixed texts. */
export function listFixedAssets(): [name: string, content: string | Uint8Array][] {
  const files = Object.entries(PAGE_FILES).map(([path, { bytes }]) => [path, bytes] as const);
  const texts = Object.entries(TEXTS).map(([name, text]) => [toTextPath(name), text] as const);
  return [...files, ...texts].map(([path, content]) => [path.slice(1), content]);
}
