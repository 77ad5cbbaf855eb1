/** Rows in the place of those that have their keys: as many to a statement as it may have values. */

/** A Durable Object's SQLite binds no more to one statement. */
const MAX_BINDINGS = 100;

/**
 * Put them. A first start has thousands, and what a statement costs is more than what a row does.
 *
 * @param table and its columns: "entry (key, shown)"
 * @param rows each with a value for every column; made one by one where they are long, as those of one statement are held at once
 */
export function putRows(sql: SqlStorage, table: string, rows: Iterable<readonly SqlStorageValue[]>): void {
  const held: SqlStorageValue[] = [];
  let width = 0;
  const put = () => {
    const marks = `(${"?, ".repeat(width).slice(0, -2)})`;
    const values = `${marks}, `.repeat(held.length / width).slice(0, -2);
    sql.exec(`INSERT OR REPLACE INTO ${table} VALUES ${values}`, ...held);
    held.length = 0;
  };
  for (const row of rows) {
    width = row.length;
    if (held.length + width > MAX_BINDINGS) put();
    held.push(...row);
  }
  if (held.length > 0) put();
}
