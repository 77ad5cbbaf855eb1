/** What a visitor has starred: filled and shown by the script, which alone knows. */
import type { Links } from "../programme/address.ts";
import type { Publication } from "../programme/publication.ts";
import type { Language } from "../wording/language.ts";

interface StarredProps {
  publication: Publication;
  links: Links;
  language: Language;
}

/** The calendar of these sessions needs a server: files alone cannot answer its query. */
export function Starred({ publication, links, language: { words } }: StarredProps) {
  const { home, subscribe } = words;
  const calendar = links.subscriptions.find(({ kind }) => kind === "calendar");
  return (
    <section id="starred" aria-labelledby="starred-title" hidden>
      <h2 id="starred-title">
        {home.starred} (<span data-count></span>)
      </h2>
      <ul class="sessions"></ul>
      <p class="note">{home.starredLead}</p>
      {publication.isStatic !== true && calendar !== undefined && (
        <div class="address">
          <label for="starred-address">{home.starredCalendar}</label>
          <span class="row">
            <input id="starred-address" type="text" readonly dir="ltr" data-calendar={calendar.url} />
            <button
              type="button"
              data-copy="starred-address"
              aria-label={subscribe.copyAddress(home.starred)}
              hidden
            >
              {subscribe.copy}
            </button>
          </span>
          <a class="button small" data-webcal-of="starred-address">
            {subscribe.inCalendar}
          </a>
        </div>
      )}
    </section>
  );
}
