/** What pages load, as the Worker has it: files among its static assets, and a table of their types and versions. */
import { ELEMENT_SCRIPT, PAGE_FILES } from "../pages/assets/files.ts";

/** The text of the module that the Worker imports as `#page-files`, see `wrangler.toml`. */
export function toPageFilesModule(): string {
  const table = Object.entries(PAGE_FILES).map(([path, { contentType, version }]) => [
    path,
    { contentType, version },
  ]);
  return `// Made from src/pages/assets by src/build/compile.ts.
export const PAGE_FILES = ${JSON.stringify(Object.fromEntries(table), null, 2)};
export const ELEMENT_SCRIPT = ${JSON.stringify(ELEMENT_SCRIPT)};
`;
}

/** The files by name within the folder of static assets. */
export function listPageFiles(): [name: string, bytes: Uint8Array][] {
  return Object.entries(PAGE_FILES).map(([path, { bytes }]) => [path.slice(1), bytes]);
}
