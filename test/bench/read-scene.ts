/** An invented club from its folder to what writers are given, in Node: the same values that the Publisher has. */
import { compileData } from "../../src/build/compile-data.ts";
import { readDataFolder } from "../../src/build/data-folder.ts";
import { toCompiledData } from "../../src/build/data-module.ts";
import { addKnownVideos } from "../../src/programme/known-videos.ts";
import { EMPTY_LEDGER } from "../../src/programme/ledger.ts";
import { createProgramme } from "../../src/programme/programme.ts";
import { revise } from "../../src/programme/revise.ts";
import { parseChannelFeed } from "../../src/sources/parse-channel-feed.ts";
import type { InventedClub } from "./club.ts";
import { PUBLIC_URL, type Scene } from "./scene.ts";

/** @param folder the club's, written already */
export async function readScene(folder: string, club: InventedClub, now: number): Promise<Scene> {
  const files = compileData(await readDataFolder(folder), folder);
  if (!files.ok) throw new Error(JSON.stringify(files.error.mistakes.slice(0, 3)));
  const compiled = toCompiledData(files.value, "bench");
  const feedText = club.toFeed({ hidden: 0 });
  const feed = await parseChannelFeed(feedText, null);
  if (!feed.ok) throw new Error(JSON.stringify(feed.error));
  const seen = feed.value.videos.map((video) => ({ ...video, firstSeenAt: video.publishedAt }));
  const news = seen.at(-1);
  if (news === undefined) throw new Error("the channel shows nothing");
  const archive = addKnownVideos(seen.slice(0, -1), compiled.videos, now);
  const programme = createProgramme(
    { club: compiled.club, sessions: compiled.sessions, archive, previous: [], publicUrl: PUBLIC_URL },
    now,
  );
  const { ledger, published } = revise(programme, compiled.club, EMPTY_LEDGER, now);
  return {
    compiled: { club: compiled.club, sessions: compiled.sessions, videos: compiled.videos },
    archive,
    news,
    previous: programme.matches,
    programme,
    ledger,
    publication: {
      club: compiled.club,
      programme: published,
      publicUrl: PUBLIC_URL,
      isSample: false,
      asOf: now,
    },
    feedText,
    now,
  };
}
