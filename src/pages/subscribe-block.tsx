/** Subscribing in one line of the home page; the rest has a page of its own. */
import type { Links } from "../programme/address.ts";
import { toQuery, WHOLE, type Selection } from "../programme/selection.ts";
import type { Language } from "../wording/language.ts";
import { toAppUrl } from "./subscription-links.ts";

interface SubscribeBlockProps {
  /** What the visitor has narrowed the page to: the addresses do the same. */
  selection: Selection;
  links: Links;
  language: Language;
}

/** The button for calendars leads to the page; where a webcal link opens the calendar the script puts that. */
export function SubscribeBlock({ selection, links, language }: SubscribeBlockProps) {
  const words = language.words.subscribe;
  const { limit: _limit, year: _year, show, ...others } = selection;
  // What is next is no subscription.
  const chosen = { ...others, show: show === "next" ? WHOLE.show : show };
  const page = `/subscribe${toQuery(chosen)}`;
  const calendar = links.subscriptions.find(({ kind }) => kind === "calendar");
  const feed = links.subscriptions.find(({ kind }) => kind === "feed");
  return (
    <section class="subscribe-block" id="subscribe" aria-labelledby="subscribe-title">
      <h2 id="subscribe-title">{words.title}</h2>
      <p class="buttons">
        {calendar !== undefined && (
          <a class="button primary" href={page} data-webcal={toAppUrl("{webcal}", calendar.toUrl(chosen))}>
            {words.inCalendar}
          </a>
        )}
        {feed !== undefined && (
          <a class="button" href={feed.toUrl(chosen)}>
            {feed.label}
          </a>
        )}
        <a class="button" href={page}>
          {words.moreWays}
        </a>
      </p>
    </section>
  );
}
