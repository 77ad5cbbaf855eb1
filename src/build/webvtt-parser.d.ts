/** The W3C's parser of WebVTT, as far as it is used; it comes without types. */
declare module "webvtt-parser" {
  /** The text of a cue as a tree. */
  export interface CueNode {
    /** None for the root. */
    type?: "text" | "object" | "timestamp";
    value?: string;
    children?: CueNode[];
  }

  export interface ParsedCue {
    /** Seconds. */
    startTime: number;
    endTime: number;
    tree: CueNode;
  }

  export class WebVTTParser {
    constructor(entities: Record<string, string>);
    parse(text: string): { cues: ParsedCue[]; errors: { message: string; line: number; col?: number }[] };
  }
}
