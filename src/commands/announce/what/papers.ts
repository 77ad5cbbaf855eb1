/** Papers as an announcement names them: titles in quotes, links to arXiv and elsewhere. */
import type { Paper } from "../../../programme/session.ts";
import { valuesOf } from "../drafts/draft.ts";
import { toTitleKey, type Line } from "../lines/line.ts";
import type { Reading } from "../reading.ts";
import {
  findLinks,
  LABELLED_LINK,
  PAPER_ADDRESS,
  PAPER_SITE,
  SAID_LINK,
  toAddressed,
  type PaperLink,
} from "./paper-links.ts";
import { findTitles, readLabelled } from "./paper-titles.ts";

/** The papers of a session: titles in what the presenting sentence says after its verb and after "Paper:", and links. */
export function readPapers(reading: Reading, sessionTitle: string): Paper[] {
  const { draft } = reading;
  const said = draft.sentences.map(({ line, said: { rest } }) => ({ number: line.number, text: rest }));
  const linked = valuesOf(draft, "join").filter(({ text }) => PAPER_ADDRESS.test(text));
  const labelled = [...valuesOf(draft, "paper"), ...linked].map(toAddressed);
  const own = draft.links.filter((line) => !isOther(line));
  const named = labelled.map(readLabelled);
  reading.leftOver.push(...named.flatMap(({ leftOver }) => leftOver));
  const found = [...said.flatMap(({ text }) => findTitles(text)), ...named.flatMap(({ titles }) => titles)];
  const titles = toDifferent(found, toTitleKey);
  const foundLinks = [
    ...said.flatMap((line) => findLinks(line, SAID_LINK, reading)),
    // After "Paper:" any address is one.
    ...labelled.flatMap((line) => findLinks(line, LABELLED_LINK, reading)),
    ...own.flatMap((line) => findLinks(line, PAPER_SITE, reading)),
  ];
  const links = toDifferent(foundLinks, toAddress);
  reading.leftOver.push(...draft.links.filter((line) => isOther(line)));
  const line = [...labelled, ...said, ...own][0]?.number ?? 1;
  const warn = (message: string): void => void reading.warnings.push({ line, message });
  if (titles.length + links.length === 0 && said.length > 0)
    warn("no paper is named in quotes: none was taken");
  if (titles.length === 0 && links.length === 1) {
    warn("the paper's own title is not given: the session's title stands for it");
    return [{ title: sessionTitle, ...links[0] }];
  }
  if (titles.length === links.length || links.length === 0)
    return titles.map((title, index) => ({ title, ...links[index] }));
  const lost = links.map(toAddress).join(", ");
  warn(`which link belongs to which paper cannot be told, left out: ${lost}`);
  reading.leftOver.push({ number: line, text: lost });
  return titles.map((title) => ({ title }));
}

/** "Background reading: https://…" is of another paper than the session's. */
function isOther({ text }: Line): boolean {
  return OTHER_PAPER.test(text) && PAPER_ADDRESS.test(text);
}

const OTHER_PAPER =
  /(?<![\p{L}])(?:background|related|previous|prior|earlier|further|optional|suggested|supplementary|see also|follow-?up|last (?:week|time)|builds? on|based on|cf\.?)(?![\p{L}])/iu;

function toAddress({ arxiv, url }: PaperLink): string | undefined {
  return arxiv ?? url;
}

/** The first of each. */
function toDifferent<T>(items: readonly T[], toKey: (item: T) => string | undefined): T[] {
  return [...Map.groupBy(items, toKey).values()].flatMap(([first]) => first ?? []);
}
