/** The section that gets a visitor from here to a subscription in an app of theirs. */
import type { Links, Subscription } from "../programme/address.ts";
import { ALARMS, type Alarm, type Selection } from "../programme/selection.ts";
import { toDuration } from "../wording/dates.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { FreshnessTable } from "./freshness.tsx";
import { ChoiceField, SelectionFields, type SelectionProps } from "./selection-fields.tsx";
import { FEED_READERS, toAppUrl, toCalendarApps, type AppLink } from "./subscription-links.ts";

/** @param props.links what there is to subscribe to: calendars, and feeds, of which readers open the first */
export function Subscribe({ publication, selection, links }: SelectionProps & { links: Links }) {
  const { club } = publication;
  const language = toLanguage(club.language);
  const words = language.words.subscribe;
  const { limit: _limit, ...chosen } = selection;
  const calendars = links.subscriptions.filter(({ kind }) => kind === "calendar");
  const feeds = links.subscriptions.filter(({ kind }) => kind === "feed");
  return (
    <section class="subscribe" id="subscribe" aria-labelledby="subscribe-title">
      <h2 id="subscribe-title">{words.title}</h2>
      <p class="lead">{words.lead}</p>
      <div class="columns">
        <div class="card">
          <h3>{words.inCalendar}</h3>
          {calendars.map((calendar) => (
            <>
              <Address subscription={calendar} selection={chosen} label={words.address} language={language} />
              <ul class="buttons">
                {toCalendarApps(club.name).map((link) => (
                  <AppButton subscription={calendar} selection={chosen} {...link} />
                ))}
              </ul>
            </>
          ))}
          <p class="note">{words.elsewhere}</p>
        </div>
        <div class="card">
          <h3>{words.inReader}</h3>
          {feeds.map((feed) => (
            <Address subscription={feed} selection={chosen} label={feed.label} language={language} />
          ))}
          <p class="note" id="open-in">
            {words.openIn}
          </p>
          <ul class="buttons small" aria-labelledby="open-in">
            {feeds
              .slice(0, 1)
              .flatMap((feed) =>
                FEED_READERS.map((link) => <AppButton subscription={feed} selection={chosen} {...link} />),
              )}
          </ul>
        </div>
      </div>
      {publication.isStatic !== true && (
        <Builder publication={publication} selection={selection} language={language} />
      )}
      <FreshnessTable language={language} />
    </section>
  );
}

/** A form that makes the addresses above; the page's script does the same while one chooses. */
function Builder({ publication, selection, language }: SelectionProps & { language: Language }) {
  const words = language.words.subscribe;
  return (
    <details class="card" open={isNarrowed(selection)}>
      <summary>{words.narrow}</summary>
      <form action="/#subscribe" method="get" class="fields" data-builder>
        <SelectionFields publication={publication} selection={selection} />
        <ChoiceField
          name="alarm"
          label={words.alarm}
          all={words.noAlarm}
          choices={ALARMS.map((alarm) => ({ value: String(alarm), label: toAlarmLabel(alarm, language) }))}
          chosen={selection.alarm === undefined ? undefined : String(selection.alarm)}
        />
        <label class="check">
          <input type="checkbox" name="cancelled" value="0" checked={!selection.cancelled} />{" "}
          {words.withoutCancelled}
        </label>
        <button type="submit">{words.make}</button>
        <p class="note" role="status" data-built></p>
      </form>
    </details>
  );
}

function isNarrowed({ show, tag, presenter, alarm, cancelled }: Selection): boolean {
  return show !== "all" || [tag, presenter, alarm].some((value) => value !== undefined) || !cancelled;
}

function toAlarmLabel(minutes: Alarm, language: Language): string {
  return language.words.subscribe.before(toDuration(minutes, language));
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
          dir="ltr"
          readonly
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

/** Only an app on the device can open a webcal address; Android has none that does. */
function AppButton({ subscription, selection, app, template }: Props & AppLink) {
  return (
    <li data-webcal={template === "{webcal}" ? "" : undefined}>
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
