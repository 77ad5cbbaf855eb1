/** What stands in for xml2js gives what xml2js gives, and refuses what XML forbids. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { array, assert, constantFrom, letrec, oneof, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { Parser } from "../../src/sources/left-out/xml2js.ts";

interface Xml2js {
  Parser: typeof Parser;
}
const whole: Xml2js = createRequire(import.meta.url)("xml2js");
const FEEDS = process.env["FEEDS"] ?? "test/fixtures/channel-feed";

/** Null for what is refused. */
function read({ Parser: Chosen }: Xml2js, text: string): unknown {
  const found: unknown[] = [];
  // The package says what is wrong more than once.
  new Chosen().parseString(text, (error, document) => void found.push(error === null ? document : null));
  return JSON.parse(JSON.stringify(found[0]));
}

describe("as the package reads", () => {
  test.each(readdirSync(FEEDS).filter((name) => name.endsWith(".xml")))("%s", (name) => {
    const text = readFileSync(join(FEEDS, name), "utf8");
    expect(read({ Parser }, text)).toEqual(read(whole, text));
  });

  test.each([
    [
      "attributes, children and text",
      `<a b="1 &lt; 2" c='"'> <x:y>one<z/> two</x:y><x:y>three</x:y><e> </e></a>`,
    ],
    ["an attribute alone, and nothing", '<a><b c="d"/><b c="d"> </b><b/><b></b></a>'],
    ["names of characters", "<a>&lt;b&gt; &amp;amp; &quot;&apos;</a>"],
    ["numbers of characters, beyond 16 bits too", "<a>&#233;&#xE9;&#128512;&#x1F600;</a>"],
    ["a section, in which nothing is written otherwise", "<a>a<![CDATA[<b>&amp;]]>c</a>"],
    ["what stands around the root", '<?xml version="1.0"?>\n<!-- before --><a/>\n<!-- after -->'],
    ["names of every object", "<a><constructor/><toString>b</toString></a>"],
    ["the text of a comment, which is none", "<a><!-- &no; --></a>"],
  ])("%s", (_what, text) => {
    expect(read({ Parser }, text)).toEqual(read(whole, text));
  });

  test("whatever is built of elements, attributes and text", () => {
    const name = constantFrom("a", "b", "media:c");
    const words = constantFrom("", " ", "one", "&amp;two ", "\n", "<![CDATA[three]]>", "é😀");
    const { element } = letrec<{ element: string }>((tie) => ({
      element: tuple(
        name,
        constantFrom("", ' d="e"', ' d="&gt;" f=""'),
        array(oneof(words, tie("element")), { maxLength: 4 }),
      ).map(([tag, attributes, inside]) => `<${tag}${attributes}>${inside.join("")}</${tag}>`),
    }));
    assert(
      property(element, (text) => {
        expect(read({ Parser }, text)).toEqual(read(whole, text));
      }),
    );
  });
});

test.each([
  ["an element without its end", "<a><b></a>"],
  ["a document without its end", "<a><b>"],
  ["a tag without its end", "<a"],
  ["an end without its element", "<a/></a>"],
  ["two roots", "<a/><b/>"],
  ["two roots of a name", "<a/><a/>"],
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
  expect(read({ Parser }, text)).toBeNull();
});
