/** What is legal in the data and probably not meant. Pure: now is given. */
import { toWeekday } from "../../programme/civil-time.ts";
import { toLongDate, WEEKDAYS } from "../../wording/dates.ts";
import type { Club } from "../../programme/club.ts";
import { DAY, type Instant } from "../../programme/instant.ts";
import type { Session } from "../../programme/session.ts";
import type { CompiledFiles } from "../../build/compile-data.ts";
import { sortMistakes, type Mistake } from "../../build/mistake.ts";

/** A replay is on the channel after this, or somebody should look. */
const REPLAY_WITHIN: Instant = 7 * DAY;

interface Found {
  field: string;
  message: string;
}

/** Every warning with file, line and field, by file. */
export function findWarnings(data: CompiledFiles, now: Instant): Mistake[] {
  const { club, sessions, origins, clubOrigin } = data;
  const ofSessions = sessions.flatMap((session) => {
    const origin = origins.get(session.id);
    if (origin === undefined) return [];
    const found = [...checkSession(session, club, now), ...checkDay(session, sessions, data)];
    return found.map((one) => ({ path: origin.path, line: origin.lineOf(one.field), ...one }));
  });
  const ofClub = checkClub(club).map((one) => ({
    path: clubOrigin.path,
    line: clubOrigin.lineOf(one.field),
    ...one,
  }));
  return sortMistakes([...ofClub, ...ofSessions]);
}

function checkSession(session: Session, club: Club, now: Instant): Found[] {
  const { date, status, presenters, papers } = session;
  if (status === "cancelled") return [];
  const usual = WEEKDAYS[club.usual.weekday - 1];
  return [
    ...(toWeekday(date) === club.usual.weekday
      ? []
      : [{ field: "date", message: `${toLongDate(date)} is not the club's usual ${usual}` }]),
    ...(presenters.length === 0 ? [{ field: "presenters", message: "nobody presents" }] : []),
    ...presenters.flatMap(({ name, affiliation }, index) => [
      ...checkWords(`presenters[${index}].name`, name),
      ...checkWords(`presenters[${index}].affiliation`, affiliation ?? ""),
    ]),
    ...papers.flatMap(({ title }, index) => checkWords(`papers[${index}].title`, title)),
    ...checkReplay(session, now),
  ];
}

function checkReplay({ endsAt, replay, status }: Session, now: Instant): Found[] {
  if (replay !== undefined || status === "postponed" || endsAt + REPLAY_WITHIN > now) return [];
  const message =
    'is over and names no replay: none is needed if the service finds it (npm run matches); "replay: none" if it was not recorded';
  return [{ field: "replay", message }];
}

/** A handle or a link where words belong. */
function checkWords(field: string, words: string): Found[] {
  if (/https?:\/\/|www\./i.test(words))
    return [{ field, message: "has a link in it, which belongs under url" }];
  return /(?:^|\s)\(?@\w/.test(words)
    ? [{ field, message: "has a handle in it, which belongs under x" }]
    : [];
}

/** The later file of two names the earlier. */
function checkDay(session: Session, sessions: readonly Session[], { origins }: CompiledFiles): Found[] {
  const index = sessions.indexOf(session);
  const other = sessions
    .slice(0, index)
    .find(({ date, status }) => date === session.date && status !== "cancelled");
  if (other === undefined || session.status === "cancelled") return [];
  return [
    {
      field: "date",
      message: `${session.date} has another session: ${origins.get(other.id)?.path ?? other.id}`,
    },
  ];
}

function checkClub(club: Club): Found[] {
  return [
    ...(club.youtube.channelId === null
      ? [
          {
            field: "youtube.channelId",
            message: "no channel is named, so no replay is found: npm run channel",
          },
        ]
      : []),
    ...club.hosts.flatMap(({ name }, index) => checkWords(`hosts[${index}].name`, name)),
  ];
}
