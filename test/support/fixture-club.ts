/** The club of the fixtures, where a test may change it. */
import { appendFile, cp } from "node:fs/promises";
import { join } from "node:path";

const FIXTURE = join(import.meta.dirname, "../fixtures/club");

/** Copy its data folder. @param addition to its club.yaml */
export async function copyClub(folder: string, addition = ""): Promise<void> {
  await cp(FIXTURE, folder, { recursive: true });
  await appendFile(join(folder, "club.yaml"), addition);
}
