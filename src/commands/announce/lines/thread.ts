/** Threads of short posts count them: "1/", "2/", or "1/4", "2/4". What is counted is no day. */
import type { Line } from "./line.ts";

const COUNTER = /^\(?(\d{1,2})\/(\d{1,2}|n)?\)?[:.]?(?:\s+|$)(?!\d)/i;

interface Counted {
  index: number;
  of: string;
  length: number;
}

/** The lines without the counters of a thread, where there are two or more of them and none is missing. */
export function withoutCounters(lines: readonly Line[]): Line[] {
  const counted: Counted[] = [];
  for (const [index, { text }] of lines.entries()) {
    const [whole = "", count, of = ""] = COUNTER.exec(text) ?? [];
    if (Number(count) === counted.length + 1) counted.push({ index, of, length: whole.length });
  }
  if (!isThread(counted)) return [...lines];
  const lengths = new Map(counted.map(({ index, length }) => [index, length]));
  return lines.map((line, index) => ({ ...line, text: line.text.slice(lengths.get(index) ?? 0).trim() }));
}

/** "1/", "2/" or as many as the counters say. */
function isThread(counted: readonly Counted[]): boolean {
  const [first] = counted;
  const isOne = counted.length > 1 && counted.every(({ of }) => of === first?.of);
  return isOne && (!/\d/.test(first?.of ?? "") || Number(first?.of) === counted.length);
}
