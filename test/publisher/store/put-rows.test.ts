import { expect, test, vi } from "vitest";
import { putRows } from "../../../src/publisher/store/put-rows.ts";
import { aStorage } from "../../support/sqlite.ts";

const toRows = (count: number, c: string) =>
  Array.from({ length: count }, (_, index) => [`k${index}`, index, c]);

test("any number of rows are put, in the place of those with their keys and in their order, few statements for many", () => {
  const { sql, database } = aStorage();
  const queries: string[] = [];
  sql.exec("CREATE TABLE t (a TEXT PRIMARY KEY, b INTEGER, c TEXT)");
  const exec = sql.exec.bind(sql);
  vi.spyOn(sql, "exec").mockImplementation((query: string, ...bindings: unknown[]) => {
    queries.push(query);
    expect(bindings.length).toBeLessThanOrEqual(100);
    return exec(query, ...bindings);
  });
  const put = (rows: Iterable<SqlStorageValue[]>) => putRows(sql, "t (a, b, c)", rows);
  put([]);
  put(toRows(34, "old"));
  put(toRows(1_000, "new").values());
  put([["k0", 7, "newest"]]);
  const stored = database.prepare("SELECT a, b, c FROM t ORDER BY rowid").all();
  const expected = [...toRows(1_000, "new").slice(1), ["k0", 7, "newest"]];
  expect([stored.map(Object.values), queries.length]).toEqual([expected, 2 + 31 + 1]);
});
