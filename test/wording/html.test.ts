import { expect, test } from "vitest";
import { escapeHtml, markup, toTrustedHtml } from "../../src/wording/html.ts";

test("markup escapes text in content and in attributes", () => {
  const text = `<b onclick="x">&'\u0000`;
  expect(markup`<a title="${text}">${text}</a>`.source).toBe(
    '<a title="&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;">&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;</a>',
  );
});

test("markup takes markup as it is", () => {
  expect(markup`<ul>${[markup`<li>${"<"}</li>`, markup`<li>2</li>`]}</ul>${markup`<hr />`}`.source).toBe(
    "<ul><li>&lt;</li><li>2</li></ul><hr />",
  );
});

test("trusted markup cannot end a CDATA section", () => {
  expect(toTrustedHtml("<p>]]> \u0007]]></p>").source).toBe("<p>]]&gt; ]]&gt;</p>");
});

test("escapeHtml leaves entities in text as text", () => {
  expect(escapeHtml("&amp;")).toBe("&amp;amp;");
});
