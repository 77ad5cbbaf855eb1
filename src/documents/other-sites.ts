/** Rows of the table for other sites: the programme as data, what shows it there, and what says so. */
import { toProgrammeJson } from "../formats/programme-json.ts";
import { toPagePolicy } from "../http/page-policy.ts";
import { toEmbedPage, toSessionEmbedPage } from "../pages/embed.tsx";
import { toOembed } from "../pages/frames.tsx";
import type { Document } from "./document.ts";
import { toFixedWriter } from "./fixed-text.ts";
import { HTML, INLINE, UNLISTED } from "./header-fields.ts";
import { FEED_PARAMETERS, PAGE_PARAMETERS } from "./parameters.ts";

const FRAMED = toPagePolicy({ isFramed: true, isPlaying: true });

export const OTHER_SITES: readonly Document[] = [
  {
    name: "programme",
    pattern: "/programme.json",
    parameters: FEED_PARAMETERS,
    contentType: "application/json; charset=utf-8",
    headers: INLINE,
    write: toProgrammeJson,
    hasTurns: true,
    about: "other sites: the programme as data, next session first",
  },
  {
    name: "programme-schema",
    pattern: "/programme.schema.json",
    parameters: [],
    contentType: "application/schema+json; charset=utf-8",
    headers: UNLISTED,
    write: toFixedWriter("programme-schema"),
    needs: "text",
    about: "programmers: the same, described as JSON Schema",
  },
  {
    name: "element",
    pattern: "/journal-club.js",
    parameters: [],
    contentType: "text/javascript; charset=utf-8",
    headers: UNLISTED,
    write: toFixedWriter("element"),
    needs: "text",
    about: "other sites: the element `<journal-club>`",
  },
  {
    name: "embed",
    pattern: "/embed",
    parameters: [...PAGE_PARAMETERS, "theme"],
    isForm: true,
    contentType: HTML,
    headers: FRAMED,
    write: toEmbedPage,
    hasTurns: true,
    about: "other sites: the programme for an `<iframe>`",
  },
  {
    name: "session-embed",
    pattern: "/embed/:session",
    parameters: ["theme"],
    isForm: true,
    contentType: HTML,
    headers: FRAMED,
    write: toSessionEmbedPage,
    hasTurns: true,
    about: "other sites: one session for an `<iframe>`",
  },
  {
    name: "oembed",
    pattern: "/oembed",
    parameters: ["format", "url"],
    contentType: "application/json; charset=utf-8",
    headers: UNLISTED,
    write: toOembed,
    hasTurns: true,
    about: "other sites: oEmbed 1.0 of the address in `url`",
  },
];
