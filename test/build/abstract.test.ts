import { describe, expect, it, test } from "vitest";
import { toAbstract } from "../../src/build/abstract.ts";
import { expectLinear } from "../support/linear.ts";

/** The abstract, or why there is none. */
function read(markdown: string): unknown {
  const result = toAbstract(markdown);
  return result.ok ? result.value.abstract : result.error;
}

/** As it stands in the file, formulas too; nothing where there are none. */
function readWritten(markdown: string): unknown {
  const result = toAbstract(markdown);
  return result.ok ? result.value.written : result.error;
}

describe("what an abstract cannot do", () => {
  test.each([
    ["run a script", "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
    [
      "run one in a line",
      "a <img src=x onerror=alert(1)> b",
      "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>",
    ],
    ["link to a script", "[x](javascript:alert(1))", "<p>x</p>"],
    ["link to one in disguise", "[x](JaVa&#x0A;Script:alert(1))", "<p>x</p>"],
    ["link to data", "[x](data:text/html,<b>)", "<p>x</p>"],
    ["link by reference to a script", "[x][r]\n\n[r]: javascript:alert(1)", "<p>x</p>"],
    ["link to a page beside the reader's own", "[x](/a) [y](//b.example) [z](#c)", "<p>x y z</p>"],
    ["give away a password", "[x](https://me:pw@b.example/)", "<p>x</p>"],
    [
      "load an image",
      "![a cat](https://b.example/cat.png)",
      '<p><a href="https://b.example/cat.png">a cat</a></p>',
    ],
    ["load an image from nowhere", "![a cat](data:image/png;base64,AA)", "<p>a cat</p>"],
    [
      "leave an attribute",
      '[x](<https://b.example/"onmouseover="alert(1)>)',
      '<p><a href="https://b.example/%22onmouseover=%22alert(1)">x</a></p>',
    ],
    ["hide in entities", "&lt;script&gt; &#60;b&#62; &amp;lt;", "<p>&lt;script&gt; &lt;b&gt; &amp;lt;</p>"],
    [
      "hide in code",
      "`<b>` and\n\n```html\n<script>\n```",
      "<p><code>&lt;b&gt;</code> and</p>\n<pre><code>&lt;script&gt;\n</code></pre>",
    ],
    ["hide in LaTeX", "$<b>$", "<p>&lt; b &gt;</p>"],
    ["hide in LaTeX that cannot be read", "$\\no<b>$", "<p><code>\\no&lt;b&gt;</code></p>"],
    [
      "nest links",
      "[**https://a.example** ![i](https://c.example)](https://b.example)",
      '<p><a href="https://b.example"><strong>https://a.example</strong> i</a></p>',
    ],
  ])("%s", (_name, markdown, expected) => {
    const result = toAbstract(markdown);
    expect(result.ok && result.value.abstract.html).toBe(expected);
  });
});

describe("LaTeX", () => {
  test.each([
    ["is kept as written", "$a_b*c_d*$ and *x*", "<p>$a_b*c_d*$ and <em>x</em></p>", "$a_b*c_d*$ and x"],
    [
      "keeps its backslashes",
      String.raw`$\hat{x}_{\theta}\\$`,
      String.raw`<p>$\hat{x}_{\theta}\\$</p>`,
      String.raw`$\hat{x}_{\theta}\\$`,
    ],
    ["may hold a protected dollar", String.raw`$x\$_y_$`, String.raw`<p>$x\$_y_$</p>`, String.raw`$x\$_y_$`],
    ["may be displayed over lines", "$$\na_b = *c*\n$$", "<p>$$\na_b = *c*\n$$</p>", "$$ a_b = *c* $$"],
    ["may break in a quotation", "> $a\n> b$", "<blockquote>\n<p>$a\nb$</p>\n</blockquote>", "> $a b$"],
  ])("%s, where it is compared", (_name, markdown, html, text) => {
    expect(readWritten(markdown)).toEqual({ html, text });
  });

  test.each([
    ["what a price is", "from $5 *to* $10", "<p>from $5 <em>to</em> $10</p>", "from $5 to $10"],
    [
      "what code is",
      "`$HOME` *or* `$PATH`",
      "<p><code>$HOME</code> <em>or</em> <code>$PATH</code></p>",
      "$HOME or $PATH",
    ],
    ["without its end", "$a *b*", "<p>$a <em>b</em></p>", "$a b"],
    ["from a protected dollar on", String.raw`\$a *b*$`, "<p>$a <em>b</em>$</p>", "$a b$"],
  ])("is not %s", (_name, markdown, html, text) => {
    expect(read(markdown)).toEqual({ html, text });
    expect(readWritten(markdown)).toBe(undefined);
  });

  test("is MathML on pages, and readable text everywhere else", () => {
    expect(
      toAbstract("Let $x_t < 2$ be\n\n$$\\sqrt{y}$$\n\n- [a $\\hat\\theta$](https://b.example)"),
    ).toEqual({
      ok: true,
      value: {
        abstract: {
          html: '<p>Let x_t &lt; 2 be</p>\n<p>√y</p>\n<ul>\n<li><a href="https://b.example">a θ̂</a></li>\n</ul>',
          text: "Let x_t < 2 be\n\n√y\n\n- a θ̂ (https://b.example)",
          page:
            '<p>Let <math alttext="x_t &lt; 2"><mrow><msub><mi>x</mi><mi>t</mi></msub><mo>&lt;</mo><mn>2</mn></mrow></math> be</p>\n' +
            '<p><span class="formula" tabindex="0"><math display="block" alttext="\\sqrt{y}"><msqrt><mi>y</mi></msqrt></math></span></p>\n' +
            '<ul>\n<li><a href="https://b.example">a <math alttext="\\hat\\theta"><mover><mi>θ</mi><mo stretchy="false">ˆ</mo></mover></math></a></li>\n</ul>',
        },
        written: {
          html: '<p>Let $x_t &lt; 2$ be</p>\n<p>$$\\sqrt{y}$$</p>\n<ul>\n<li><a href="https://b.example">a $\\hat\\theta$</a></li>\n</ul>',
          text: "Let $x_t < 2$ be\n\n$$\\sqrt{y}$$\n\n- a $\\hat\\theta$ (https://b.example)",
        },
        unread: [],
      },
    });
  });

  test("in a link is no place of its own to scroll", () => {
    const result = toAbstract("[$$y$$](https://b.example)");
    expect(result.ok && result.value.abstract.page).toBe(
      '<p><a href="https://b.example"><math display="block" alttext="y"><mi>y</mi></math></a></p>',
    );
  });

  test("that cannot be read is shown as it is written, without its dollar signs, and named with its line", () => {
    expect(toAbstract("One.\n\nTwo $\\E\n[x]$, $y$.")).toEqual({
      ok: true,
      value: {
        abstract: {
          html: "<p>One.</p>\n<p>Two <code>\\E\n[x]</code>, y.</p>",
          text: "One.\n\nTwo \\E [x], y.",
          page: '<p>One.</p>\n<p>Two <code>\\E\n[x]</code>, <math alttext="y"><mi>y</mi></math>.</p>',
        },
        written: {
          html: "<p>One.</p>\n<p>Two $\\E\n[x]$, $y$.</p>",
          text: "One.\n\nTwo $\\E [x]$, $y$.",
        },
        unread: [{ formula: "$\\E [x]$", problem: "Unsupported function name: \\E", line: 3 }],
      },
    });
  });
});

describe("an abstract for people", () => {
  test.each([
    ["nothing", "\n\n", "", ""],
    [
      "paragraphs",
      "One\nline.\n\nTwo  \nlines.",
      "<p>One\nline.</p>\n<p>Two<br>\nlines.</p>",
      "One line.\n\nTwo\nlines.",
    ],
    ["emphasis", "*a* **b** _c_", "<p><em>a</em> <strong>b</strong> <em>c</em></p>", "a b c"],
    [
      "headings below the page's own",
      "# A\n\n## B\n\n###### F",
      "<h3>A</h3>\n<h4>B</h4>\n<h6>F</h6>",
      "A\n\nB\n\nF",
    ],
    [
      "a line of signs under a paragraph",
      "A\n===\n\nB\n---",
      "<p>A\n===</p>\n<p>B</p>\n<hr>",
      "A ===\n\nB\n\n---",
    ],
    ["an indented paragraph", "    *A*", "<p><em>A</em></p>", "A"],
    [
      "a list",
      "- a\n- b\n  - c",
      "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul></li>\n</ul>",
      "- a\n- b\n  - c",
    ],
    [
      "a numbered list of paragraphs",
      "9. a\n\n10. b\n\n    c",
      '<ol start="9">\n<li><p>a</p></li>\n<li><p>b</p>\n<p>c</p></li>\n</ol>',
      "9. a\n10. b\n\n    c",
    ],
    ["a quotation", "> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>", "> a\n> \n> b"],
    [
      "a link",
      "[a](https://b.example/c?d=1&e)",
      '<p><a href="https://b.example/c?d=1&amp;e">a</a></p>',
      "a (https://b.example/c?d=1&e)",
    ],
    [
      "a link by reference",
      "[a]\n\n[a]: https://b.example\n[A]: https://c.example",
      '<p><a href="https://b.example">a</a></p>',
      "a (https://b.example)",
    ],
    [
      "a link that says where it leads",
      "[b.example](https://b.example) <https://b.example>",
      '<p><a href="https://b.example">b.example</a> <a href="https://b.example">https://b.example</a></p>',
      "b.example (https://b.example) https://b.example",
    ],
    [
      "an e-mail address",
      "<a@b.example>",
      '<p><a href="mailto:a@b.example">a@b.example</a></p>',
      "a@b.example",
    ],
    [
      "a bare address",
      "see https://b.example/a_b_c, (https://c.example/d_(e)).",
      '<p>see <a href="https://b.example/a_b_c">https://b.example/a_b_c</a>, (<a href="https://c.example/d_(e)">https://c.example/d_(e)</a>).</p>',
      "see https://b.example/a_b_c, (https://c.example/d_(e)).",
    ],
    ["a note of the host", "a <!-- b --> c\n\n<!-- d -->", "<p>a  c</p>", "a  c"],
    [
      "emoji and other scripts",
      "🤔 Ψ-samplers & 拡散",
      "<p>🤔 Ψ-samplers &amp; 拡散</p>",
      "🤔 Ψ-samplers & 拡散",
    ],
  ])("%s", (_name, markdown, html, text) => {
    expect(read(markdown)).toEqual({ html, text });
  });

  it("may be nested, though not without end", () => {
    expect(read("> > a")).toEqual({
      html: "<blockquote>\n<blockquote>\n<p>a</p>\n</blockquote>\n</blockquote>",
      text: "> > a",
    });
    expect(read(">".repeat(20_000))).toEqual({ reason: "nested_too_deeply" });
    expect(read("- ".repeat(10_000))).toEqual({ reason: "nested_too_deeply" });
    expect(read(`${"*a ".repeat(101)}${"b*".repeat(101)}`)).toEqual({ reason: "nested_too_deeply" });
  });
});

describe("an abstract takes time in proportion to its length, in", { retry: 2 }, () => {
  test.each([
    ["inner spaces", (length: number) => `a${" ".repeat(length)}b`],
    ["a bare address, then dots", (length: number) => `https://b.example/${".".repeat(length)}x`],
    ["a bare address, then brackets", (length: number) => `https://b.example/${")".repeat(length)}`],
    ["comments without an end", (length: number) => "<!--".repeat(length / 4)],
    ["prices", (length: number) => "$5 ".repeat(length / 4)],
    ["formulas", (length: number) => "$x_t+1$ ".repeat(length / 40)],
    ["one formula", (length: number) => `$${"x+".repeat(length / 40)}x$`],
  ])("%s", async (_name, make) => {
    await expectLinear((length) => toAbstract(make(length)), 50_000);
  });
});
