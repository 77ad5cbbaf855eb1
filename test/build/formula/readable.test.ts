import { describe, expect, test } from "vitest";
import { readFormula } from "../../../src/build/formula/tree.ts";
import { toReadableFormula } from "../../../src/build/formula/readable.ts";

/** The formula, or why it cannot be read. */
function read(latex: string): string {
  const tree = readFormula(latex, false);
  return tree.ok ? toReadableFormula(tree.value) : tree.error.problem;
}

describe("a formula as text", () => {
  test.each([
    // Of the abstracts that clubs of this field write.
    [
      String.raw`p_\theta(x_t \mid x_{t-1}) = \mathcal{N}(x_t; \beta_t \mathbf{I})`,
      "p_θ(x_t | x_(t−1)) = N(x_t; β_t I)",
    ],
    [
      String.raw`\mathcal{L}_{\text{ELBO}} = -\mathbb{E}_{q}\left[\sum_{t=1}^{T} \log p_\theta(x_{t-1}|x_t)\right]`,
      "ℒ_ELBO = −E_q[∑_(t=1)^T log p_θ(x_(t−1)|x_t)]",
    ],
    [String.raw`D_{\mathrm{KL}}(q(x_{1:T})\,\|\,p)`, "D_KL(q(x_(1:T)) ‖ p)"],
    [String.raw`Q(s,a) \leftarrow r + \gamma \max_{a'} Q(s',a')`, "Q(s, a) ← r + γ max_(a′) Q(s′, a′)"],
    [String.raw`\argmax_\theta f`, "arg max_θ f"],
    // Raised and lowered.
    [String.raw`x_0 x_1^2 10^{-3} x_{ij} x_{ij}^2`, "x₀x₁²10⁻³x_ij x_ij^2"],
    [String.raw`e^{-x^2/2}, A^\top, x^*, 90^\circ, x''`, "e^(−x²/2), A^⊤, x*, 90°, x′′"],
    [String.raw`a_{\text{max}}, (a+b)^2, \|x\|_2, {}_2F_1`, "a_max, (a + b)², ‖x‖₂, ₂F₁"],
    [String.raw`{a+b}^2`, "(a + b)²"],
    // One over the other.
    [String.raw`\frac12 \cdot \frac{a+b}{2c}`, "1/2 ⋅ (a + b)/(2c)"],
    [String.raw`\frac{1}{\sqrt{d_k}}QK^T`, "1/√d_k QK^T"],
    [String.raw`\binom{n}{k}`, "(n; k)"],
    // Roots.
    [String.raw`\sqrt{x}, \sqrt{1-x}, \sqrt[3]{x}, \sqrt[n]{x}`, "√x, √(1 − x), ³√x, x^(1/n)"],
    // Over and under.
    [String.raw`\hat\theta, \bar{\mathbf{x}}_0, \tilde O(n), \vec v`, "θ̂, x̄₀, Õ(n), v⃗"],
    [String.raw`\widehat{xy}, \overline{xy}, \underbrace{a}_{b}`, "hat(xy), bar(xy), a_b"],
    [String.raw`x \xrightarrow{f} y`, "x →^f y"],
    // Signs and operators.
    [String.raw`-x, a-b, (-1), \pm 1, x=-1`, "−x, a − b, (−1), ±1, x = −1"],
    [String.raw`\log p(x), n\log n, f\,dx`, "log p(x), n log n, f dx"],
    [String.raw`\int_0^1 f, \lim_{n\to\infty} a_n`, "∫₀¹ f, lim_(n→∞) a_n"],
    [String.raw`\hat{x}\text{ if }x\in\mathbb{R}^d`, "x̂ if x ∈ ℝ^d"],
    // Rows.
    [String.raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`, "(1, 2; 3, 4)"],
    [String.raw`\begin{aligned}a &= b\\ c &\leq d\end{aligned}`, "a = b; c ≤ d"],
    [String.raw`\begin{cases}1 & x>0\\0\end{cases}`, "{1, x > 0; 0"],
    // Not seen.
    [String.raw`\phantom{x}y`, "y"],
    [String.raw`k\text{-means}`, "k-means"],
    ["", ""],
  ])("%s", (latex, expected) => {
    expect(read(latex)).toBe(expected);
  });
});

describe("a nested formula", () => {
  test.each([
    ["roots", "\\sqrt{", "}", "√"],
    ["scripts", "{", "}^2", ""],
    ["fractions", "\\frac{1}{", "}", "1/"],
    ["accents", "\\hat{", "}", "hat("],
  ])("takes no longer than its length says: %s", (_name, open, close, beginning) => {
    const text = read(`${open.repeat(60)}x${close.repeat(60)}`);
    expect([text.startsWith(beginning), text.length < 1_000]).toEqual([true, true]);
  });
});

describe("a formula that cannot be read", () => {
  test.each([
    ["with a macro of somebody's own", String.raw`\E[x]`, String.raw`Unsupported function name: \E`],
    [
      "that leads elsewhere",
      String.raw`\href{javascript:alert(1)}{x}`,
      String.raw`Unsupported function name: \href`,
    ],
    [
      "of which the end is missing",
      String.raw`\frac{a`,
      "Unexpected end of input in a macro argument, expected '}'",
    ],
    [
      "without end",
      String.raw`\def\a{\a\a}\a`,
      "Too many expansions: infinite loop or need to increase maxExpand setting",
    ],
    ["nested deeper than the reader can go", "{".repeat(20_000), "Maximum call stack size exceeded"],
    [
      "nested deeper than people write",
      `${"\\sqrt{".repeat(250)}x${"}".repeat(250)}`,
      "it is nested too deeply",
    ],
  ])("%s", (_name, latex, expected) => {
    expect(read(latex)).toBe(expected);
  });

  test("knows nothing of the macros of the one before", () => {
    expect([read(String.raw`\gdef\mine{b}\mine`), read(String.raw`\mine`)]).toEqual([
      "b",
      String.raw`Unsupported function name: \mine`,
    ]);
  });
});
