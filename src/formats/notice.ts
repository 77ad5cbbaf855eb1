/** The entry of a notice: what subscribers are told as news of its own when a published session changes. */
import { toNoticeTag, toSessionUrl } from "../programme/address.ts";
import type { Publication, PublishedSession } from "../programme/publication.ts";
import type { Notice } from "../programme/revision.ts";
import type { Session } from "../programme/session.ts";
import { toDateLine } from "../wording/dates.ts";
import { toLabel } from "../wording/labels.ts";
import { toEntry, toSessionFields, type Entry } from "./entry.ts";
import { toLinkBlock } from "./session-blocks.ts";

const PREFIX: Record<Notice["kind"], string> = {
  moved: "Moved: ",
  cancelled: "Cancelled: ",
  postponed: "Postponed: ",
  reinstated: "Reinstated: ",
};

/** The entry of one change; it tells the change as it was made, whatever happened to the session since. */
export function toNoticeEntry(
  notice: Notice,
  published: PublishedSession,
  { club, publicUrl }: Pick<Publication, "club" | "publicUrl">,
): Entry {
  const { session } = published;
  const url = toSessionUrl(publicUrl, session.id);
  const changes = toChangeLines(notice);
  return toEntry(
    {
      kind: "notice",
      id: toNoticeTag(club, session.id, notice.sequence),
      title: `${PREFIX[notice.kind]}${toLabel(toNumbered(notice, session), notice.title)}`,
      url,
      ...notice.dates,
      ...toSessionFields(published),
      summary: changes.join(" "),
    },
    [{ kind: "lines", lines: changes.map((line) => [line]) }, toLinkBlock("Session page", url)],
  );
}

/** Renumbering tells no old news anew; of the first notices the number is not known. */
function toNumbered({ number }: Notice, session: Session): Pick<Session, "id" | "title" | "number"> {
  if (number === undefined) return session;
  return { id: session.id, title: session.title, ...(number !== null && { number }) };
}

/** The first line holds the date that counts now. */
function toChangeLines({ kind, before, after }: Notice): string[] {
  const [was, is] = [toDateLine(before), toDateLine(after)];
  const old = was === is ? [] : [`Before: ${was}.`];
  switch (kind) {
    case "moved":
      return [`Now on ${is}.`, ...old];
    case "cancelled":
      return [`${is}: this session is cancelled.`, ...old];
    case "postponed":
      return was === is
        ? [`Not on ${was}: this session is postponed, a new date will be announced.`]
        : [`Postponed to ${is}.`, ...old];
    case "reinstated":
      return [`${is}: this session takes place after all.`, ...old];
  }
}
