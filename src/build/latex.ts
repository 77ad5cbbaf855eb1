/**
 * LaTeX between dollar signs as a construct of Markdown, so that `$a_b*c_d*$` is kept as it is written.
 *
 * `$…$` follows pandoc's rule, which leaves prices alone: no space after the opening sign or before the closing one, no
 * digit after the closing one. `$$…$$` may hold anything. A backslash protects the sign after it. Code goes first.
 */
import type { Extension as MdastExtension } from "mdast-util-from-markdown";
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from "micromark-util-types";

/** LaTeX with its dollar signs, as written. */
export interface Latex {
  type: "latex";
  value: string;
}

declare module "mdast" {
  interface PhrasingContentMap {
    latex: Latex;
  }
  interface RootContentMap {
    latex: Latex;
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    latex: "latex";
    latexData: "latexData";
  }
}

const DOLLAR = 36;
const BACKSLASH = 92;

/** A formula longer than this has lost its closing sign; looking on would take a time quadratic in the text. */
const MAX_CHARACTERS = 1_000;

const construct: Construct = { name: "latex", tokenize };

/** For micromark: the syntax. */
export const latexSyntax: Extension = { text: { [DOLLAR]: construct } };

/** For mdast: the node. */
export const latexNode: MdastExtension = {
  canContainEols: ["latex"],
  enter: {
    latex(token) {
      this.enter({ type: "latex", value: "" }, token);
      this.buffer();
    },
    latexData(token) {
      this.config.enter.data?.call(this, token);
    },
  },
  exit: {
    latexData(token) {
      this.config.exit.data?.call(this, token);
    },
    latex(token) {
      const value = this.resume();
      const node = this.stack.at(-1);
      if (node?.type === "latex") node.value = value;
      this.exit(token);
    },
  },
};

/** micromark's codes: null ends the text, -5 to -3 end a line, -2 to -1 are tabs, 32 is a space. */
function isLineEnd(code: Code): boolean {
  return code !== null && code < -2;
}

function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let isDouble = false;
  let previous: Code = DOLLAR;
  let size = 0;

  return open;

  function open(code: Code): State | undefined {
    effects.enter("latex");
    effects.enter("latexData");
    effects.consume(code);
    return afterOpen;
  }

  function afterOpen(code: Code): State | undefined {
    if (code === DOLLAR) {
      isDouble = true;
      effects.consume(code);
      return (next) => (next === DOLLAR ? nok(next) : inside(next));
    }
    return isSpace(code) ? nok(code) : inside(code);
  }

  function inside(code: Code): State | undefined {
    size += 1;
    if (code === null || size > MAX_CHARACTERS) return nok(code);
    if (isLineEnd(code)) return lineEnd(code);
    const last = previous;
    previous = code;
    effects.consume(code);
    if (code === BACKSLASH) return escaped;
    if (code !== DOLLAR) return inside;
    if (isDouble) return (next) => (next === DOLLAR ? close(next) : inside(next));
    return (next) => (isSpace(last) || isDigit(next) ? inside(next) : end(next));
  }

  function escaped(code: Code): State | undefined {
    if (code === null || isLineEnd(code)) return inside(code);
    previous = code;
    effects.consume(code);
    return inside;
  }

  function lineEnd(code: Code): State {
    effects.exit("latexData");
    effects.enter("lineEnding");
    effects.consume(code);
    effects.exit("lineEnding");
    previous = code;
    return (next) => {
      effects.enter("latexData");
      return next === null || isLineEnd(next) ? nok(next) : inside(next);
    };
  }

  function close(code: Code): State {
    effects.consume(code);
    return end;
  }

  function end(code: Code): State | undefined {
    effects.exit("latexData");
    effects.exit("latex");
    return ok(code);
  }
}
