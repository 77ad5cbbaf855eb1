/** Signs of formulas as plain text writes them. */

/** Set off by spaces where something stands before them; alone they are signs of what follows. */
export const BETWEEN = /^[=≠<>≤≥≪≫≈≃≅≡∼≁∝≐≔:+\-−±∓×÷·⋅∗∘⊕⊗⊙∈∉∋⊂⊃⊆⊇∪∩∖∧∨→←↔⇒⇐⇔⟶⟵⟹⟺↦⊢⊨⊥∥|∣‖≺≻⪯⪰△▽⋆←→]$|^:=$/u;

/** What a sign over a letter becomes: a combining character, or a word where more than a letter is under it. */
export const OVER: Readonly<Record<string, readonly [combining: string, word: string]>> = {
  ˆ: ["\u0302", "hat"],
  "^": ["\u0302", "hat"],
  "‾": ["\u0304", "bar"],
  "¯": ["\u0304", "bar"],
  "~": ["\u0303", "tilde"],
  "˜": ["\u0303", "tilde"],
  "˙": ["\u0307", "dot"],
  "¨": ["\u0308", "ddot"],
  "→": ["\u20d7", "vec"],
  "˘": ["\u0306", "breve"],
  ˇ: ["\u030c", "check"],
  "´": ["\u0301", "acute"],
  "`": ["\u0300", "grave"],
};

/** Braces and bars that only hold a remark. */
export const BRACES = /^[⏞⏟⎴⎵⏠⏡]$/u;

const SUPERSCRIPTS = toTable("0123456789+−-=()∘∗", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾°*");
const SUBSCRIPTS = toTable("0123456789+−-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎");

/** Digits and signs raised; null where another character is among them: of letters few fonts have all. */
export function toRaised(text: string): string | null {
  return translate(text, SUPERSCRIPTS);
}

/** The same lowered. */
export function toLowered(text: string): string | null {
  return translate(text, SUBSCRIPTS);
}

/** Letters of mathematics (bold, script, double-struck …) as the letters they are, which every font has and every search finds. */
export function toPlainLetters(text: string): string {
  return (
    text
      .replace(/[\u{1d400}-\u{1d7ff}]+/gu, (letters) => letters.normalize("NFKC"))
      // Marks without width: "function of", "times", "and", "plus" that are not written.
      .replace(/[\u2061-\u2064\u200b]/g, "")
  );
}

function toTable(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to);
  return new Map(Array.from(from, (character, index) => [character, targets[index] ?? ""]));
}

function translate(text: string, table: ReadonlyMap<string, string>): string | null {
  const characters = Array.from(text, (character) => table.get(character));
  return characters.includes(undefined) || text === "" ? null : characters.join("");
}
