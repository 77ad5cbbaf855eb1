/** One file of `data/sessions` to a session. */
import type { Session } from "../programme/session.ts";
import { toAbstract } from "./abstract.ts";
import { checkFields } from "./check-fields.ts";
import { toPlainLines } from "./clean-text.ts";
import type { ClubDefaults } from "./club-file.ts";
import { findTextMistake } from "./data-text.ts";
import { parseFrontMatter, type FrontMatter, type FrontMatterFault } from "./front-matter.ts";
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
  const front = checkFields(sessionFront, tree);
  const mistakes = [...front.mistakes, ...checkAbstract(parts.value)];
  const time = front.value === null ? null : toSessionTime(front.value, club);
  if (time?.ok === false) {
    const { field, message } = time.error;
    mistakes.push({ line: tree.lineOf(field), field, message });
  }
  const session =
    front.value !== null && time?.ok === true && mistakes.length === 0
      ? toSession(front.value, time.value, parts.value.abstract)
      : null;
  return { session, fields: tree.value, lineOf: tree.lineOf, mistakes };
}

function unread(mistake: PlacedMistake): ReadSession {
  return { session: null, fields: {}, lineOf: () => 1, mistakes: [mistake] };
}

function checkAbstract({ abstract, abstractLine }: FrontMatter): PlacedMistake[] {
  if (abstract.length <= MAX_ABSTRACT_CHARACTERS) return [];
  const message = `is too long (${abstract.length} characters), expected at most ${MAX_ABSTRACT_CHARACTERS}`;
  return [{ line: abstractLine, field: "abstract", message }];
}

function toSession(front: SessionFront, time: SessionTime, abstract: string): Session {
  const { announced, start: _start, duration: _duration, papers, ...rest } = front;
  return {
    ...rest,
    ...time,
    papers: papers.map((paper) => ({ ...paper, ...toPaperUrl(paper) })),
    ...(announced !== undefined && { announcedAt: toAnnouncedAt(announced, time.timeZone) }),
    abstract: toAbstract(abstract),
  };
}

function toPaperUrl({ arxiv, url }: SessionFront["papers"][number]): { url?: string } {
  if (url !== undefined) return { url };
  return arxiv === undefined ? {} : { url: `https://arxiv.org/abs/${arxiv}` };
}
