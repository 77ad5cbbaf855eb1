/** The entry of a notice: what subscribers are told as news of its own when a published session changes. */
import { toNoticeTag, toSessionUrl } from "../programme/address.ts";
import type { Publication, PublishedSession } from "../programme/publication.ts";
import type { Notice } from "../programme/revision.ts";
import type { Session } from "../programme/session.ts";
import { toBeginning, toDateLine } from "../wording/dates.ts";
import { toLabel } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toEntry, toSessionFields, type Entry } from "./entry.ts";
import { toLinkBlock } from "./session-blocks.ts";

/** The entry of one change; it tells the change as it was made, whatever happened to the session since. */
export function toNoticeEntry(
  notice: Notice,
  published: PublishedSession,
  { club, publicUrl }: Pick<Publication, "club" | "publicUrl">,
): Entry {
  const { session } = published;
  const url = toSessionUrl(publicUrl, session.id);
  const language = toLanguage(club.language);
  const { colon, notice: words, session: labels } = language.words;
  // A change is told in the club's language, whatever the session's is.
  const { language: _own, ...fields } = toSessionFields(published, language);
  const changes = toChangeLines(notice, language).map((line) => toBeginning(line, language));
  return toEntry(
    {
      kind: "notice",
      id: toNoticeTag(club, session.id, notice.sequence),
      title: words[notice.kind] + colon + toLabel(toNumbered(notice, session), notice.title),
      url,
      ...notice.dates,
      ...fields,
      summary: changes.join(" "),
    },
    [{ kind: "lines", lines: changes.map((line) => [line]) }, toLinkBlock(labels.page, url, language)],
    language,
  );
}

/** Renumbering tells no old news anew; of the first notices the number is not known. */
function toNumbered({ number }: Notice, session: Session): Pick<Session, "id" | "title" | "number"> {
  if (number === undefined) return session;
  return { id: session.id, title: session.title, ...(number !== null && { number }) };
}

/** The first line holds the date that counts now. */
function toChangeLines({ kind, before, after }: Notice, language: Language): string[] {
  const words = language.words.notice;
  const [was, is] = [toDateLine(before, language), toDateLine(after, language)];
  const old = was === is ? [] : [words.before(was)];
  switch (kind) {
    case "moved":
      return [words.isMoved(is), ...old];
    case "cancelled":
      return [words.isCancelled(is), ...old];
    case "postponed":
      return was === is ? [words.isPostponed(was)] : [words.isPostponedTo(is), ...old];
    case "reinstated":
      return [words.isReinstated(is), ...old];
  }
}
