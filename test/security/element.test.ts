/** What `<journal-club>` cannot do in other sites' pages, read from what is served; test/browser/other-site tries it. */
import { expect, test } from "vitest";
import { ELEMENT_SCRIPT } from "../../src/pages/assets/element-script.ts";

const all = (pattern: RegExp) => ELEMENT_SCRIPT.match(pattern) ?? [];

test("V8 The element on other sites", () => {
  expect({
    // Whatever makes markup or code of text, remembers, or knows other parts of the page.
    dangerous: all(
      /innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|document\.write|srcdoc|eval|Function|cookie|[sS]torage|postMessage|window|location\./g,
    ),
    asked: all(/fetch\([^)]*/g),
    // A link's address and a player's: both are looked at first.
    addresses: all(/isWeb\(\w+\)/g),
    written: all(/\b(?:href|src)\b[:=]/g),
  }).toEqual({
    dangerous: [],
    asked: ['fetch(src+"/programme.json?"+(isAlone?"show=next":"limit="+limit'],
    addresses: ["isWeb(url)", "isWeb(playerUrl)"],
    written: ["href:", "src=", "src="],
  });
});
