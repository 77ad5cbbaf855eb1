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
 * A value as it stands in a list of a document, which {@link toJsonListing} puts together: so what is in a long list can be
 * written, and remembered, one by one.
 */
export function toListedText(value: unknown): string {
  return toJsonText({ list: [value] }, ["list"]).slice(LIST_START.length, -LIST_END.length);
}

const LIST_START = '{\n  "list": [\n';
const LIST_END = "\n  ]\n}\n";

/**
 * A document whose last member is a list.
 *
 * @param listed texts of {@link toListedText}
 */
export function toJsonListing(head: object, name: string, listed: readonly string[]): string {
  const empty = toJsonText({ ...head, [name]: [] }, [name]);
  if (listed.length === 0) return empty;
  return `${empty.slice(0, -"]\n}\n".length)}\n${listed.join(",\n")}${LIST_END}`;
}
