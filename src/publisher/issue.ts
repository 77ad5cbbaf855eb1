/** What a rendering is made from, and what it is. */
import type { Club } from "../programme/club.ts";
import type { Instant } from "../programme/instant.ts";
import type { PublishedProgramme } from "../programme/revision.ts";

/** Everything a writer is given. */
export interface Issue {
  club: Club;
  programme: PublishedProgramme;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Whether the videos come from the project's sample. */
  isSample: boolean;
  /** For pages: what ended at or before it is past. 0 for everything else. */
  asOf: Instant;
}

export interface Rendering {
  text: string;
  /** With charset. */
  contentType: string;
}
