/**
 * A session as BibTeX: its talks, presented by its presenters, and its papers, whose authors nobody here knows. Read alike
 * by BibTeX, biber and reference managers; in UTF-8, as all of them do.
 *
 * Keys are lasting: a talk's is made of the club's domain and the session's id, a paper's of its arXiv id where it has one,
 * so that it is the same paper in every session that discusses it.
 */
import { toSessionUrl } from "../programme/address.ts";
import { findSession, toReplays, type Publication, type PublishedSession } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import { isOff, type Paper, type Presenter } from "../programme/session.ts";
import { isReadable, toTitle } from "../wording/text.ts";
import { toBibName, toBibTitle, toBibUrl, toBibWords } from "./bibtex-value.ts";

interface BibEntry {
  key: string;
  /** In order; those without a value are left out. Values are BibTeX already. */
  fields: readonly (readonly [name: string, value: string | undefined])[];
}

/** Null where the programme has no session of this id. A session that has nothing to cite is an empty bibliography. */
export function toBibtex(publication: Publication, { session: id }: Selection): string | null {
  const published = findSession(publication, id);
  if (published === null) return null;
  const entries = [...toTalkEntries(publication, published), ...toPaperEntries(publication, published)];
  const heading = `% ${toBibUrl(toSessionUrl(publication.publicUrl, published.session.id))}\n`;
  return [heading, ...toDistinct(entries).map(writeEntry)].join("\n");
}

/** Its talks, or itself as one; none that has not taken place as announced. */
function toTalkEntries({ club, publicUrl }: Publication, published: PublishedSession): BibEntry[] {
  const { session } = published;
  const { id, date, status } = session;
  if (isOff(status)) return [];
  const replays = toReplays(published);
  const whole = { title: session.title, presenters: session.presenters, replay: replays[0]?.watchUrl };
  const talks = session.talks?.map(({ title, presenters, replay }) => ({
    title,
    presenters,
    replay: replays.find(({ videoId }) => videoId === replay?.videoId)?.watchUrl,
  }));
  return (talks ?? [whole]).map(({ title, presenters, replay }, index) => ({
    key: `${club.uidDomain}:${id}${talks === undefined ? "" : `:${index + 1}`}`,
    fields: [
      ...toHeadFields(toTitle(title, id), toAuthors(presenters)),
      ["howpublished", toBibWords(club.name)],
      ...toDateFields(date),
      ["url", toBibUrl(toSessionUrl(publicUrl, id))],
      // As words, for not every reader knows \url within them.
      ["note", replay === undefined ? undefined : toBibWords(toBibUrl(replay))],
    ],
  }));
}

function toPaperEntries({ club }: Publication, { session }: PublishedSession): BibEntry[] {
  return session.papers.map((paper, index) => ({
    key: toPaperKey(paper) ?? `${club.uidDomain}:${session.id}:paper${index + 1}`,
    fields: [
      ...toHeadFields(toTitle(paper.title, paper.url ?? session.id)),
      ...(paper.arxiv === undefined ? [] : toArxivFields(paper.arxiv)),
      ["url", paper.url === undefined ? undefined : toBibUrl(paper.url)],
    ],
  }));
}

/** Old styles sort what has no author by its `key`, and warn where there is none. */
function toHeadFields(title: string, authors?: string): BibEntry["fields"] {
  return [
    ["author", authors],
    ["key", authors === undefined ? toBibWords(title) : undefined],
    ["title", toBibTitle(title)],
  ];
}

function toPaperKey({ arxiv }: Paper): string | null {
  return arxiv === undefined ? null : `arXiv:${arxiv.replace("/", "-")}`;
}

/** What an arXiv id says: every paper there has a DOI of it, by which programs find the authors, and begins with its year. */
function toArxivFields(arxiv: string): BibEntry["fields"] {
  const year = /^(?:[\w.-]+\/)?(\d\d)/.exec(arxiv)?.[1];
  return [
    // The archive began in 1991.
    ["year", year === undefined ? undefined : `${Number(year) < 91 ? "20" : "19"}${year}`],
    ["eprint", arxiv],
    ["archiveprefix", "arXiv"],
    ["doi", `10.48550/arXiv.${arxiv}`],
  ];
}

/** Presenters give the talk: they are its authors, never the paper's. */
function toAuthors(presenters: readonly Presenter[]): string | undefined {
  const names = presenters.filter(({ name }) => isReadable(name)).map(({ name }) => toBibName(name));
  return names.length === 0 ? undefined : names.join(" and ");
}

/** As three fields, which old styles read too. */
function toDateFields(date: string): BibEntry["fields"] {
  const [year, month, day] = date.split("-");
  return [
    ["year", year],
    ["month", MONTHS[Number(month) - 1]],
    ["day", String(Number(day))],
  ];
}

/** Names that BibTeX knows: each style has its own word for them. */
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** The first of each key: where one is there twice, programs refuse the second. */
function toDistinct(entries: readonly BibEntry[]): BibEntry[] {
  return entries.filter((entry, index) => entries.findIndex(({ key }) => key === entry.key) === index);
}

/** `@misc` asks for no field, and every style and reader knows it. */
function writeEntry({ key, fields }: BibEntry): string {
  const lines = fields.flatMap(([name, value]) => {
    if (value === undefined) return [];
    return `  ${name} = ${name === "month" ? value : `{${value}}`},\n`;
  });
  return `@misc{${key},\n${lines.join("")}}\n`;
}
