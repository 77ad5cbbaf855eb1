import { describe, expect, test } from "vitest";
import { renderFormula, toReadableTitle } from "../../../src/build/formula/render.ts";
import { toMathMl } from "../../../src/build/formula/mathml.ts";

describe("MathML", () => {
  test.each([
    ["of a line", "$x^2$", '<math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>'],
    [
      "by itself, over lines",
      "$$\nx\n<2$$",
      '<math display="block" alttext="x &lt;2"><mrow><mi>x</mi><mo>&lt;</mo><mn>2</mn></mrow></math>',
    ],
    [
      "without inline styles, which the pages' policy forbids",
      String.raw`$\color{red}x$`,
      String.raw`<math alttext="\color{red}x"><mrow><mi>x</mi></mrow></math>`,
    ],
    [
      "with the classes that the style sheet knows",
      String.raw`$\begin{aligned}a&=b\end{aligned}$`,
      String.raw`<math alttext="\begin{aligned}a&amp;=b\end{aligned}"><mtable displaystyle="true"><mtr><mtd class="tml-right"><mi>a</mi></mtd><mtd class="tml-left"><mrow><mo>=</mo><mi>b</mi></mrow></mtd></mtr></mtable></math>`,
    ],
    [
      "without what MathML Core has not",
      String.raw`$\overline{x}$`,
      String.raw`<math alttext="\overline{x}"><mrow class="tml-overline"><mi>x</mi></mrow></math>`,
    ],
  ])("%s", (_name, written, expected) => {
    expect(renderFormula(written).mathml).toBe(expected);
  });

  test("holds no element, attribute or value but those that are known", () => {
    const attributes = {
      onclick: "alert(1)",
      href: "https://a.example",
      width: '1em" onclick="x',
      lspace: "0em",
    };
    const child = { type: "script", attributes, classes: ["a", "tml-left"], children: [{ text: "<b>" }] };
    expect(toMathMl({ type: "math", children: [child] }, '"', false)).toBe(
      '<math alttext="&quot;"><mrow class="tml-left" lspace="0em">&lt;b&gt;</mrow></math>',
    );
  });
});

describe("a title", () => {
  test.each([
    ["$k$-means in $O(n \\log n)$", "k-means in O(n log n)"],
    ["$$x^2$$ and $\\ell_1$", "x² and ℓ₁"],
    ["Nothing to read", "Nothing to read"],
    // Prices are no formulas, and neither is what would not be read.
    ["From $5 to $10", "From $5 to $10"],
    ["$5-$10", "$5-$10"],
    ["US$ and A$ at $ 5 $", "US$ and A$ at $ 5 $"],
    ["On $\\E[x]$", "On $\\E[x]$"],
    ["On $\\phantom{x}$", "On $\\phantom{x}$"],
  ])("%s", (written, expected) => {
    expect(toReadableTitle(written)).toBe(expected);
  });
});
