import { expect, test } from "vitest";
import type { Child } from "../../src/pages/jsx-runtime.ts";
import { Html } from "../../src/wording/html.ts";

const TEXT = `<b> & "c" 'd'`;
const ESCAPED = "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;";

function Named({ name, children }: { name: string; children?: Child }) {
  return name === "" ? null : <p title={name}>{children}</p>;
}

test.each<[string, Html, string]>([
  ["a text", <p>{TEXT}</p>, `<p>${ESCAPED}</p>`],
  ["a text in an attribute", <p title={TEXT}></p>, `<p title="${ESCAPED}"></p>`],
  ["HTML", <p>{new Html("<i>x</i>")}</p>, "<p><i>x</i></p>"],
  ["numbers", <p tabindex={0}>{0}</p>, '<p tabindex="0">0</p>'],
  [
    "nothing",
    <p title={undefined} lang={null}>
      {[null, undefined, false, true, ""]}
    </p>,
    "<p></p>",
  ],
  [
    "what is so",
    <p hidden data-own aria-busy={true}></p>,
    '<p hidden="" data-own="true" aria-busy="true"></p>',
  ],
  ["what is not", <p hidden={false} data-own={false}></p>, '<p data-own="false"></p>'],
  ["an empty attribute", <img alt="" />, '<img alt=""/>'],
  [
    "what has no end",
    <p>
      a{<br />}
      <wbr />
    </p>,
    "<p>a<br/><wbr/></p>",
  ],
  ["lists of lists", <>{["a", [<b>b</b>, ["c"]]]}d</>, "a<b>b</b>cd"],
  ["a component", <Named name="n">x</Named>, '<p title="n">x</p>'],
  ["a component that says nothing", <Named name="">x</Named>, ""],
])("%s", (_name, html, source) => {
  expect(html.source).toBe(source);
});
