/** Folders that a command writes into. */
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Make a folder with all above it, each by itself: where the system lets nothing be made, as below /proc, Node's own
 * "recursive" tries for ever.
 *
 * @throws what the file system says of the first folder that cannot be made
 */
export async function makeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above);
  await mkdir(path).catch(async (error: unknown) => {
    // Another process may have made it meanwhile.
    if ((await stat(path).catch(() => null))?.isDirectory() !== true) throw error;
  });
}
