/** Entries, notices and events of clubs that speak other languages than English, whole. */
import { describe, expect, test } from "vitest";
import { toAnnouncement, toReplayEntry } from "../../src/formats/entry.ts";
import { createEvent, type CalendarEvent } from "../../src/formats/icalendar/event.ts";
import { toNoticeEntry } from "../../src/formats/notice.ts";
import type { Session } from "../../src/programme/session.ts";
import {
  aNotice,
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  someDates,
} from "../support/builders.ts";
import { aClubIn } from "../support/clubs-by-language.ts";
import { textOf } from "../support/documents.ts";

/** The session that is to come, the one with a replay and its notice, in three languages. */
const LANGUAGES = ["de", "ja", "ar"];

const toSession = (language: string, id: string) =>
  aClubIn(language).programme.sessions.find(({ session }) => session.id === id)!;

const pick = ({ title, summary, html, text }: ReturnType<typeof toAnnouncement>) => ({
  title,
  summary,
  html,
  text,
});

const toLines = (event: CalendarEvent) => event.before + event.describe("whole").lines + event.after;

function toAll(language: string) {
  const publication = aClubIn(language);
  const replayed = toSession(language, "s19");
  const cancelled = toSession(language, "s23");
  const notice = aNotice({ kind: "moved", number: 21, title: cancelled.session.title });
  return {
    announcement: pick(toAnnouncement(cancelled, publication)),
    replay: pick(toReplayEntry(replayed, replayed.recording!, someDates(0), publication)),
    notice: pick(toNoticeEntry(notice, cancelled, publication)),
    event: toLines(createEvent(toSession(language, "s21"), publication, [])).replaceAll("\r\n ", ""),
  };
}

/** From left to right, before groups of digits. */
const MARK = "\u200e";

