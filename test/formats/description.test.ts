import { expect, test } from "vitest";
import { toDescriptionBlocks, toHtml } from "../../src/formats/prose.ts";

const html = (description: string) => toHtml(toDescriptionBlocks(description));

test("empty lines part paragraphs, single line ends are kept", () => {
  expect(html("one\r\ntwo\r\n \r\n\r\nthree\n")).toBe("<p>one<br />\ntwo</p>\n<p>three</p>");
});

test("an empty description has no blocks", () => {
  expect(toDescriptionBlocks(" \r\n ")).toEqual([]);
});

test("markup is text", () => {
  expect(html("<img src=x onerror=alert(1)>")).toBe("<p>&lt;img src=x onerror=alert(1)&gt;</p>");
});

test.each([
  ["see https://a.example/x?a=1&b=2.", "https://a.example/x?a=1&amp;b=2", "."],
  ["see https://a.example/x, or", "https://a.example/x", ", or"],
  ["see https://a.example/)", "https://a.example/", ")"],
])("an address in %s is a link without the sentence's punctuation", (text, href, rest) => {
  expect(html(text)).toBe(`<p>see <a href="${href}">${href}</a>${rest}</p>`);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "https://",
  "ftp://a.example/x",
  'https://"onclick="x',
])("%s is no link", (text) => {
  expect(toDescriptionBlocks(text)).toEqual([{ kind: "lines", lines: [[text]] }]);
});
