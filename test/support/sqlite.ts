/** A Durable Object's SQLite storage for tests in Node. */
export {
  createStorage as aStorage,
  type NodeStorage as TestStorage,
} from "../../src/commands/export/storage.ts";
