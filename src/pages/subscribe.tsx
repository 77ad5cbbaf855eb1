/** The section that gets a visitor from here to a subscription in an app of theirs. */
import { toDocumentUrl, type DocumentName } from "../programme/address.ts";
import { ALARMS, type Alarm, type Selection } from "../programme/selection.ts";
import { ChoiceField, SelectionFields } from "./choice-fields.tsx";
import { FreshnessTable } from "./freshness.tsx";
import type { Scene } from "./scene.ts";
import {
  FEED_READERS,
  toAppUrl,
  toCalendarApps,
  toKnownSelection,
  type AppLink,
} from "./subscription-links.ts";

interface Props {
  scene: Scene;
  selection: Selection;
}

export function Subscribe({ scene, selection }: Props) {
  const { club } = scene;
  const given = { scene, selection };
  return (
    <section class="subscribe" id="subscribe" aria-labelledby="subscribe-title">
      <h2 id="subscribe-title">Subscribe</h2>
      <p class="lead">
        Sessions appear in your calendar by themselves. When one is moved or cancelled your calendar follows,
        and afterwards the event holds the replay.
      </p>
      <div class="columns">
        <div class="card">
          <h3>In your calendar</h3>
          <Address {...given} name="calendar.ics" label="Address, for any calendar" />
          <ul class="buttons">
            {toCalendarApps(club.name).map((link) => (
              <AppButton {...given} name="calendar.ics" link={link} />
            ))}
          </ul>
          <p class="note">
            Anywhere else: copy the address and look for “Subscribe”, “From URL” or “New calendar from the
            network”.
          </p>
        </div>
        <div class="card">
          <h3>In a feed reader</h3>
          <Address {...given} name="rss.xml" label="RSS" />
          <Address {...given} name="atom.xml" label="Atom" />
          <Address {...given} name="feed.json" label="JSON Feed" />
          <p class="note" id="open-in">
            Open in
          </p>
          <ul class="buttons small" aria-labelledby="open-in">
            {FEED_READERS.map((link) => (
              <AppButton {...given} name="rss.xml" link={link} />
            ))}
          </ul>
        </div>
      </div>
      <Builder {...given} />
      <FreshnessTable />
    </section>
  );
}

/** A form that makes the addresses above; the page's script does the same while one chooses. */
function Builder({ scene, selection }: Props) {
  return (
    <details class="card" open={isNarrowed(selection)}>
      <summary>Only what interests you, or with an alarm</summary>
      <form action="/#subscribe" method="get" class="fields" data-builder>
        <SelectionFields programme={scene.programme} selection={selection} />
        <ChoiceField
          name="alarm"
          label="Alarm (calendar)"
          all="No alarm"
          choices={ALARMS.map((alarm) => ({ value: String(alarm), label: toAlarmLabel(alarm) }))}
          chosen={selection.alarm === undefined ? undefined : String(selection.alarm)}
        />
        <label class="check">
          <input type="checkbox" name="cancelled" value="0" checked={!selection.cancelled} /> Leave out
          cancelled sessions (calendar)
        </label>
        <button type="submit">Make the addresses</button>
        <p class="note" role="status" data-built></p>
      </form>
    </details>
  );
}

function isNarrowed({ show, tag, presenter, alarm, cancelled }: Selection): boolean {
  return show !== "all" || [tag, presenter, alarm].some((value) => value !== undefined) || !cancelled;
}

function toAlarmLabel(minutes: Alarm): string {
  if (minutes === 1440) return "1 day before";
  if (minutes >= 60) return minutes === 60 ? "1 hour before" : `${minutes / 60} hours before`;
  return `${minutes} minutes before`;
}

interface AddressProps extends Props {
  name: DocumentName;
  label: string;
}

/** An address to copy; by hand where the script does not run. */
function Address({ scene, selection, name, label }: AddressProps) {
  const url = toSelectedUrl(scene, name, selection);
  const id = `address-${name.replace(".", "-")}`;
  return (
    <div class="address">
      <label for={id}>{label}</label>
      <span class="row">
        <input
          id={id}
          type="text"
          readonly
          value={url}
          data-document={`${scene.publicUrl}/${name}`}
          data-template="{url}"
        />
        <button type="button" data-copy={id} aria-label={`Copy the ${label} address`} hidden>
          Copy
        </button>
      </span>
    </div>
  );
}

interface AppProps extends Props {
  name: DocumentName;
  link: AppLink;
}

function AppButton({ scene, selection, name, link: { app, template, isWebcal = false } }: AppProps) {
  return (
    <li data-webcal={isWebcal ? "" : undefined}>
      <a
        class="button"
        href={toAppUrl(template, toSelectedUrl(scene, name, selection))}
        data-document={`${scene.publicUrl}/${name}`}
        data-template={template}
      >
        {app}
      </a>
    </li>
  );
}

function toSelectedUrl({ publicUrl }: Scene, name: DocumentName, selection: Selection): string {
  const { limit: _limit, ...chosen } = selection;
  return toDocumentUrl(publicUrl, name, toKnownSelection(name, chosen));
}
