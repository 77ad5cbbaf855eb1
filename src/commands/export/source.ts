/** Where replays come from in this run. */
import type { Club } from "../../programme/club.ts";
import { readInput } from "../terminal/command-line.ts";
import { isOfGivenFeed } from "./ledger.ts";
import type { Settings } from "./options.ts";
import type { SiteInput } from "./site.ts";

/** Handed on to the Publisher where they are set. */
const HANDED_ON = ["CHANNEL_FEED_URL", "YOUTUBE_API_KEY"];
/** What a club without a channel is taken to have once a feed was given: then its videos stay in the runs after. */
const NO_CHANNEL_FEED_URL = "https://site.invalid/feed.xml";

export interface Source extends Required<Pick<SiteInput, "feed" | "variables">> {
  /** Whether anybody is asked over the network. */
  isAsking: boolean;
}

/**
 * Choose it, and read a feed that is given.
 *
 * @param ledger what the last export left
 */
export async function chooseSource(
  feed: Settings["feed"],
  ledger: string | null,
  { youtube }: Pick<Club, "youtube">,
): Promise<Source> {
  const given = Object.fromEntries(
    HANDED_ON.flatMap((name) => {
      // A feed that is given is all there is: no other source is asked beside it.
      const value = typeof feed === "string" || name === "CHANNEL_FEED_URL" ? (process.env[name] ?? "") : "";
      return value === "" ? [] : [[name, value]];
    }),
  );
  const hasChannel = youtube.channels.length + youtube.playlists.length > 0 || "CHANNEL_FEED_URL" in given;
  const isGiven = typeof feed !== "string" || (ledger !== null && isOfGivenFeed(ledger));
  const variables = isGiven && !hasChannel ? { CHANNEL_FEED_URL: NO_CHANNEL_FEED_URL, ...given } : given;
  if (typeof feed !== "string") {
    return { feed: { text: (await readInput(feed.path)).toString() }, variables, isAsking: false };
  }
  const isAsking = feed === "channel" && hasChannel;
  return { feed: isAsking ? "channel" : "ledger", variables, isAsking };
}
