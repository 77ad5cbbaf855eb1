/** The session a visitor came for: when, what, who, and the way in. */
import { toSessionPath, toSessionUrl } from "../programme/address.ts";
import { toLanguage } from "../wording/language.ts";
import { toExcerpt } from "../wording/text.ts";
import { Label } from "./names.tsx";
import { Badges, DateLine, JoinButton, LocalTime, Presenters, type SessionProps } from "./session-parts.tsx";

/** Enough to decide whether to read on, three or four lines. */
const EXCERPT_UNITS = 320;

export function NextSession({ publication, published }: SessionProps) {
  const { session } = published;
  const language = toLanguage(publication.club.language);
  const { location, abstract, inLanguage } = session;
  return (
    <article class="card next h-event">
      <p class="when">
        <DateLine session={session} language={language} />{" "}
        <Badges publication={publication} published={published} />
      </p>
      <LocalTime session={session} />
      <h3 dir="auto" lang={inLanguage}>
        <a
          class="p-name u-url"
          href={toSessionPath(session.id)}
          data-address={toSessionUrl(publication.publicUrl, session.id)}
        >
          <Label session={session} />
        </a>
      </h3>
      <Presenters session={session} language={language} />
      {location !== undefined && (
        <p class="place p-location" dir="auto">
          {location}
        </p>
      )}
      <p class="p-summary" dir="auto" lang={inLanguage}>
        {toExcerpt(abstract.text, EXCERPT_UNITS)}
      </p>
      <p class="actions">
        <JoinButton session={session} language={language} />
        <a class="button" href={toSessionPath(session.id)}>
          {language.words.home.details}
        </a>
      </p>
    </article>
  );
}
