/** The pictures of videos: YouTube's where it gives one, else a drawn one that stands in until it does. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fetchThumbnail } from "../../sources/fetch-thumbnail.ts";

/** A JPEG, as the addresses say: hosts tell a file's type by its name. */
const PLACEHOLDER = join(import.meta.dirname, "placeholder.jpg");
/** At once; YouTube minds neither, and a club's pictures are there within seconds. */
const CONCURRENT = 6;

/** As pages say it, and the name within the folder. */
const PATH = /\/thumbnails\/([\w-]{11})\.jpg(?=")/g;
const toName = (videoId: string): string => `thumbnails/${videoId}.jpg`;

/** The videos whose pictures pages show, in the order of their ids. */
export function findPictured(files: Iterable<Uint8Array>): string[] {
  const ids = [...files].flatMap((bytes) =>
    [...new TextDecoder().decode(bytes).matchAll(PATH)].map(([, id = ""]) => id),
  );
  return [...new Set(ids)].toSorted();
}

export interface Pictures {
  /** By name within the folder. */
  files: Map<string, Uint8Array>;
  /** For how many a drawn one stands in. */
  drawn: number;
}

/**
 * A picture for each video.
 *
 * @param read what the folder holds under a name already, null where there is nothing: a picture is fetched once
 * @param isOffline whether nothing is fetched
 */
export async function collectPictures(
  videoIds: readonly string[],
  read: (name: string) => Promise<Uint8Array | null>,
  isOffline: boolean,
): Promise<Pictures> {
  const placeholder = new Uint8Array(await readFile(PLACEHOLDER));
  const files = new Map<string, Uint8Array>();
  const waiting = [...videoIds];
  let drawn = 0;
  const collect = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const name = toName(id);
      const kept = await read(name);
      const isKept = kept !== null && Buffer.compare(kept, placeholder) !== 0;
      const fetched = isKept || isOffline ? null : await fetchThumbnail(id);
      const picture = isKept ? kept : fetched === null ? placeholder : new Uint8Array(fetched);
      if (picture === placeholder) drawn += 1;
      files.set(name, picture);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, collect));
  return { files: new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1))), drawn };
}
