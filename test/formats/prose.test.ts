import { describe, expect, test } from "vitest";
import { toHtml, toParagraph, toPlainText, type Block } from "../../src/formats/prose.ts";

const url = "https://a.example/?x=1&y=2";

const CASES: [string, Block, string, string][] = [
  [
    "a paragraph with links",
    toParagraph("See ", { text: "this", url }, " or ", { text: url, url }),
    '<p>See <a href="https://a.example/?x=1&amp;y=2">this</a> or <a href="https://a.example/?x=1&amp;y=2">https://a.example/?x=1&amp;y=2</a></p>',
    "See this (https://a.example/?x=1&y=2) or https://a.example/?x=1&y=2",
  ],
  [
    "a list",
    { kind: "list", title: "Papers", items: [["One"], [{ text: "Two", url }]] },
    '<p>Papers</p>\n<ul>\n<li>One</li>\n<li><a href="https://a.example/?x=1&amp;y=2">Two</a></li>\n</ul>',
    "Papers\n- One\n- Two (https://a.example/?x=1&y=2)",
  ],
  [
    "lines",
    { kind: "lines", lines: [["one"], ["<two>"], []] },
    "<p>one<br />\n&lt;two&gt;<br />\n</p>",
    "one\n<two>\n",
  ],
  [
    "a picture, which text leaves out",
    { kind: "picture", source: "https://i.example/1.jpg", url, description: 'A "view"' },
    '<p><a href="https://a.example/?x=1&amp;y=2"><img src="https://i.example/1.jpg" alt="A &quot;view&quot;" width="320" height="180" /></a></p>',
    "",
  ],
  [
    "markup with its own text",
    { kind: "markup", html: "<p><em>Hi</em></p>", text: "\r\nHi  \r\n\r\nthere\u0007 \n" },
    "<p><em>Hi</em></p>",
    "Hi\n\nthere",
  ],
];

describe.each(CASES)("%s", (_name, block, html, text) => {
  test("as HTML", () => expect(toHtml([block])).toBe(html));
  test("as text", () => expect(toPlainText([block])).toBe(text));
});

test("blocks are lines of HTML and paragraphs of text", () => {
  const blocks: Block[] = [toParagraph("a"), { kind: "markup", html: "", text: " " }, toParagraph("b")];
  expect([toHtml(blocks), toPlainText(blocks)]).toEqual(["<p>a</p>\n\n<p>b</p>", "a\n\nb"]);
});
