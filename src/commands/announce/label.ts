/** Lines such as "Title: …" and "📄 Paper: …": the mail form, and what posts add at their end. */
import { splitLead } from "./line.ts";

export type LabelName =
  | "title"
  | "time"
  | "paper"
  | "join"
  | "abstract"
  | "presenters"
  | "location"
  | "number"
  | "other";

export interface Label {
  name: LabelName;
  /** As written: "Meeting link". */
  words: string;
  value: string;
}

const NAMES: readonly [LabelName, RegExp][] = [
  ["title", /^(?:(?:talk|session|paper) )?title$|^talk$|^topic$/],
  ["time", /^(?:date|time|when|day)(?:(?: ?& ?| and |\/|, )(?:date|time))?$/],
  ["abstract", /^abstract$|^summary$|^description$|^about(?: the (?:talk|paper|session))?$|^tl;?dr$/],
  [
    "join",
    /^(?:meeting|zoom|meet|google meet|teams|join|joining|video|call)(?: (?:link|url|room|us|here|info))?$|^link to join$|^link$/,
  ],
  ["presenters", /^(?:speaker|presenter)(?:s|\(s\))?(?: names?)?$|^presented by$|^presenting$|^guests?$/],
  [
    "paper",
    /^(?:papers?|paper\(s\)|preprint|arxiv|read|publication)(?: (?:link|url|\d))?(?:s)?$|^link to (?:the )?paper$/,
  ],
  ["location", /^location$|^room$|^venue$|^where$|^place$/],
  ["number", /^(?:session|meeting) ?(?:number|no\.?|#)?$/],
  [
    "other",
    /^(?:bio|biography|short bio|hosts?|hosted by|organi[sz]ers?|moderators?|authors?|affiliations?|code|project(?: page)?|website|slides|youtube|recording|replays?|contact|mailing list|calendar|discord|slack|ps|note|tags?)$/,
  ],
];
/** No label is longer; a sentence with a colon in it is. */
const LABEL = /^[-*_#• ]*([A-Za-z][A-Za-z0-9 &/,;.()#-]{1,28}?)\s*[*_]*\s*[:：]\s*[*_]*\s*(.*)$/;

/** The label that begins a line, or null. */
export function parseLabel(text: string): Label | null {
  const [, words = "", value = ""] = LABEL.exec(splitLead(text).rest) ?? [];
  const lower = words.toLowerCase().trim();
  const name = NAMES.find(([, pattern]) => pattern.test(lower))?.[0];
  if (name === undefined) return null;
  return { name, words: words.trim(), value: value.replace(/[*_]+$/, "").trim() };
}
