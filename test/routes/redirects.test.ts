import { expect, test } from "vitest";
import { findRedirect } from "../../src/routes/redirects.ts";

test.each([
  ["/feed", "/rss.xml"],
  ["/feed/", "/rss.xml"],
  ["/rss.xml/", "/rss.xml"],
  ["//rss.xml", "/rss.xml"],
  ["/sessions/s21/", "/sessions/s21"],
  ["/sessions//s21.ics", "/sessions/s21.ics"],
  ["/status.json/", "/status.json"],
  ["/subscribe/", "/subscribe"],
  ["/years/2026/", "/years/2026"],
])("%s leads to %s", (path, target) => {
  expect(findRedirect(path)).toBe(target);
});

test.each([
  "/nothing",
  "/nothing/",
  "//other.example/",
  "/%5Cother.example/",
  "/\\other.example/",
  "/\n/",
  "/rss-xml/",
  "/sessions/S%20/",
  "/years/0999/",
  "/__proto__",
])("%j leads nowhere", (path) => {
  expect(findRedirect(path)).toBe(null);
});
