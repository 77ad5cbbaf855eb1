import { describe, expect, test } from "vitest";
import { toAnnouncement, toReplayEntry, toVideoEntry } from "../../src/formats/entry.ts";
import type { SessionStatus } from "../../src/programme/session.ts";
import {
  aPublication,
  aPublishedSession,
  aPublishedVideo,
  aRecording,
  aReplayedSession,
  someDates,
} from "../support/builders.ts";

const DATE_LINE = "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)";
const WATCH_URL = "https://www.youtube.com/watch?v=videoAAAAA0";

describe("an announcement", () => {
  test("says everything about the session", () => {
    const published = aPublishedSession({
      join: "https://meet.example/1",
      location: "Room 1",
      tags: ["Theory"],
    });
    const { html, ...rest } = toAnnouncement(published, aPublication());
    expect(rest).toEqual({
      kind: "announcement",
      id: "tag:example.org,2025:session/s21",
      title: "S21: Uniform Examples Revisited",
      url: "https://feeds.example.org/sessions/s21",
      publishedAt: Date.UTC(2026, 5, 8, 12),
      updatedAt: Date.UTC(2026, 5, 8, 12),
      authors: [{ name: "Grace Example", url: "https://grace.example" }],
      tags: ["Theory"],
      text: `${DATE_LINE}

Presented by
- Grace Example (https://grace.example), Example University, @grace (https://x.com/grace)

What the examples show.

Paper
- Uniform Examples (https://arxiv.org/abs/2601.00001), arXiv:2601.00001

Location: Room 1

Join: https://meet.example/1

Session page: https://feeds.example.org/sessions/s21`,
      summary: `${DATE_LINE}. Presented by Grace Example.`,
      session: published,
    });
    expect(html).toBe(`<p>${DATE_LINE}</p>
<p>Presented by</p>
<ul>
<li><a href="https://grace.example">Grace Example</a>, Example University, <a href="https://x.com/grace">@grace</a></li>
</ul>
<p>What the examples show.</p>
<p>Paper</p>
<ul>
<li><a href="https://arxiv.org/abs/2601.00001">Uniform Examples</a>, arXiv:2601.00001</li>
</ul>
<p>Location: Room 1</p>
<p>Join: <a href="https://meet.example/1">https://meet.example/1</a></p>
<p>Session page: <a href="https://feeds.example.org/sessions/s21">https://feeds.example.org/sessions/s21</a></p>`);
  });

  test("reads the same when the replay has arrived", () => {
    const session = { join: "https://meet.example/1" };
    const before = toAnnouncement(aPublishedSession(session), aPublication());
    const after = toAnnouncement(aReplayedSession(session), aPublication());
    expect({ ...after, session: before.session }).toEqual(before);
  });

  test("keeps its id when title, date and address change", () => {
    const published = aPublishedSession({ title: "Other", startsAt: 0, endsAt: 1, date: "1970-01-01" });
    expect(toAnnouncement(published, aPublication({ publicUrl: "https://elsewhere.example" })).id).toBe(
      "tag:example.org,2025:session/s21",
    );
  });

  test.each<[SessionStatus, string, string]>([
    ["scheduled", "S21: Uniform Examples Revisited", "Presented by"],
    ["tentative", "Tentative: S21: Uniform Examples Revisited", "This date is not confirmed yet."],
    ["postponed", "Postponed: S21: Uniform Examples Revisited", "This session is postponed."],
    ["cancelled", "Cancelled: S21: Uniform Examples Revisited", "This session is cancelled."],
  ])("says that the session is %s in its title and after its date", (status, title, sentence) => {
    const entry = toAnnouncement(aPublishedSession({ status }), aPublication());
    expect([entry.title, entry.text.split("\n").slice(0, 3)]).toEqual([title, [DATE_LINE, "", sentence]]);
  });

  test("of a cancelled session has nothing to join", () => {
    const published = aPublishedSession({
      status: "cancelled",
      join: "https://meet.example/1",
      location: "Room 1",
      presenters: [],
      papers: [],
    });
    expect(toAnnouncement(published, aPublication()).text).toBe(`${DATE_LINE}

This session is cancelled.

What the examples show.

Session page: https://feeds.example.org/sessions/s21`);
  });

  test("leaves out what a session does not have", () => {
    const { number: _number, ...session } = aPublishedSession().session;
    const bare = { ...session, presenters: [], papers: [], abstract: { html: "", text: "" } };
    const entry = toAnnouncement({ ...aPublishedSession(), session: bare }, aPublication());
    expect([entry.title, entry.summary, entry.html]).toEqual([
      "Uniform Examples Revisited",
      DATE_LINE,
      `<p>${DATE_LINE}</p>
<p>Session page: <a href="https://feeds.example.org/sessions/s21">https://feeds.example.org/sessions/s21</a></p>`,
    ]);
  });
});

