/** The club file's text with another source in it; everything else stays as it is written. */
import { isMap, isScalar, isSeq, parseDocument, type Document, type YAMLMap } from "yaml";

/** What a source is named under. */
export type SourceField = "channels" | "playlists";

/**
 * Add an id to a list of the club's sources.
 *
 * @returns the file's text, or null where it is too unusual to change by machine
 */
export function addSource(source: string, name: SourceField, id: string): string | null {
  const document = parse(source);
  if (document === null) return null;
  // A file that was made with an empty field for the channel has its place, and the comment above it.
  const single: unknown = name === "channels" ? document.getIn(["youtube", "channelId"], true) : null;
  if (isScalar(single) && !single.value) return putScalar(source, single, id);
  const list: unknown = document.getIn(["youtube", name], true);
  if (isSeq(list)) return addItem(source, list, id);
  if (isScalar(list) && !list.value) return putScalar(source, list, `[${id}]`);
  if (list !== undefined) return null;
  if (!document.has("youtube")) return `${source.trimEnd()}\n\nyoutube:\n  ${name}: [${id}]\n`;
  return addField(source, document.get("youtube", true), `${name}: [${id}]`);
}

/** Put an id in the place of another; null where that does not stand there once. */
export function replaceSource(source: string, before: string, id: string): string | null {
  const places = source.split(before);
  return places.length === 2 && parse(source) !== null ? places.join(id) : null;
}

function parse(source: string): Document<YAMLMap> | null {
  const document = parseDocument(source, { schema: "failsafe" });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its contents are a map
  return document.errors.length === 0 && isMap(document.contents) ? (document as Document<YAMLMap>) : null;
}

type Placed = { range?: [number, number, number] | null | undefined };

function putScalar(source: string, { range }: Placed, text: string): string | null {
  if (!range) return null;
  const [start, end] = range;
  const gap = source.slice(0, start).endsWith(":") ? " " : "";
  return `${source.slice(0, start)}${gap}${text}${source.slice(end)}`;
}

function addItem(
  source: string,
  { range, flow, items }: Placed & { flow?: boolean; items: unknown[] },
  id: string,
) {
  const last: unknown = items.at(-1);
  if (flow === true && range) {
    const end = range[1] - 1;
    return `${source.slice(0, end)}${items.length === 0 ? "" : ", "}${id}${source.slice(end)}`;
  }
  if (!isScalar(last) || !last.range) return null;
  const [start, end] = last.range;
  const dash = /\n([^\S\n]*-[^\S\n]+)$/.exec(source.slice(0, start))?.[1];
  if (dash === undefined) return null;
  const endOfLine = (source.indexOf("\n", end) + 1 || source.length + 1) - 1;
  return `${source.slice(0, endOfLine)}\n${dash}${id}${source.slice(endOfLine)}`;
}

/** Below "youtube:", indented as what stands there. */
function addField(source: string, youtube: unknown, line: string): string | null {
  if (isScalar(youtube) && !youtube.value) return putBelow(source, `  ${line}`);
  if (!isMap(youtube) || youtube.flow === true) return null;
  const start = findStart(youtube.items[0]?.key);
  if (start === undefined) return null;
  const indent = /[^\S\n]*$/.exec(source.slice(0, start))?.[0] ?? "";
  return putBelow(source, `${indent}${line}`);
}

function findStart(key: unknown): number | undefined {
  return isScalar(key) ? key.range?.[0] : undefined;
}

function putBelow(source: string, line: string): string | null {
  const lines = source.split("\n");
  const at = lines.findIndex((one) => /^youtube:\s*(?:#.*)?$/.test(one));
  return at === -1 ? null : [...lines.slice(0, at + 1), line, ...lines.slice(at + 1)].join("\n");
}
