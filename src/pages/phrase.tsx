/** A text of the messages with elements in it. */
import type { Child } from "./jsx-runtime.ts";

/**
 * @param props.text with `{name}` where an element goes
 * @param props.parts the elements by name
 */
export function Phrase({ text, parts }: { text: string; parts: Record<string, Child> }) {
  // Odd pieces are the names, which the expression captures.
  return <>{text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 === 0 ? piece : parts[piece]))}</>;
}
