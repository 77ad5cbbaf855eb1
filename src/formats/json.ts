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
