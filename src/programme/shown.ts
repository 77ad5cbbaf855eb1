/**
 * Fingerprints of what is shown, and how they outlive a new member of the model.
 *
 * A record holds the fingerprint of what it showed when it was made. Code that has learnt of one member more would find
 * every record changed, and tell every subscriber. So such a member is written down here together with the shape of
 * fingerprint that counts it first, and a record is compared in the shape it was made in.
 */
import { toFingerprint, toTextFingerprint, type Beginning } from "./fingerprint.ts";

/** Members of club, session, standing or notice, at any depth, that came after the first shape: `{ doi: 2 }`. */
export const LATER_MEMBERS: Readonly<Record<string, number>> = {
  channels: 2,
  chair: 2,
  code: 2,
  everyWeeks: 2,
  inLanguage: 2,
  links: 2,
  otherReplays: 2,
  passcode: 2,
  playlists: 2,
  replayUrl: 2,
  slides: 2,
  stream: 2,
  talks: 2,
};

/** What is shown, to be compared with records. */
export interface Showing {
  /** Its fingerprint, see {@link toShown}. */
  shown: string;
  /** All of it: only for the comparison with a record in an older shape. */
  toValue: () => unknown;
}

export function toShowing(value: unknown): Showing {
  return { shown: toShown(value), toValue: () => value };
}

/**
 * The same, where the beginning of its JSON is known already.
 *
 * @param text what follows
 */
export function toShowingOfText(text: string, beginning: Beginning, toValue: () => unknown): Showing {
  return { shown: toShownText(text, beginning), toValue };
}

/** The fingerprint of what is shown, where the beginning of its JSON is known already. */
export function toShownText(text: string, beginning: Beginning): string {
  return inShape(toTextFingerprint(text, beginning), toCurrentShape());
}

/** The fingerprint of what is shown, with its shape before it: "2:abc". The first shape goes without saying. */
export function toShown(value: unknown, shape: number = toCurrentShape()): string {
  const isCurrent = shape === toCurrentShape();
  return inShape(toFingerprint(isCurrent ? value : toValueInShape(value, shape)), shape);
}

function inShape(fingerprint: string, shape: number): string {
  return shape === 1 ? fingerprint : `${shape}:${fingerprint}`;
}

/** Whether a record shows it still. One in a shape that this code does not know cannot be told from another: it does. */
export function isStillShown(known: string, { shown, toValue }: Showing): boolean {
  if (known === shown) return true;
  const [shape, current] = [toShape(known), toCurrentShape()];
  return shape < 1 || shape > current || (shape < current && known === toShown(toValue(), shape));
}

/** Whether two fingerprints can be compared at all. */
export function isSameShape(a: string, b: string): boolean {
  return toShape(a) === toShape(b);
}

/** 0 for what is no fingerprint. */
function toShape(shown: string): number {
  const [, shape, fingerprint] = /^(?:(\d{1,6}):)?([\da-z]+)$/.exec(shown) ?? [];
  return fingerprint === undefined ? 0 : Number(shape ?? 1);
}

function toCurrentShape(): number {
  let shape = 1;
  for (const name in LATER_MEMBERS) shape = Math.max(shape, LATER_MEMBERS[name] ?? 1);
  return shape;
}

function toValueInShape(value: unknown, shape: number): unknown {
  const text = JSON.stringify(value, (name, member: unknown) =>
    (LATER_MEMBERS[name] ?? 1) > shape ? undefined : member,
  );
  return JSON.parse(text);
}
