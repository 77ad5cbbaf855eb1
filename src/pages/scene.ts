/** What every page is made from: data only, no clock. */
import type { Club } from "../programme/club.ts";
import type { Instant } from "../programme/instant.ts";
import type { PublishedProgramme } from "../programme/revision.ts";

export interface Scene {
  club: Club;
  programme: PublishedProgramme;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Whether the videos come from the project's sample. */
  isSample: boolean;
  /** The instant the page is of: what ended at or before it is past. */
  asOf: Instant;
}
