/** What would be posted to a hook of the next session: a message of each kind, as it would leave. */
import type { CompiledFiles } from "../../build/compile-data.ts";
import { toHookPost, toSecretName, type Hook } from "../../programme/hook.ts";
import { DAY, type Instant } from "../../programme/instant.ts";
import { EMPTY_LEDGER } from "../../programme/ledger.ts";
import type { NewsKind } from "../../programme/news.ts";
import { createProgramme } from "../../programme/programme.ts";
import type { PublishedProgramme, PublishedSession } from "../../programme/publication.ts";
import { revise } from "../../programme/revise.ts";
import type { Notice } from "../../programme/revision.ts";
import { isOff } from "../../programme/session.ts";
import { toMessage, type Subject } from "../../push/hooks/message.ts";
import { WRITERS } from "../../push/hooks/post.ts";
import { Refusal, UsageError } from "../terminal/command-line.ts";

const WEEK: Instant = 7 * DAY;
const KINDS: readonly NewsKind[] = ["announced", "moved", "postponed", "reinstated", "cancelled", "replay"];
/** A replay that there is not yet. */
const SOME_VIDEO = "dQw4w9WgXcQ";

type Shown = Pick<CompiledFiles, "club" | "sessions" | "deployment">;

/** Of the next session; where none is coming, of the last, as if it were. */
export async function toPreview(
  hook: Hook,
  { club, sessions, deployment }: Shown,
  now: Instant,
): Promise<string> {
  const on = sessions.filter(({ status }) => !isOff(status));
  const next = on.find(({ endsAt }) => endsAt > now) ?? on.at(-1);
  if (next === undefined) throw new Refusal("there is no session to show it of");
  const publicUrl = toPublicUrl({ club, deployment });
  const moment = next.endsAt > now ? now : next.startsAt - WEEK;
  const programme = createProgramme({ club, sessions: [next], archive: [], previous: [], publicUrl }, moment);
  const { published } = revise(programme, club, EMPTY_LEDGER, moment);
  const [session] = published.sessions;
  if (session === undefined) throw new Refusal("there is no session to show it of");
  const subjects = toSubjects(hook, session);
  if (subjects.length === 0)
    throw new UsageError(`"${hook.name}" is told nothing: posts and before are empty`);
  const parts: string[] = [];
  for (const subject of subjects) {
    const shown = toProgrammeOf(subject, session);
    const message = toMessage(subject, { club, programme: shown, publicUrl, isRepeat: false }, moment);
    if (message === null) continue;
    const { method, body } = await WRITERS[hook.kind](message, toPlaceholder(hook), moment);
    parts.push(`${toHeading(subject)}\n${method} ${toSecretName(hook.name)}\n${toReadable(body)}\n`);
  }
  return parts.join("\n");
}

/** Where the service is, as far as the club file says; without a slash at the end. */
export function toPublicUrl({ club, deployment }: Pick<Shown, "club" | "deployment">): string {
  return deployment.publicUrl ?? club.siteUrl.replace(/\/+$/, "");
}

function toHeading(subject: Subject): string {
  return subject.kind === "reminder" ? `# reminder, ${subject.minutes} minutes before` : `# ${subject.kind}`;
}

/** Whatever the secrets are: nothing of them is shown. */
function toPlaceholder({ name }: Hook): { url: string; secret: string } {
  return { url: `https://${name}.invalid/`, secret: "secret" };
}

function toReadable(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}

function toSubjects({ posts, before }: Hook, { session }: PublishedSession): Subject[] {
  const { id: sessionId, startsAt } = session;
  const news = KINDS.filter((kind) => posts.includes(toHookPost(kind)));
  return [
    ...news.map((kind): Subject => ({ id: `preview/${kind}`, kind, sessionId, sequence: 1 })),
    ...before.map((minutes): Subject => ({
      id: `preview/${minutes}`,
      kind: "reminder",
      sessionId,
      startsAt,
      minutes,
    })),
  ];
}

/** The programme in which a subject is news. */
function toProgrammeOf({ kind }: Subject, published: PublishedSession): PublishedProgramme {
  const { session, announcement: dates } = published;
  const { id: sessionId, title, number, startsAt, endsAt, timeZone, isAllDay } = session;
  const after = { startsAt, endsAt, timeZone, isAllDay };
  const before = kind === "moved" ? { ...after, startsAt: startsAt - WEEK, endsAt: endsAt - WEEK } : after;
  const shown: PublishedSession =
    kind === "cancelled" || kind === "postponed"
      ? { ...published, session: { ...session, status: kind } }
      : kind === "replay"
        ? { ...published, recording: published.recording ?? { videoId: SOME_VIDEO, state: "replay" } }
        : published;
  const notices: Notice[] = isNoticeKind(kind)
    ? [{ sessionId, sequence: 1, kind, title, number: number ?? null, before, after, dates }]
    : [];
  return { sessions: [shown], standAloneVideos: [], notices, changedAt: dates.publishedAt };
}

function isNoticeKind(kind: Subject["kind"]): kind is Notice["kind"] {
  return kind !== "announced" && kind !== "replay" && kind !== "reminder";
}
