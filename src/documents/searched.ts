/** Rows of the table for what the index holds: the search, and transcripts. */
import { toWebVtt } from "../formats/webvtt.ts";
import { SEARCH_CACHING } from "../http/cache-policy.ts";
import { toPagePolicy } from "../http/page-policy.ts";
import { toSearchPage } from "../pages/search.tsx";
import { SESSION_PAGE } from "../programme/address.ts";
import type { Document } from "./document.ts";
import { HTML, UNLISTED } from "./header-fields.ts";

export const SEARCHED: readonly Document[] = [
  {
    name: "search",
    pattern: "/search",
    parameters: ["q", "page"],
    isForm: true,
    contentType: HTML,
    // What was searched for is nobody's business: results name the page without it to search engines.
    headers: { ...toPagePolicy(), ...SEARCH_CACHING },
    write: toSearchPage,
    hasTurns: true,
    needs: "results",
    about: "people: what is written or was said",
  },
  {
    name: "session-transcript",
    pattern: `${SESSION_PAGE}.vtt`,
    parameters: [],
    contentType: "text/vtt; charset=utf-8",
    headers: UNLISTED,
    write: toWebVtt,
    needs: "transcript",
    about: "players: a transcript as WebVTT",
  },
];
