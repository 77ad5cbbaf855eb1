/**
 * A transcript's file, WebVTT or SubRip, to its cues. The W3C's own parser reads it; what would lose words is a mistake,
 * what is only not shown as it should be is none.
 */
import { createRequire } from "node:module";
import type * as parser from "webvtt-parser";
import { toCues, type Caption, type Cue } from "../programme/transcript.ts";
import { toCleanText, toLine } from "../wording/text.ts";
import { toPlainLines } from "./data-file.ts";
import type { PlacedMistake } from "./mistake.ts";

export const TRANSCRIPT_FILE = /\.(?:vtt|srt)$/;

/** Ten hours of speech with every word timed, as YouTube does it. */
const MAX_CHARACTERS = 5_000_000;
/** A row of the store holds 2 MB. */
const MAX_CUES_CHARACTERS = 1_800_000;
const MAX_MISTAKES = 20;

/** It is no module. The entities that it knows by itself end without their semicolon. */
const require = createRequire(import.meta.url);
const { WebVTTParser }: typeof parser = require("webvtt-parser");
const ENTITIES: Record<string, string> = require("webvtt-parser/html-entities.json");

/** A file has one where all of its lines are one. */
const HEADER = "WEBVTT\n\n";
const HEADER_LINES = 2;
/** SubRip's timings: a comma before the milliseconds, coordinates behind. */
const SUBRIP_TIMING = /^(\d+:\d\d:\d\d),(\d{3}) --> (\d+:\d\d:\d\d),(\d{3})(?:[ \t].*)?$/gm;

/** A block of settings (4.3) that the parser does not know. */
const REGION = /(?<=\n\n)REGION(?=[ \t]*\n(?!.*-->))/g;

/**
 * What the parser finds wrong although it reads the words: settings and tags, which are not shown, and lines below the
 * header, which YouTube writes.
 */
const HARMLESS =
  /tag\b|escape|annotation|<v>|setting|position|alignment|direction|Size |percentage|blank line|Timestamp must be (?:between|greater)|[Ss]tyle|comment|Blank line/;

export interface ReadTranscript {
  cues: Cue[];
  mistakes: PlacedMistake[];
}

/**
 * Read a file.
 *
 * @param isSubRip whether it is SubRip
 */
export function readTranscriptFile(source: string, isSubRip: boolean): ReadTranscript {
  if (source.length > MAX_CHARACTERS) {
    const message = `is too large (${source.length} characters), expected at most ${MAX_CHARACTERS}`;
    return refuse([{ line: 1, field: "file", message }]);
  }
  const text = toPlainLines(source).replaceAll("\r", "\n").replace(REGION, "NOTE");
  const { cues, errors } = new WebVTTParser(ENTITIES).parse(isSubRip ? toWebVtt(text) : text);
  const mistakes = errors
    .filter(({ message }) => !HARMLESS.test(message))
    .map(({ line, message }) => toMistake(Math.max(1, isSubRip ? line - HEADER_LINES : line), message));
  if (mistakes.length > 0) return refuse(mistakes.slice(0, MAX_MISTAKES));
  const read = toCues(cues.map(toCaption));
  if (read.length === 0)
    return refuse([{ line: 1, field: "file", message: "has no captions, expected WebVTT or SubRip" }]);
  const { length } = JSON.stringify(read);
  if (length > MAX_CUES_CHARACTERS) {
    const message = `says too much (${length} characters), expected at most ${MAX_CUES_CHARACTERS}`;
    return refuse([{ line: 1, field: "file", message }]);
  }
  return { cues: read, mistakes: [] };
}

function refuse(mistakes: PlacedMistake[]): ReadTranscript {
  return { cues: [], mistakes };
}

function toWebVtt(text: string): string {
  return HEADER + text.replace(SUBRIP_TIMING, "$1.$2 --> $3.$4");
}

function toCaption({ startTime, endTime, tree }: parser.ParsedCue): Caption {
  const lines = toCleanText(toText(tree)).split("\n").map(toLine);
  return { from: startTime, to: endTime, lines: lines.filter((line) => line !== "") };
}

/** Who speaks and when each word is said has a value, too. */
function toText({ type, value = "", children = [] }: parser.CueNode): string {
  return (type === "text" ? value : "") + children.map(toText).join("");
}

/** The parser says what is wrong; what it expects is one and the same. */
function toMistake(line: number, message: string): PlacedMistake {
  const problem = message.replace(/\.$/, "").replace(/^./, (first) => first.toLowerCase());
  const expected = /signature/.test(message)
    ? 'expected "WEBVTT" on the first line'
    : "expected timings such as 00:01:02.500 --> 00:01:05.000, in order";
  return { line, field: "file", message: `${problem}, ${expected}` };
}
