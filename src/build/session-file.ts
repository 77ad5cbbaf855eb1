/** One file of `data/sessions` to a session. */
import { fail, type Result } from "../programme/result.ts";
import type { Session } from "../programme/session.ts";
import { toAbstract } from "./abstract.ts";
import { checkFields, type CheckedFields } from "./check-fields.ts";
import { toPlainLines } from "./clean-text.ts";
import type { ClubDefaults } from "./club-file.ts";
import { findTextMistake } from "./data-text.ts";
import { parseFrontMatter, type FrontMatterFault } from "./front-matter.ts";
import type { PlacedMistake } from "./mistake.ts";
import { sessionFront, type SessionFront } from "./session-fields.ts";
import { toAnnouncedAt, toSessionTime, type SessionTime } from "./session-time.ts";
import { parseYaml, type YamlTree } from "./yaml-tree.ts";

export interface ReadSession {
  /** Null where something in the file is wrong. */
  session: Session | null;
  /** The front matter as text, also where it is wrong; for checks over all files. */
  fields: YamlTree["value"];
  lineOf: (field: string) => number;
  mistakes: PlacedMistake[];
}

const FRONT_MATTER_FAULTS: Record<FrontMatterFault["reason"], string> = {
  no_front_matter: 'does not begin with front matter, expected a first line of "---"',
  not_closed: 'has front matter without an end, expected a line of "---" before the abstract',
};

/** Four times the longest abstract seen; what is longer is a paper. */
const MAX_ABSTRACT_CHARACTERS = 20_000;

/** Read a session file; all mistakes at once. */
export function readSessionFile(source: string, club: ClubDefaults): ReadSession {
  const text = toPlainLines(source);
  const unreadable = findTextMistake(text);
  if (unreadable !== null) return unread(unreadable);
  const parts = parseFrontMatter(text);
  if (!parts.ok) return unread({ line: 1, field: "file", message: FRONT_MATTER_FAULTS[parts.error.reason] });

  const tree = parseYaml(parts.value.yaml, parts.value.yamlLine, 1);
  const { value, mistakes } = readFront(tree, club);
  const abstract = readAbstract(parts.value.abstract);
  const read = { fields: tree.value, lineOf: tree.lineOf };
  if (!abstract.ok) {
    const tooMuch = { line: parts.value.abstractLine, field: "abstract", message: abstract.error.message };
    return { session: null, ...read, mistakes: [...mistakes, tooMuch] };
  }
  const session = value === null ? null : toSession(value.front, value.time, abstract.value);
  return { session, ...read, mistakes };
}

/** The fields and the instants they give; both or mistakes. */
function readFront(
  tree: YamlTree,
  club: ClubDefaults,
): CheckedFields<{ front: SessionFront; time: SessionTime }> {
  const { value: front, mistakes } = checkFields(sessionFront, tree);
  if (front === null) return { value: null, mistakes };
  const time = toSessionTime(front, club);
  if (time.ok) return { value: { front, time: time.value }, mistakes };
  const { field, message } = time.error;
  return { value: null, mistakes: [{ line: tree.lineOf(field), field, message }] };
}

function unread(mistake: PlacedMistake): ReadSession {
  return { session: null, fields: {}, lineOf: () => 1, mistakes: [mistake] };
}

function readAbstract(
  markdown: string,
): Result<Session["abstract"], { reason: "bad_abstract"; message: string }> {
  if (markdown.length > MAX_ABSTRACT_CHARACTERS) {
    const message = `is too long (${markdown.length} characters), expected at most ${MAX_ABSTRACT_CHARACTERS}`;
    return fail({ reason: "bad_abstract", message });
  }
  const abstract = toAbstract(markdown);
  if (abstract.ok) return abstract;
  return fail({
    reason: "bad_abstract",
    message: "is nested too deeply, expected paragraphs, lists and quotations",
  });
}

function toSession(front: SessionFront, time: SessionTime, abstract: Session["abstract"]): Session {
  const { announced, start: _start, duration: _duration, papers, ...rest } = front;
  return {
    ...rest,
    ...time,
    papers: papers.map((paper) => ({ ...paper, ...toPaperUrl(paper) })),
    ...(announced !== undefined && { announcedAt: toAnnouncedAt(announced, time.timeZone) }),
    abstract,
  };
}

function toPaperUrl({ arxiv, url }: SessionFront["papers"][number]): { url?: string } {
  if (url !== undefined) return { url };
  return arxiv === undefined ? {} : { url: `https://arxiv.org/abs/${arxiv}` };
}
