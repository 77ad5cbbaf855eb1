/** Names of people and sessions among the words of a page, each in a direction of its own. */
import type { Person } from "../programme/club.ts";
import type { Session } from "../programme/session.ts";
import { toNameParts } from "../wording/labels.ts";
import type { Language } from "../wording/language.ts";
import { toTitle, toUnbroken } from "../wording/text.ts";

/** "Ada Example, Grace Example and Max Example". */
export function Names({ people, language }: { people: readonly Pick<Person, "name">[]; language: Language }) {
  const names = people.map(({ name }) => name);
  return <>{toNameParts(names, language).map(({ isName, text }) => (isName ? <bdi>{text}</bdi> : text))}</>;
}

/**
 * "S21: Title", as `toLabel` says it in plain text. An element around it with `dir="auto"` takes its direction from the
 * title: what is in `<bdi>` does not count (HTML 3.2.6.4).
 */
export function Label({
  session: { id, number, title },
}: {
  session: Pick<Session, "id" | "number" | "title">;
}) {
  return (
    <>
      {number !== undefined && (
        <>
          <bdi>S{number}</bdi>
          {": "}
        </>
      )}
      {toUnbroken(toTitle(title, id))}
    </>
  );
}