describe("a replay entry", () => {
  test("uses the session's words, not the video's", () => {
    const published = aReplayedSession({ join: "https://meet.example/1" });
    const dates = someDates(Date.UTC(2026, 5, 16, 9, 15));
    const { html, ...rest } = toReplayEntry(published, aRecording(), dates, aPublication());
    expect(rest).toEqual({
      kind: "replay",
      id: "tag:example.org,2025:video/videoAAAAA0",
      title: "Replay: S21: Uniform Examples Revisited",
      url: WATCH_URL,
      externalUrl: WATCH_URL,
      ...dates,
      image: "https://i.ytimg.com/vi/videoAAAAA0/mqdefault.jpg",
      authors: [{ name: "Grace Example", url: "https://grace.example" }],
      tags: [],
      text: `${DATE_LINE}

Replay: ${WATCH_URL}

Presented by
- Grace Example (https://grace.example), Example University, @grace (https://x.com/grace)

What the examples show.

Paper
- Uniform Examples (https://arxiv.org/abs/2601.00001), arXiv:2601.00001

Session page: https://feeds.example.org/sessions/s21`,
      summary: `${DATE_LINE}. Presented by Grace Example.`,
      session: published,
    });
    expect(html.split("\n").slice(0, 3)).toEqual([
      `<p>${DATE_LINE}</p>`,
      `<p><a href="${WATCH_URL}"><img src="https://i.ytimg.com/vi/videoAAAAA0/mqdefault.jpg" alt="S21: Uniform Examples Revisited" width="320" height="180" /></a></p>`,
      `<p>Replay: <a href="${WATCH_URL}">${WATCH_URL}</a></p>`,
    ]);
  });
});

describe("a stand-alone video", () => {
  test("shows its own title, picture and description", () => {
    const published = aPublishedVideo({ description: "First <b>line</b>\nsecond\n\nthird" });
    expect(toVideoEntry(published, aPublication())).toEqual({
      kind: "video",
      id: "tag:example.org,2025:video/videoBBBBB0",
      title: "An introduction",
      url: "https://www.youtube.com/watch?v=videoBBBBB0",
      externalUrl: "https://www.youtube.com/watch?v=videoBBBBB0",
      ...published.dates,
      image: "https://i.ytimg.com/vi/videoBBBBB0/mqdefault.jpg",
      authors: [],
      tags: [],
      html: `<p><a href="https://www.youtube.com/watch?v=videoBBBBB0"><img src="https://i.ytimg.com/vi/videoBBBBB0/mqdefault.jpg" alt="An introduction" width="320" height="180" /></a></p>
<p>First &lt;b&gt;line&lt;/b&gt;<br />
second</p>
<p>third</p>
<p>Watch: <a href="https://www.youtube.com/watch?v=videoBBBBB0">https://www.youtube.com/watch?v=videoBBBBB0</a></p>`,
      text: "First <b>line</b>\nsecond\n\nthird\n\nWatch: https://www.youtube.com/watch?v=videoBBBBB0",
      summary: "First <b>line</b> second third",
    });
  });

  test("has the id that it keeps as a replay", () => {
    const replay = toReplayEntry(
      aReplayedSession(),
      aRecording({ videoId: "videoBBBBB0" }),
      someDates(0),
      aPublication(),
    );
    expect(toVideoEntry(aPublishedVideo(), aPublication()).id).toBe(replay.id);
  });
});

test("a replay whose video was an entry by itself before has an id of its own", () => {
  const published = aReplayedSession({}, { hasOwnReplayId: true });
  const entry = toReplayEntry(published, aRecording(), someDates(0), aPublication());
  const alone = { ...aPublishedVideo({ id: "videoAAAAA0" }), hasOwnReplayId: true as const };
  expect([entry.id, toVideoEntry(alone, aPublication()).id]).toEqual([
    "tag:example.org,2025:video/videoAAAAA0/replay",
    "tag:example.org,2025:video/videoAAAAA0/replay",
  ]);
});
