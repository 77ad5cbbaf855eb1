import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toElementHtml, toFrameHtml, toHeightHtml } from "../../src/pages/snippets.ts";
import { aPublication } from "../support/builders.ts";
import { textOf } from "../support/documents.ts";

const README = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
const FEEDS = "https://FEEDS";

test("what pages offer to paste is what the README shows", () => {
  const shown = [...README.matchAll(/```html\n(.*?)```/gs)].map(([, html = ""]) => html.replaceAll("\n", ""));
  expect([
    toFrameHtml(`${FEEDS}/embed`, "Programme") + toHeightHtml(FEEDS),
    toElementHtml(FEEDS, "Programme"),
  ]).toEqual(shown);
});

test("the page to subscribe on offers both with the club's name, from left to right in any language", () => {
  const fields = [
    ...textOf("subscribe", aPublication()).matchAll(
      /<input id="(\w+)" type="text" readonly="" dir="ltr" value="([^"]*)"\/>/g,
    ),
  ];
  const offered = fields.map(([, id, value = ""]) => [
    id,
    value
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  ]);
  const url = "https://feeds.example.org";
  expect(offered).toEqual([
    ["snippet", toFrameHtml(`${url}/embed`, "Example Reading Group") + toHeightHtml(url)],
    ["element", toElementHtml(url, "Example Reading Group")],
  ]);
});
