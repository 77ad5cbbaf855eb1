/** The order of a session file's fields. */
import { isMap, type Document, type YAMLMap } from "yaml";

type Pairs = YAMLMap["items"];

/** The fields of a document; none where it has none. */
export function toPairs({ contents }: Document): Pairs {
  return isMap(contents) ? contents.items : [];
}

/**
 * A field that a file did not have stands where files that are written anew have it.
 *
 * @param pairs of which the last is new
 * @param names in their order
 */
export function placeLast(pairs: Pairs, names: readonly string[]): void {
  const toRank = ({ key }: Pairs[number]): number => names.indexOf(String(key));
  const last = pairs.pop();
  if (last === undefined) return;
  const next = pairs.findIndex((pair) => toRank(pair) > toRank(last));
  pairs.splice(next === -1 ? pairs.length : next, 0, last);
}