const EXPECTED: Record<string, ReturnType<typeof toAll>> = {
  de: {
    announcement: {
      title: "Abgesagt: S23: Gleichverteiltes Rauschen neu betrachtet",
      summary:
        "Montag, 29. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00). Vorgetragen von Jürgen Müller, Anna Groß.",
      html: `<p>Montag, 29. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00)</p>
<p>Diese Sitzung ist abgesagt.</p>
<p>Vorgetragen von</p>
<ul>
<li>Jürgen Müller, Universität Tübingen, <a href="https://x.com/lesen">@lesen</a></li>
<li>Anna Groß</li>
</ul>
<p>Moderiert von</p>
<ul>
<li>Anna Groß</li>
</ul>
<p>Wir zeigen, wann gleichverteiltes Rauschen genügt und wann nicht.</p>
<p>Paper</p>
<ul>
<li><a href="https://arxiv.org/abs/2601.00001">Uniform Noise Revisited</a>, arXiv:2601.00001</li>
</ul>
<p>Seite der Sitzung: <a href="https://feeds.example.org/sessions/s23">https://feeds.example.org/sessions/s23</a></p>`,
      text: `Montag, 29. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00)

Diese Sitzung ist abgesagt.

Vorgetragen von
- Jürgen Müller, Universität Tübingen, @lesen (https://x.com/lesen)
- Anna Groß

Moderiert von
- Anna Groß

Wir zeigen, wann gleichverteiltes Rauschen genügt und wann nicht.

Paper
- Uniform Noise Revisited (https://arxiv.org/abs/2601.00001), arXiv:2601.00001

Seite der Sitzung: https://feeds.example.org/sessions/s23`,
    },
    replay: {
      title: "Aufzeichnung: S19: Gleichverteiltes Rauschen neu betrachtet",
      summary:
        "Montag, 1. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00). Vorgetragen von Jürgen Müller, Anna Groß.",
      html: `<p>Montag, 1. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00)</p>
<p><a href="https://www.youtube.com/watch?v=videoAAAA19"><img src="https://i.ytimg.com/vi/videoAAAA19/mqdefault.jpg" alt="S19: Gleichverteiltes Rauschen neu betrachtet" width="320" height="180" /></a></p>
<p>Aufzeichnung: <a href="https://www.youtube.com/watch?v=videoAAAA19">https://www.youtube.com/watch?v=videoAAAA19</a></p>
<p>Vorgetragen von</p>
<ul>
<li>Jürgen Müller, Universität Tübingen, <a href="https://x.com/lesen">@lesen</a></li>
<li>Anna Groß</li>
</ul>
<p>Moderiert von</p>
<ul>
<li>Anna Groß</li>
</ul>
<p>Wir zeigen, wann gleichverteiltes Rauschen genügt und wann nicht.</p>
<p>Vorträge</p>
<ul>
<li>Gleichverteiltes Rauschen neu betrachtet, von Jürgen Müller</li>
</ul>
<p>Paper</p>
<ul>
<li><a href="https://arxiv.org/abs/2601.00001">Uniform Noise Revisited</a>, arXiv:2601.00001</li>
</ul>
<p>Seite der Sitzung: <a href="https://feeds.example.org/sessions/s19">https://feeds.example.org/sessions/s19</a></p>`,
      text: `Montag, 1. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00)

Aufzeichnung: https://www.youtube.com/watch?v=videoAAAA19

Vorgetragen von
- Jürgen Müller, Universität Tübingen, @lesen (https://x.com/lesen)
- Anna Groß

Moderiert von
- Anna Groß

Wir zeigen, wann gleichverteiltes Rauschen genügt und wann nicht.

Vorträge
- Gleichverteiltes Rauschen neu betrachtet, von Jürgen Müller

Paper
- Uniform Noise Revisited (https://arxiv.org/abs/2601.00001), arXiv:2601.00001

Seite der Sitzung: https://feeds.example.org/sessions/s19`,
    },
    notice: {
      title: "Verlegt: S21: Gleichverteiltes Rauschen neu betrachtet",
      summary:
        "Neuer Termin: Montag, 15. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00). Vorher: Montag, 8. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00).",
      html: `<p>Neuer Termin: Montag, 15. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00).<br />
Vorher: Montag, 8. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00).</p>
<p>Seite der Sitzung: <a href="https://feeds.example.org/sessions/s23">https://feeds.example.org/sessions/s23</a></p>`,
      text: `Neuer Termin: Montag, 15. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00).
Vorher: Montag, 8. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00).

Seite der Sitzung: https://feeds.example.org/sessions/s23`,
    },
    event: [
      "BEGIN:VEVENT",
      "UID:s21@example.org",
      "SEQUENCE:0",
      "DTSTAMP:20260608T120000Z",
      "DTSTART;TZID=America/New_York:20260615T130000",
      "DTEND;TZID=America/New_York:20260615T143000",
      "SUMMARY:Lesekreis Diskrete Diffusion S21: Gleichverteiltes Rauschen neu betrachtet",
      "TRANSP:OPAQUE",
      String.raw`LOCATION:Großer Hörsaal\, https://meet.example/1`,
      String.raw`DESCRIPTION:Teilnehmen: https://meet.example/1 (Kenncode: 84 62 77)\n\nLivestream: https://vimeo.com/2\n\nVorgetragen von\n- Jürgen Müller\, Universität Tübingen\, @lesen (https://x.com/lesen)\n- Anna Groß\n\nModeriert von\n- Anna Groß\n\nWir zeigen\, wann gleichverteiltes Rauschen genügt und wann nicht.\n\nPaper\n- Uniform Noise Revisited (https://arxiv.org/abs/2601.00001)\, arXiv:2601.00001\n\nFolien: https://slides.example/1\n\nCode: https://code.example/1\n\nLinks\n- Gleichverteiltes Rauschen neu betrachtet (https://links.example/1)\n\nSeite der Sitzung: https://feeds.example.org/sessions/s21`,
      "CATEGORIES:Theorie",
      "URL;VALUE=URI:https://feeds.example.org/sessions/s21",
      "STATUS:CONFIRMED",
      "CREATED:20260608T120000Z",
      "LAST-MODIFIED:20260608T120000Z",
      "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Teilnehmen:https://meet.example/1",
      "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Livestream:https://vimeo.com/2",
      "END:VEVENT",
      "",
    ].join("\r\n"),
  },
  ja: {
    announcement: {
      title: "中止：S23: 一様ノイズを見直す",
      summary: "2026年6月29日月曜日 13:00～14:30（America/New_York, UTC−04:00）。発表者：山田花子、佐藤健。",
      html: `<p>2026年6月29日月曜日 13:00～14:30（America/New_York, UTC−04:00）</p>
<p>このセッションは中止になりました。</p>
<p>発表者</p>
<ul>
<li>山田花子, 東京大学, <a href="https://x.com/lesen">@lesen</a></li>
<li>佐藤健</li>
</ul>
<p>司会</p>
<ul>
<li>佐藤健</li>
</ul>
<p>一様ノイズで十分な場合とそうでない場合を示します。</p>
<p>論文</p>
<ul>
<li><a href="https://arxiv.org/abs/2601.00001">Uniform Noise Revisited</a>, arXiv:2601.00001</li>
</ul>
<p>セッションのページ：<a href="https://feeds.example.org/sessions/s23">https://feeds.example.org/sessions/s23</a></p>`,
      text: `2026年6月29日月曜日 13:00～14:30（America/New_York, UTC−04:00）

このセッションは中止になりました。

発表者
- 山田花子, 東京大学, @lesen (https://x.com/lesen)
- 佐藤健

司会
- 佐藤健

一様ノイズで十分な場合とそうでない場合を示します。

論文
- Uniform Noise Revisited (https://arxiv.org/abs/2601.00001), arXiv:2601.00001

セッションのページ：https://feeds.example.org/sessions/s23`,
    },
    replay: {
      title: "録画：S19: 一様ノイズを見直す",
      summary: "2026年6月1日月曜日 13:00～14:30（America/New_York, UTC−04:00）。発表者：山田花子、佐藤健。",
      html: `<p>2026年6月1日月曜日 13:00～14:30（America/New_York, UTC−04:00）</p>
<p><a href="https://www.youtube.com/watch?v=videoAAAA19"><img src="https://i.ytimg.com/vi/videoAAAA19/mqdefault.jpg" alt="S19: 一様ノイズを見直す" width="320" height="180" /></a></p>
<p>録画：<a href="https://www.youtube.com/watch?v=videoAAAA19">https://www.youtube.com/watch?v=videoAAAA19</a></p>
<p>発表者</p>
<ul>
<li>山田花子, 東京大学, <a href="https://x.com/lesen">@lesen</a></li>
<li>佐藤健</li>
</ul>
<p>司会</p>
<ul>
<li>佐藤健</li>
</ul>
<p>一様ノイズで十分な場合とそうでない場合を示します。</p>
<p>発表</p>
<ul>
<li>一様ノイズを見直す（発表者：山田花子）</li>
</ul>
<p>論文</p>
<ul>
<li><a href="https://arxiv.org/abs/2601.00001">Uniform Noise Revisited</a>, arXiv:2601.00001</li>
</ul>
<p>セッションのページ：<a href="https://feeds.example.org/sessions/s19">https://feeds.example.org/sessions/s19</a></p>`,
      text: `2026年6月1日月曜日 13:00～14:30（America/New_York, UTC−04:00）

録画：https://www.youtube.com/watch?v=videoAAAA19

発表者
- 山田花子, 東京大学, @lesen (https://x.com/lesen)
- 佐藤健

司会
- 佐藤健

一様ノイズで十分な場合とそうでない場合を示します。

発表
- 一様ノイズを見直す（発表者：山田花子）

論文
- Uniform Noise Revisited (https://arxiv.org/abs/2601.00001), arXiv:2601.00001

セッションのページ：https://feeds.example.org/sessions/s19`,
    },
    notice: {
      title: "日程変更：S21: 一様ノイズを見直す",
      summary:
        "新しい日時：2026年6月15日月曜日 13:00～14:30（America/New_York, UTC−04:00）。 変更前：2026年6月8日月曜日 13:00～14:30（America/New_York, UTC−04:00）。",
      html: `<p>新しい日時：2026年6月15日月曜日 13:00～14:30（America/New_York, UTC−04:00）。<br />
変更前：2026年6月8日月曜日 13:00～14:30（America/New_York, UTC−04:00）。</p>
<p>セッションのページ：<a href="https://feeds.example.org/sessions/s23">https://feeds.example.org/sessions/s23</a></p>`,
      text: `新しい日時：2026年6月15日月曜日 13:00～14:30（America/New_York, UTC−04:00）。
変更前：2026年6月8日月曜日 13:00～14:30（America/New_York, UTC−04:00）。

セッションのページ：https://feeds.example.org/sessions/s23`,
    },
    event: [
      "BEGIN:VEVENT",
      "UID:s21@example.org",
      "SEQUENCE:0",
      "DTSTAMP:20260608T120000Z",
      "DTSTART;TZID=America/New_York:20260615T130000",
      "DTEND;TZID=America/New_York:20260615T143000",
      "SUMMARY:離散拡散モデル読書会 S21: 一様ノイズを見直す",
      "TRANSP:OPAQUE",
      String.raw`LOCATION:第一講義室\, https://meet.example/1`,
      String.raw`DESCRIPTION:参加：https://meet.example/1 （パスコード：84 62 77）\n\nライブ配信：https://vimeo.com/2\n\n発表者\n- 山田花子\, 東京大学\, @lesen (https://x.com/lesen)\n- 佐藤健\n\n司会\n- 佐藤健\n\n一様ノイズで十分な場合とそうでない場合を示します。\n\n論文\n- Uniform Noise Revisited (https://arxiv.org/abs/2601.00001)\, arXiv:2601.00001\n\nスライド：https://slides.example/1\n\nコード：https://code.example/1\n\nリンク\n- 一様ノイズを見直す (https://links.example/1)\n\nセッションのページ：https://feeds.example.org/sessions/s21`,
      "CATEGORIES:理論",
      "URL;VALUE=URI:https://feeds.example.org/sessions/s21",
      "STATUS:CONFIRMED",
      "CREATED:20260608T120000Z",
      "LAST-MODIFIED:20260608T120000Z",
      "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=参加:https://meet.example/1",
      "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=ライブ配信:https://vimeo.com/2",
      "END:VEVENT",
      "",
    ].join("\r\n"),
  },
  ar: {
    announcement: {
      title: "أُلغيت: S23: نظرة جديدة إلى الضجيج المنتظم",
      summary:
        "الاثنين، 29 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00). تقديم: ليلى حداد، عمر المصري.",
      html: `<div dir="rtl">
<p>الاثنين، 29 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00)</p>
<p>أُلغيت هذه الجلسة.</p>
<p>تقديم</p>
<ul>
<li>ليلى حداد، جامعة القاهرة، <a href="https://x.com/lesen">@lesen</a></li>
<li>عمر المصري</li>
</ul>
<p>إدارة الجلسة</p>
<ul>
<li>عمر المصري</li>
</ul>
<div dir="auto">
<p>نبيّن متى يكفي الضجيج المنتظم ومتى لا يكفي.</p>
</div>
<p>الورقة البحثية</p>
<ul>
<li><a href="https://arxiv.org/abs/2601.00001">Uniform Noise Revisited</a>، arXiv:2601.00001</li>
</ul>
<p>صفحة الجلسة: <a href="https://feeds.example.org/sessions/s23">https://feeds.example.org/sessions/s23</a></p>
</div>`,
      text: `الاثنين، 29 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00)

أُلغيت هذه الجلسة.

تقديم
- ليلى حداد، جامعة القاهرة، @lesen (https://x.com/lesen)
- عمر المصري

إدارة الجلسة
- عمر المصري

نبيّن متى يكفي الضجيج المنتظم ومتى لا يكفي.

الورقة البحثية
- Uniform Noise Revisited (https://arxiv.org/abs/2601.00001)، arXiv:2601.00001

صفحة الجلسة: https://feeds.example.org/sessions/s23`,
    },
    replay: {
      title: "تسجيل: S19: نظرة جديدة إلى الضجيج المنتظم",
      summary:
        "الاثنين، 1 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00). تقديم: ليلى حداد، عمر المصري.",
      html: `<div dir="rtl">
<p>الاثنين، 1 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00)</p>
<p><a href="https://www.youtube.com/watch?v=videoAAAA19"><img src="https://i.ytimg.com/vi/videoAAAA19/mqdefault.jpg" alt="S19: نظرة جديدة إلى الضجيج المنتظم" width="320" height="180" /></a></p>
<p>تسجيل: <a href="https://www.youtube.com/watch?v=videoAAAA19">https://www.youtube.com/watch?v=videoAAAA19</a></p>
<p>تقديم</p>
<ul>
<li>ليلى حداد، جامعة القاهرة، <a href="https://x.com/lesen">@lesen</a></li>
<li>عمر المصري</li>
</ul>
<p>إدارة الجلسة</p>
<ul>
<li>عمر المصري</li>
</ul>
<div dir="auto">
<p>نبيّن متى يكفي الضجيج المنتظم ومتى لا يكفي.</p>
</div>
<p>العروض</p>
<ul>
<li>نظرة جديدة إلى الضجيج المنتظم، تقديم ليلى حداد</li>
</ul>
<p>الورقة البحثية</p>
<ul>
<li><a href="https://arxiv.org/abs/2601.00001">Uniform Noise Revisited</a>، arXiv:2601.00001</li>
</ul>
<p>صفحة الجلسة: <a href="https://feeds.example.org/sessions/s19">https://feeds.example.org/sessions/s19</a></p>
</div>`,
      text: `الاثنين، 1 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00)

تسجيل: https://www.youtube.com/watch?v=videoAAAA19

تقديم
- ليلى حداد، جامعة القاهرة، @lesen (https://x.com/lesen)
- عمر المصري

إدارة الجلسة
- عمر المصري

نبيّن متى يكفي الضجيج المنتظم ومتى لا يكفي.

العروض
- نظرة جديدة إلى الضجيج المنتظم، تقديم ليلى حداد

الورقة البحثية
- Uniform Noise Revisited (https://arxiv.org/abs/2601.00001)، arXiv:2601.00001

صفحة الجلسة: https://feeds.example.org/sessions/s19`,
    },
    notice: {
      title: "تغيّر الموعد: S21: نظرة جديدة إلى الضجيج المنتظم",
      summary:
        "الموعد الجديد: الاثنين، 15 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00). الموعد السابق: الاثنين، 8 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00).",
      html: `<div dir="rtl">
<p>الموعد الجديد: الاثنين، 15 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00).<br />
الموعد السابق: الاثنين، 8 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00).</p>
<p>صفحة الجلسة: <a href="https://feeds.example.org/sessions/s23">https://feeds.example.org/sessions/s23</a></p>
</div>`,
      text: `الموعد الجديد: الاثنين، 15 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00).
الموعد السابق: الاثنين، 8 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00).

صفحة الجلسة: https://feeds.example.org/sessions/s23`,
    },
    event: [
      "BEGIN:VEVENT",
      "UID:s21@example.org",
      "SEQUENCE:0",
      "DTSTAMP:20260608T120000Z",
      "DTSTART;TZID=America/New_York:20260615T130000",
      "DTEND;TZID=America/New_York:20260615T143000",
      "SUMMARY:حلقة قراءة الانتشار المتقطع S21: نظرة جديدة إلى الضجيج المنتظم",
      "TRANSP:OPAQUE",
      String.raw`LOCATION:القاعة الكبرى\, https://meet.example/1`,
      String.raw`DESCRIPTION:الانضمام: https://meet.example/1 (رمز الدخول:${MARK} 84 62 77)\n\nالبث المباشر: https://vimeo.com/2\n\nتقديم\n- ليلى حداد، جامعة القاهرة، @lesen (https://x.com/lesen)\n- عمر المصري\n\nإدارة الجلسة\n- عمر المصري\n\nنبيّن متى يكفي الضجيج المنتظم ومتى لا يكفي.\n\nالورقة البحثية\n- Uniform Noise Revisited (https://arxiv.org/abs/2601.00001)، arXiv:2601.00001\n\nشرائح العرض: https://slides.example/1\n\nالشيفرة البرمجية: https://code.example/1\n\nروابط\n- نظرة جديدة إلى الضجيج المنتظم (https://links.example/1)\n\nصفحة الجلسة: https://feeds.example.org/sessions/s21`,
      "CATEGORIES:نظرية",
      "URL;VALUE=URI:https://feeds.example.org/sessions/s21",
      "STATUS:CONFIRMED",
      "CREATED:20260608T120000Z",
      "LAST-MODIFIED:20260608T120000Z",
      "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=الانضمام:https://meet.example/1",
      "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=البث المباشر:https://vimeo.com/2",
      "END:VEVENT",
      "",
    ].join("\r\n"),
  },
};

