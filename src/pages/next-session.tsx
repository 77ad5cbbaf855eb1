/** The session a visitor came for: when, what, the way in, who. */
import { toSessionPath, toSessionUrl } from "../programme/address.ts";
import { toLanguage } from "../wording/language.ts";
import { toExcerpt, toUnbroken } from "../wording/text.ts";
import { Label } from "./names.tsx";
import {
  Countdown,
  DateLine,
  JoinButton,
  LocalTime,
  NoteBadge,
  Presenters,
  toSoonClass,
  type SessionProps,
} from "./session-parts.tsx";

/** Enough to decide whether to read on, three or four lines. */
const EXCERPT_UNITS = 320;

/** The way in comes before everything that is long. */
export function NextSession({ publication, published }: SessionProps) {
  const { session } = published;
  const language = toLanguage(publication.club.language);
  const { id, join, location, abstract, inLanguage } = session;
  return (
    <article
      class={`card next h-event ${toSoonClass(published, publication.asOf) ?? ""}`.trim()}
      data-session={id}
    >
      <p class="when">
        <DateLine session={session} language={language} />{" "}
        <NoteBadge publication={publication} published={published} />
      </p>
      <LocalTime session={session} />
      <Countdown publication={publication} published={published} />
      <h3 dir="auto" lang={inLanguage}>
        <a
          class="p-name u-url"
          href={toSessionPath(id)}
          data-address={toSessionUrl(publication.publicUrl, id)}
        >
          <Label session={session} />
        </a>
      </h3>
      {join !== undefined && (
        <p class="actions">
          <JoinButton session={session} isPrimary language={language} />
        </p>
      )}
      <Presenters session={session} language={language} />
      {location !== undefined && (
        <p class="place p-location" dir="auto">
          {location}
        </p>
      )}
      <p class="p-summary" dir="auto" lang={inLanguage}>
        {toUnbroken(toExcerpt(abstract.text, EXCERPT_UNITS))}
      </p>
      <p>
        <a class="button" href={toSessionPath(id)}>
          {language.words.home.details}
        </a>
      </p>
    </article>
  );
}
