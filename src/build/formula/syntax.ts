/**
 * LaTeX between dollar signs, kept as it is written: micromark's math with pandoc's rule, which leaves prices alone.
 *
 * In `$…$` no space follows the opening sign or precedes the closing one, and no digit follows the closing one; `$$…$$`
 * may hold anything. A backslash protects the sign after it. Code goes first.
 */
import type { Extension as MdastExtension } from "mdast-util-from-markdown";
import { mathFromMarkdown } from "mdast-util-math";
import { math } from "micromark-extension-math";
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from "micromark-util-types";

/** Characters as micromark counts them. */
const [DOLLAR, BACKSLASH, LETTER, ZERO, NINE] = [36, 92, 120, 48, 57];

/** For micromark: formulas in running text only; math's blocks would swallow all that follows a "$$" without its end. */
export const formulaSyntax: Extension = {
  text: { [DOLLAR]: [math().text?.[DOLLAR] ?? []].flat().map(toStrict) },
};

/** For mdast: an "inlineMath" whose value is the formula with its dollar signs. */
export const formulaNodes: MdastExtension[] = [
  mathFromMarkdown(),
  {
    exit: {
      mathText(token) {
        this.resume();
        const node = this.stack.at(-1);
        if (node?.type === "inlineMath") node.value = this.sliceSerialize(token);
        this.exit(token);
      },
    },
  },
];

/** math knows neither pandoc's rule nor the backslash: a protected dollar sign is shown to it as a letter. */
function toStrict(construct: Construct): Construct {
  return { ...construct, tokenize };

  function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const start = this.now();
    let code: Code = null;
    let isProtected = false;
    let isOver = false;
    const show =
      (state: State): State =>
      (next) => {
        code = next;
        const shown = isProtected && code === DOLLAR ? LETTER : code;
        isProtected = code === BACKSLASH && !isProtected;
        const following = state(shown);
        return isOver || following === undefined ? following : show(following);
      };
    const giveUp: State = (next) => {
      isOver = true;
      return nok(next);
    };
    const close: State = (next) => {
      if (!isFormula(this.sliceSerialize({ start, end: this.now() }), next)) return giveUp(next);
      isOver = true;
      return ok(next);
    };
    const consume = () => effects.consume(code);
    return show(construct.tokenize.call(this, { ...effects, consume }, close, giveUp));
  }
}

function isFormula(written: string, next: Code): boolean {
  if (written.startsWith("$$")) return true;
  const isBeforeDigit = next !== null && next >= ZERO && next <= NINE;
  return !isBeforeDigit && !/^\$\s|\s\$$/.test(written);
}