test.each(LANGUAGES)("announcement, replay, notice and event in %s", (language) => {
  expect(toAll(language)).toEqual(EXPECTED[language]);
});

/** A session in German, in an entry and an event of a club that speaks another language. */
const GERMAN: Partial<Session> = {
  inLanguage: "de",
  talks: [{ title: "Über Rauschen", presenters: [{ name: "Ada" }], papers: [] }],
};
const toMarks = (club: string, fields: Partial<Session>) =>
  toAnnouncement(aPublishedSession({ ...GERMAN, ...fields }), aClubIn(club)).html.match(
    /<(?:div|span)[^>]*>/g,
  );
const toParameters = (fields: Partial<Session>) =>
  toLines(createEvent(aPublishedSession(fields), aClubIn("fr"), [])).match(/^[A-Z]+;LANGUAGE=[^:]*/gm);

describe("a session in a language of its own", () => {
  test("has its abstract and its talks marked, with their direction where it is another", () => {
    expect([toMarks("fr", {}), toMarks("ar", {}), toMarks("fr", { inLanguage: "ar" })]).toEqual([
      ['<div lang="de">', '<span lang="de">'],
      ['<div dir="rtl">', '<div lang="de" dir="ltr">', '<span lang="de">'],
      ['<div lang="ar" dir="rtl">', '<span lang="ar">'],
    ]);
  });

  test("is marked in its event, which says nothing of language otherwise", () => {
    expect([toParameters(GERMAN), toParameters({})]).toEqual([
      ["SUMMARY;LANGUAGE=de", "DESCRIPTION;LANGUAGE=de"],
      null,
    ]);
  });

  test("is marked on its entry in Atom, and on no other", () => {
    const sessions = [aPublishedSession({ id: "a" }), aPublishedSession({ id: "b", ...GERMAN })];
    const atom = textOf("atom", aPublication({ programme: aPublishedProgramme({ sessions }) }));
    expect(atom.match(/<entry[^>]*>/g)).toEqual(["<entry>", '<entry xml:lang="de">']);
  });

  test("is told of in the club's language where it is changed", () => {
    expect(toNoticeEntry(aNotice(), aPublishedSession(GERMAN), aClubIn("fr")).language).toBe(undefined);
  });
});
