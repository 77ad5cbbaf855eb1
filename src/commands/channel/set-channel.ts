/** The channel id into `club.yaml`; every other character of the file stays. Pure. */
import { isMap, isScalar, parseDocument } from "yaml";

/** @returns the file's text with the id, or null where the file is too unusual to change by machine */
export function setChannelId(source: string, channelId: string): string | null {
  const document = parseDocument(source, { schema: "failsafe" });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const node: unknown = document.getIn(["youtube", "channelId"], true);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    const gap = source.slice(0, start).endsWith(":") ? " " : "";
    return `${source.slice(0, start)}${gap}${channelId}${source.slice(end)}`;
  }
  if (!document.has("youtube")) return `${source.trimEnd()}\n\nyoutube:\n  channelId: ${channelId}\n`;
  const lines = source.split("\n");
  const at = lines.findIndex((line) => /^youtube:\s*(?:#.*)?$/.test(line));
  if (at === -1) return null;
  return [...lines.slice(0, at + 1), `  channelId: ${channelId}`, ...lines.slice(at + 1)].join("\n");
}
