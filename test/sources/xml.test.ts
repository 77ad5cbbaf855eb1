import { expect, test } from "vitest";
import { findAll, readXml, toText, toValue } from "../../src/sources/xml.ts";

test("a document is a tree, in which each element has its own text", () => {
  const root = readXml(`<?xml version="1.0"?>
<!-- before --><a b="1 &lt; 2" c='"'><x:y>one<z/> two</x:y><x:y>three</x:y><e> </e></a>
<!-- after -->`);
  expect([
    [root.name, toValue(root, "b"), toValue(root, "c"), toValue(root, "d")],
    findAll(root, "x:y").map(({ text, children }) => [text, children.map(({ name }) => name)]),
    [toText(root, "x:y"), toText(root, "e"), toText(root, "none"), toText(undefined, "a")],
  ]).toEqual([
    ["a", "1 < 2", '"', ""],
    [
      ["one two", ["z"]],
      ["three", []],
    ],
    ["one two", "", "", ""],
  ]);
});

test.each([
  ["names", "&lt;b&gt; &amp;amp; &quot;&apos;", `<b> &amp; "'`],
  ["numbers, beyond 16 bits too", "&#233;&#xE9;&#128512;&#x1F600;", "éé😀😀"],
  ["a section, in which nothing is written otherwise", "a<![CDATA[<b>&amp;]]>c", "a<b>&amp;c"],
  ["line ends", "a\r\nb\rc\nd", "a\nb\nc\nd"],
  ["nothing but a comment", "<!-- &no; -->", ""],
])("of a text it reads %s", (_what, written, read) => {
  expect(readXml(`<a>${written}</a>`).text).toBe(read);
});

test.each([
  ["an element without its end", "<a><b></a>"],
  ["a document without its end", "<a><b>"],
  ["a tag without its end", "<a"],
  ["an end without its element", "<a/></a>"],
  ["two roots", "<a/><b/>"],
  ["no root", "<?xml version='1.0'?>"],
  ["text behind the root", "<a/>b"],
  ["a DOCTYPE within", "<a><!DOCTYPE b></a>"],
  ["a name that only a DTD could have told", "<a>&b;</a>"],
  ["a name of every object", "<a>&constructor;</a>"],
  ["a sign that begins no reference", "<a>b & c</a>"],
  ["a reference without its end", "<a>&amp</a>"],
  ["a character that there is not", "<a>&#x110000;</a>"],
  ["an attribute without quotation marks", "<a b=1/>"],
  ["an attribute that comes twice", '<a b="1" b="2"/>'],
])("it refuses %s", (_what, text) => {
  expect(() => readXml(text)).toThrow();
});

test("it reads what is nested however deep", () => {
  const depth = 50_000;
  expect(readXml("<a>".repeat(depth) + "</a>".repeat(depth)).children.length).toBe(1);
});
