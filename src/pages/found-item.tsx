/** One session among what a search found: the fields and moments that hold hits, each moment with its place in the transcript. */
import { toSessionPath } from "../programme/address.ts";
import { isAhead } from "../programme/agenda.ts";
import { toReplays, type PublishedSession } from "../programme/publication.ts";
import type { FoundSession, Marked } from "../programme/search-result.ts";
import { toMomentUrl } from "../programme/video-site.ts";
import { toClock } from "../wording/clock.ts";
import type { Language } from "../wording/language.ts";
import { toUnbroken } from "../wording/text.ts";
import { Label } from "./names.tsx";
import { Phrase } from "./phrase.tsx";
import { DateLine, LocalTime, Presenters, type SessionProps } from "./session-parts.tsx";
import { toPassageId } from "./transcript.tsx";

interface Props extends SessionProps {
  found: FoundSession;
  language: Language;
}

export function FoundItem({ publication, published, found: { fields, moments }, language }: Props) {
  const { session } = published;
  const [replay] = toReplays(published);
  const page = toSessionPath(session.id);
  const isPast = !isAhead(published, publication.asOf);
  return (
    <li class="session h-event">
      <p class="when">
        <DateLine session={session} isPast={isPast} language={language} />
      </p>
      <LocalTime session={session} isPast={isPast} />
      <h2 dir="auto" lang={session.inLanguage}>
        <a class="p-name u-url" href={page}>
          {fields.title === undefined ? (
            <Label session={session} />
          ) : (
            <MarkedLabel text={fields.title} session={session} />
          )}
        </a>
      </h2>
      {fields.people === undefined && <Presenters session={session} language={language} />}
      <Fields fields={fields} session={session} language={language} />
      {moments.map(({ at, passageAt, text }) => {
        const passage = `${page}#${toPassageId(passageAt)}`;
        return (
          <p class="moment">
            <a href={replay === undefined ? passage : toMomentUrl(replay, at)}>{toClock(at)}</a>{" "}
            <Words text={text} lang={session.inLanguage} />
            {replay !== undefined && (
              <>
                {" "}
                <a href={passage}>{language.words.session.transcript}</a>
              </>
            )}
          </p>
        );
      })}
    </li>
  );
}

/** What a field holds is said where it does not go without saying. */
function Fields({
  fields: { people, papers, tags, abstract },
  session: { inLanguage: lang, papers: all },
  language: { words },
}: Pick<FoundSession, "fields"> & Pick<PublishedSession, "session"> & Pick<Props, "language">) {
  return (
    <>
      {people !== undefined && (
        <p class="note">
          {words.session.presentedBy + words.colon}
          <Words text={people} lang={lang} />
        </p>
      )}
      {papers !== undefined && (
        <p class="note">
          {words.session.papers(all.length) + words.colon}
          <Words text={papers} lang={lang} />
        </p>
      )}
      {tags !== undefined && (
        <p class="note">
          <Phrase text={words.session.tags} parts={{ tags: <Words text={tags} lang={lang} /> }} />
        </p>
      )}
      {abstract !== undefined && (
        <p class="note">
          <Words text={abstract} lang={lang} />
        </p>
      )}
    </>
  );
}

/** In a language and direction of its own. */
function Words({ text, lang }: { text: Marked; lang: string | undefined }) {
  return (
    <bdi lang={lang}>
      {text.map((piece) => (
        <Piece piece={piece} />
      ))}
    </bdi>
  );
}

/** As {@link Label} has it: "S21" says nothing of the direction of the title behind it. */
function MarkedLabel({ text, session: { number } }: { text: Marked } & Pick<PublishedSession, "session">) {
  const [first, ...others] = text;
  const label = number === undefined ? "" : `S${number}`;
  if (first === undefined) return null;
  return (
    <>
      <Piece piece={first} label={first.text.startsWith(label) ? label : ""} />
      {others.map((piece) => (
        <Piece piece={piece} />
      ))}
    </>
  );
}

/** @param props.label what its text begins with and is apart from the rest */
function Piece({ piece, label = "" }: { piece: Marked[number]; label?: string }) {
  const text = toUnbroken(piece.text);
  const words = label === "" ? text : [<bdi>{label}</bdi>, text.slice(label.length)];
  return piece.isHit ? <mark>{words}</mark> : <>{words}</>;
}
