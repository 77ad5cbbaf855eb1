import { describe, expect, test } from "vitest";
import { evaluatePreconditions, readConditions, toHttpDate } from "../../src/http/preconditions.ts";

const lastModified = Date.UTC(2026, 5, 15, 17);
const AT = "Mon, 15 Jun 2026 17:00:00 GMT";
const BEFORE = "Mon, 15 Jun 2026 16:59:59 GMT";
const AFTER = "Tue, 16 Jun 2026 00:00:00 GMT";

/** One row of RFC 9110 section 13: the request's fields, and what follows for the representation `"abc"`. */
const ROWS: [string, Record<string, string>, ReturnType<typeof evaluatePreconditions>][] = [
  ["no precondition", {}, "perform"],
  ["13.1.2 the same strong tag", { "if-none-match": '"abc"' }, "not_modified"],
  ["13.1.2 weak comparison", { "if-none-match": 'W/"abc"' }, "not_modified"],
  ["13.1.2 a list", { "if-none-match": '"x", W/"y" ,"abc"' }, "not_modified"],
  ["13.1.2 a tag that holds a comma", { "if-none-match": '"x,\\"abc", "z"' }, "perform"],
  ["13.1.2 any", { "if-none-match": "*" }, "not_modified"],
  ["13.1.2 another tag", { "if-none-match": '"abd"' }, "perform"],
  ["13.1.2 a tag without quotes is none", { "if-none-match": "abc" }, "perform"],
  ["13.1.3 unchanged since", { "if-modified-since": AT }, "not_modified"],
  ["13.1.3 by order, not by equality", { "if-modified-since": AFTER }, "not_modified"],
  ["13.1.3 changed since", { "if-modified-since": BEFORE }, "perform"],
  ["13.1.3 not a date", { "if-modified-since": "yesterday" }, "perform"],
  ["5.6.7 the form of RFC 850", { "if-modified-since": "Monday, 15-Jun-26 17:00:00 GMT" }, "not_modified"],
  ["5.6.7 the same, a second before", { "if-modified-since": "Monday, 15-Jun-26 16:59:59 GMT" }, "perform"],
  [
    "5.6.7 fifty years ahead are ahead",
    { "if-modified-since": "Monday, 15-Jun-76 17:00:00 GMT" },
    "not_modified",
  ],
  ["5.6.7 more than that are past", { "if-modified-since": "Wednesday, 15-Jun-77 17:00:00 GMT" }, "perform"],
  ["5.6.7 the form of asctime", { "if-modified-since": "Mon Jun 15 17:00:00 2026" }, "not_modified"],
  ["5.6.7 the same, on a day of one digit", { "if-modified-since": "Tue Jun  9 17:00:00 2026" }, "perform"],
  ["5.6.7 no month of that name", { "if-modified-since": "Mon, 15 Foo 2026 17:00:00 GMT" }, "perform"],
  [
    "13.1.4 in the form of asctime",
    { "if-unmodified-since": "Tue Jun  9 17:00:00 2026" },
    "precondition_failed",
  ],
  [
    "13.2.2 If-None-Match wins, to perform",
    { "if-none-match": '"x"', "if-modified-since": AFTER },
    "perform",
  ],
  [
    "13.2.2 If-None-Match wins, to 304",
    { "if-none-match": '"abc"', "if-modified-since": BEFORE },
    "not_modified",
  ],
  ["13.1.1 the same strong tag", { "if-match": '"abc"' }, "perform"],
  ["13.1.1 strong comparison", { "if-match": 'W/"abc"' }, "precondition_failed"],
  ["13.1.1 any", { "if-match": "*" }, "perform"],
  ["13.1.4 unmodified since", { "if-unmodified-since": AT }, "perform"],
  ["13.1.4 modified since", { "if-unmodified-since": BEFORE }, "precondition_failed"],
  ["13.2.2 If-Match wins", { "if-match": '"abc"', "if-unmodified-since": BEFORE }, "perform"],
];

describe("RFC 9110 13.2.2", () => {
  test.each(ROWS)("%s", (_rule, fields, verdict) => {
    expect(evaluatePreconditions(readConditions(new Headers(fields)), { etag: '"abc"', lastModified })).toBe(
      verdict,
    );
  });

  test("8.8.3.2: a weak tag is never strongly equal, not even to itself", () => {
    const conditions = readConditions(new Headers({ "if-match": 'W/"abc"' }));
    expect(evaluatePreconditions(conditions, { etag: 'W/"abc"', lastModified })).toBe("precondition_failed");
  });

  test.each(["if-modified-since", "if-unmodified-since"])("ignores %s where there is no date", (name) => {
    const verdicts = [BEFORE, AFTER].map((date) =>
      evaluatePreconditions(readConditions(new Headers({ [name]: date })), {
        etag: '"abc"',
        lastModified: null,
      }),
    );
    expect(verdicts).toEqual(["perform", "perform"]);
  });

  test("writes dates in the preferred form of 5.6.7", () => {
    expect(toHttpDate(lastModified + 999)).toBe(AT);
  });
});
