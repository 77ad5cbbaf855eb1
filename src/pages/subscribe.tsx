/** The page that gets a visitor from here to a subscription in an app of theirs. */
import { type Links, type Subscription } from "../programme/address.ts";
import type { Publication } from "../programme/publication.ts";
import { WHOLE, type Selection } from "../programme/selection.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { Crumb, toDocument } from "./document.tsx";
import { EmbedSnippet } from "./frames.tsx";
import { FreshnessTable } from "./freshness.tsx";
import { SubscriptionBuilder } from "./subscription-builder.tsx";
import { FEED_READERS, toAppUrl, toCalendarApps, type AppLink } from "./subscription-links.ts";
import { Phrase } from "./phrase.tsx";

/** The app that subscribes to addresses on Android, in F-Droid and Google Play. */
const ICSX5 = { name: "ICSx⁵", url: "https://icsx5.bitfire.at/" };

/** @param yearsLeftOut the years of sessions that the whole calendar has no room for */
export function toSubscribePage(
  publication: Publication,
  selection: Selection,
  links: Links,
  yearsLeftOut: readonly number[] = [],
): string {
  const { club, publicUrl, isStatic } = publication;
  const language = toLanguage(club.language);
  const words = language.words.subscribe;
  const { limit: _limit, ...chosen } = selection;
  return toDocument(
    {
      club,
      publicUrl,
      links,
      url: links.to("subscribe"),
      title: `${words.title} · ${club.shortName}`,
      description: words.lead,
      isStatic,
    },
    <>
      <Crumb club={club} publicUrl={publicUrl} />
      <main id="main" class="subscribe">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <div class="columns">
          <Calendars clubName={club.name} selection={chosen} links={links} language={language} />
          <Feeds selection={chosen} links={links} language={language} />
        </div>
        {isStatic !== true && (
          <SubscriptionBuilder publication={publication} selection={selection} language={language} />
        )}
        <FreshnessTable language={language} />
        <YearsLeftOut years={yearsLeftOut} links={links} language={language} />
        <EmbedSnippet
          src={links.to("embed")}
          name={club.name}
          hasParameters={isStatic !== true}
          language={language}
        />
      </main>
    </>,
  );
}

interface WaysProps {
  selection: Selection;
  links: Links;
  language: Language;
}

function Calendars({ clubName, selection, links, language }: WaysProps & { clubName: string }) {
  const words = language.words.subscribe;
  return (
    <section class="card" aria-labelledby="calendar">
      <h2 id="calendar">{words.inCalendar}</h2>
      {links.subscriptions
        .filter(({ kind }) => kind === "calendar")
        .map((calendar) => (
          <>
            <Address
              subscription={calendar}
              selection={selection}
              label={words.address}
              language={language}
            />
            <ul class="buttons" data-apps>
              {toCalendarApps(clubName).map((link) => (
                <AppButton subscription={calendar} selection={selection} {...link} />
              ))}
            </ul>
          </>
        ))}
      <AndroidSteps language={language} />
      <p class="note" data-elsewhere>
        {words.elsewhere}
      </p>
    </section>
  );
}

/** No app on Android opens a webcal link, and Google's own takes no address. */
function AndroidSteps({ language }: { language: Language }) {
  const words = language.words.subscribe;
  return (
    <div data-android>
      <h3>{words.android}</h3>
      <ol>
        {[words.androidCopy, words.androidInstall, words.androidPaste].map((text) => (
          <li>
            <Phrase text={text} parts={{ app: <a href={ICSX5.url}>{ICSX5.name}</a> }} />
          </li>
        ))}
      </ol>
      <p class="note">{words.androidGoogle}</p>
    </div>
  );
}

function Feeds({ selection, links, language }: WaysProps) {
  const words = language.words.subscribe;
  const feeds = links.subscriptions.filter(({ kind }) => kind === "feed");
  return (
    <section class="card" aria-labelledby="feed">
      <h2 id="feed">{words.inReader}</h2>
      {feeds.map((feed) => (
        <Address subscription={feed} selection={selection} label={feed.label} language={language} />
      ))}
      <p class="note" id="open-in">
        {words.openIn}
      </p>
      <ul class="buttons small" aria-labelledby="open-in">
        {feeds
          .slice(0, 1)
          .flatMap((feed) =>
            FEED_READERS.map((link) => <AppButton subscription={feed} selection={selection} {...link} />),
          )}
      </ul>
    </section>
  );
}

interface YearsLeftOutProps {
  years: readonly number[];
  links: Links;
  language: Language;
}

function YearsLeftOut({ years, links, language: { words } }: YearsLeftOutProps) {
  if (years.length === 0) return null;
  return (
    <p class="notice" role="note">
      {words.home.leftOut}{" "}
      {years.map((year) => (
        <>
          <a href={links.to("calendar", { ...WHOLE, year })}>{year}</a>{" "}
        </>
      ))}
    </p>
  );
}

interface Props {
  subscription: Subscription;
  selection: Selection;
}

interface AddressProps extends Props {
  label: string;
  language: Language;
}

/** An address to copy; by hand where the script does not run. */
function Address({ subscription, selection, label, language }: AddressProps) {
  const words = language.words.subscribe;
  const id = `address-${new URL(subscription.url).pathname.slice(1).replace(".", "-")}`;
  return (
    <div class="address">
      <label for={id}>{label}</label>
      <span class="row">
        <input
          id={id}
          type="text"
          readonly
          dir="ltr"
          value={subscription.toUrl(selection)}
          data-document={subscription.url}
          data-template="{url}"
        />
        <button type="button" data-copy={id} aria-label={words.copyAddress(label)} hidden>
          {words.copy}
        </button>
      </span>
    </div>
  );
}

function AppButton({ subscription, selection, app, template, device }: Props & AppLink) {
  return (
    <li data-device={device}>
      <a
        class="button"
        href={toAppUrl(template, subscription.toUrl(selection))}
        data-document={subscription.url}
        data-template={template}
      >
        {app}
      </a>
    </li>
  );
}
