/** What each package, and each room of `src`, takes of a bundle: told by the source map that wrangler writes beside it. */
import { SourceMap, type SourceMapPayload } from "node:module";
import { gzipSync } from "node:zlib";

/** A piece of the code that comes from one part. */
interface Run {
  part: string;
  text: string;
}

/**
 * How many bytes smaller the code would be without each part, compressed; the largest first. What two parts have alike is
 * neither's, so that all of them together are a little less than the whole.
 */
export function toParts(code: string, map: SourceMapPayload): [part: string, bytes: number][] {
  const runs = toRuns(code, new SourceMap(map));
  const whole = gzipSync(code).byteLength;
  return [...new Set(runs.map(({ part }) => part))]
    .map((part): [string, number] => {
      const others = runs.filter((run) => run.part !== part).map(({ text }) => text);
      return [part, whole - gzipSync(others.join("")).byteLength];
    })
    .toSorted(([, a], [, b]) => b - a);
}

function toRuns(code: string, map: SourceMap): Run[] {
  const runs: Run[] = [];
  for (const [row, line] of `${code}\n`.match(/.*\n/g)?.entries() ?? [])
    for (let column = 0; column < line.length; column++) {
      const entry = map.findEntry(row, column);
      const part = toPart("originalSource" in entry ? entry.originalSource : "");
      const run = runs.at(-1);
      if (run?.part === part) run.text += line.charAt(column);
      else runs.push({ part, text: line.charAt(column) });
    }
  return runs;
}

/** "feed" of "node_modules/feed/lib/index.js", "src/formats" of "src/formats/rss.ts". */
function toPart(path: string): string {
  const packages = path.split("node_modules/");
  if (packages.length > 1) return /^(?:@[^/]+\/)?[^/]+/.exec(packages.at(-1) ?? "")?.[0] ?? path;
  return /(?:src\/[^/]+|\.build)(?=\/)/.exec(path)?.[0] ?? "what wrangler adds";
}
