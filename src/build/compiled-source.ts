/** Compiled data as the TypeScript module that the Worker imports. */
import { createHash } from "node:crypto";
import type { CompiledData } from "../programme/compiled-data.ts";

/** Enough of the fingerprint to tell two builds apart. */
const BUILD_MARK_CHARACTERS = 8;

/** Club and sessions with the fingerprint of what they say and the name of the build. */
export function toCompiledData(
  { club, sessions }: Pick<CompiledData, "club" | "sessions">,
  version: string,
): CompiledData {
  const fingerprint = createHash("sha256").update(toCanonicalJson({ club, sessions })).digest("hex");
  return { club, sessions, fingerprint, build: `${version}.${fingerprint.slice(0, BUILD_MARK_CHARACTERS)}` };
}

/** The module's text; equal data give equal text. */
export function toModule(compiled: CompiledData): string {
  return [
    "// Made from data/ by src/build/compile.ts: edit the files there.",
    'import type { CompiledData } from "../src/programme/compiled-data.ts";',
    "",
    `export const compiled: CompiledData = ${JSON.stringify(compiled, null, 2)};`,
    "",
  ].join("\n");
}

/** JSON with the names of every group in order, so that the order in which a file gives its fields is no difference. */
function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
