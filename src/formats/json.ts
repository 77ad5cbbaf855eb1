/** JSON as every document here writes it. */
import { toCleanText } from "../wording/text.ts";

/**
 * A value as text, indented, with a line feed at the end. What is not there has no member at all: there is no `null` and
 * nothing empty in it.
 *
 * @param lists the names of lists that stay where they are empty
 */
export function toJsonText(value: unknown, lists: readonly string[] = []): string {
  const omitEmpty = (name: string, member: unknown): unknown => {
    if (typeof member === "string") return toCleanText(member) || undefined;
    if (Array.isArray(member) && member.length === 0 && !lists.includes(name)) return undefined;
    return member === null ? undefined : member;
  };
  return `${JSON.stringify(value, omitEmpty, 2)}\n`;
}

/**
 * A value as it stands in a list of a document that {@link toJsonPieces} puts together: so what is in a long list is written,
 * and remembered, one by one.
 */
export function toListedText(value: unknown): string {
  return toJsonText({ list: [value] }, ["list"]).slice(LIST_START.length, -`\n${LIST_END}${END}`.length);
}

const LIST_START = '{\n  "list": [\n';
const LIST_END = "  ]";
const END = "\n}\n";

/**
 * A document whose last members are lists, in pieces: what was written of a hundred things is not held twice.
 *
 * @param head what stands before the lists; not empty
 * @param lists what each of them holds, as {@link toListedText} writes it, in parts: one ends a piece
 */
export function* toJsonPieces(
  head: object,
  lists: Readonly<Record<string, Iterable<readonly string[]>>>,
): Generator<string> {
  let piece = toJsonText(head).slice(0, -END.length);
  for (const [name, parts] of Object.entries(lists)) {
    let isEmpty = true;
    piece += `,\n  ${JSON.stringify(name)}: [`;
    for (const part of parts) {
      if (!isEmpty) {
        yield piece;
        piece = ",";
      }
      piece += `\n${part.join(",\n")}`;
      isEmpty = false;
    }
    piece += isEmpty ? "]" : `\n${LIST_END}`;
  }
  yield piece + END;
}
