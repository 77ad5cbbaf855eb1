/** When a session is, as announcements write it: what is understood, and what is shown or refused. All of it is invented. */
import { describe, expect, test } from "vitest";
import { A_PLAIN_SESSION, readSessions } from "../../support/announcements.ts";

/** What a session has otherwise than Ada Example's on Counting Sheep, on Monday 15 June at the usual time; or why the text is refused. */
type Read = readonly object[] | string;

describe("when", () => {
  test.each<[sentence: string, text: string, read: Read]>([
    [
      "a span without am and pm is near the usual time",
      "When: June 15 (Mon), 4-5 ET",
      [{ start: "16:00", duration: 60 }],
    ],
    [
      "half hours of a span are, too",
      "When: June 15 (Mon), 3:30-4:30 ET",
      [{ start: "15:30", duration: 60 }],
    ],
    [
      "a span begins at half past noon",
      "When: June 15 (Mon), 12:30-1:30 ET",
      [{ start: "12:30", duration: 60 }],
    ],
    [
      "four digits are both ends of a span",
      "When: June 15 (Mon), 1500–1600 ET",
      [{ start: "15:00", duration: 60 }],
    ],
    ["four digits are a time before a zone", "When: June 15 (Mon), 1500 ET", [{ start: "15:00" }]],
    [
      "an offset stands in brackets",
      "When: June 15 (Mon), 9:00am (GMT+8)",
      [{ date: "2026-06-14", start: "21:00" }],
    ],
    ["an offset has the minus sign of typographers", "When: June 15 (Mon), 3pm UTC−4", [{ start: "15:00" }]],
    ["an offset follows seconds", "When: 2026-06-15 16:00:00 +0200", [{ start: "10:00" }]],
    ["an offset has two digits", "When: 2026-06-15 19:00+02", [{}]],
    ["a zone stands in square brackets", "When: June 15 (Mon), 14:00 [America/Sao_Paulo]", [{}]],
    ["a city's name names its zone", "When: June 15 (Mon), 19:00 Zürich time", [{}]],
    ["times of one moment are parted by slashes alone", "When: June 15 (Mon), 10am PT/1pm ET/7pm CET", [{}]],
    ["a zone may be named twice", "When: June 15 (Mon), 1:00pm (UTC-04:00) Eastern Time (US & Canada)", [{}]],
    [
      "a zone that is not known is refused",
      "When: June 15 (Mon), 1pm NZST",
      '3 "1pm NZST": the zone NZST is not known here, expected ET, CET, UTC or a name such as America/New_York',
    ],
    [
      "Slack's day has its words",
      "When: <!date^1781542800^{date}|Mon June 15>, 4–5pm ET",
      [{ start: "16:00", duration: 60 }],
    ],
    ["a zone in brackets before its time is its own", "When: June 15 (Mon), (UTC+2) 19:00", [{}]],
    ["cities stand before their times", "When: June 15 (Mon), 3pm ET (Paris: 9pm)", [{ start: "15:00" }]],
    [
      "a city before the first time is its zone",
      "When: June 15 (Mon), Paris: 9pm / New York: 3pm",
      [{ start: "15:00" }],
    ],
    [
      "a zone apart from its time is shown",
      "When: June 15 (Mon) UTC+2, 3pm",
      [{ start: "15:00", missing: ['"UTC+2" of line 3'] }],
    ],
    [
      "a zone in brackets belongs to the time before it",
      "When: June 15 (Mon), 10am (PT) 3pm",
      [{ missing: ['"3pm" of line 3'] }],
    ],
    [
      "words in brackets before a time that are no zone are shown",
      "When: June 15 (Mon), (upstairs) 3pm",
      [{ start: "15:00", missing: ['"upstairs" of line 3'] }],
    ],
    [
      "German says the half of the day",
      "Wann: Montag, 15. Juni, 3 Uhr nachmittags (New York)",
      [{ start: "15:00" }],
    ],
    ["Spanish says the half of the day", "Fecha: lunes 15 de junio, 3:30 de la tarde", [{ start: "15:30" }]],
    [
      "English says the half of the day of a span",
      "When: June 15 (Mon), 3:30-4:30 in the afternoon",
      [{ start: "15:30", duration: 60 }],
    ],
    ["a morning stays one", "Quando: 15 de junho (segunda-feira), 9:30 da manhã", [{ start: "09:30" }]],
    ["Korean counts days and hours", "일시: 2026년 6월 16일 (화) 오전 2시 30분 (KST)", [{ start: "13:30" }]],
    [
      "a Korean weekday is the date's",
      "일시: 2026년 6월 16일 (수) 13:00 ET",
      '3 "2026년 6월 16일 (수)" does not fit its weekday: it is Tuesday 16 June 2026, expected Wednesday 10 June 2026 or Wednesday 17 June 2026, or the year if it is not 2026 (a Wednesday in 2021 and 2027)',
    ],
    ["a year has two digits after an apostrophe", "When: Mon, Jun 15 '26, 3 PM ET", [{ start: "15:00" }]],
    ["a zone has points", "When: June 15 (Mon), 3 p.m. E.T.", [{ start: "15:00" }]],
    [
      "cities name the zones of their times",
      "When: June 15 (Mon), 3:00 PM New York / 9:00 PM Berlin / 12:30 AM Delhi",
      [{ start: "15:00" }],
    ],
    [
      "a place that is no zone is shown",
      "When: June 15 (Mon), 3:00 PM Gates",
      [{ start: "15:00", missing: ['"Gates" of line 3'] }],
    ],
    ["Japanese names a city's time", "日時: 2026年6月15日 午後3時 (ニューヨーク時間)", [{ start: "15:00" }]],
    [
      "Spanish names a city of several words",
      "Fecha: lunes 15 de junio, 13:00 hora de Ciudad de México",
      [{ start: "15:00" }],
    ],
    ["hours have points in a span", "When: Mon 15 June 14.00-15.30", [{ start: "14:00" }]],
    [
      "when the doors open is left out",
      "When: June 15 (Mon), 3pm ET (doors open at 2:45pm)",
      [{ start: "15:00" }],
    ],
    [
      "the time that does not hold is left out",
      "When: June 15 (Mon), 3pm ET instead of 1pm",
      [{ start: "15:00" }],
    ],
    [
      "what was struck out does not hold",
      "When: ~~Monday, June 8~~ Monday, June 15, 3pm ET",
      [{ start: "15:00" }],
    ],
    [
      "that a time is new says no more",
      "When: June 15 (Mon), 3pm ET (note the new time!)",
      [{ start: "15:00" }],
    ],
    [
      "parts of a session are one after the other",
      "When: June 15 (Mon), 3pm ET (45 min talk + 15 min Q&A)",
      [{ start: "15:00", duration: 60 }],
    ],
    [
      "Outlook's offset gives way to the zone's name",
      "When: Monday, 15 June 2026 15:00 (UTC-05:00) Eastern Time (US & Canada)",
      [{ start: "15:00" }],
    ],
    [
      "Outlook names cities",
      "When: Monday, 15 June 2026 19:00 (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
      [{}],
    ],
    [
      "Outlook's name that is not known is refused",
      "When: Monday, 15 June 2026 19:00 (UTC+01:00) Somewhere Time",
      '3 "19:00 (UTC+01:00) Somewhere Time": the zone Somewhere is not known here, expected ET, CET, UTC or a name such as America/New_York',
    ],
    [
      "a weekday before a month that is none is no day",
      "When: Monday, Jume 22",
      '3 "Monday, Jume 22" is no day that can be told for sure, expected the date',
    ],
    [
      "two lengths that contradict each other are shown",
      "When: June 15 (Mon), 3pm ET, 1 hour, 45 minutes",
      [{ start: "15:00", missing: ['"1 … 45 minutes" of line 3'] }],
    ],
    ["of two days the club's weekday is meant", "When: 6/8/26, 1pm ET", [{ date: "2026-06-08" }]],
    [
      "a label names the zone of its time",
      `Date: June 15 (Mon)
Time (CET): 19:00`,
      [{}],
    ],
    [
      "a line about all times is shown",
      `Date: June 15 (Mon)
Time: 3pm
All times are CET.`,
      [{ start: "15:00", missing: ['"All times are CET." of line 5'] }],
    ],
    [
      "a weekday with the day of a month that is not named is refused",
      "When: Monday 12th, 1pm ET",
      '3 "Monday 12th, 1pm ET" is no day that can be told for sure, expected the date',
    ],
    ["a time that was another is left out", "When: June 15 (Mon), 3pm ET (was 1pm ET)", [{ start: "15:00" }]],
    [
      "a talk called off at the end of a line is refused",
      "When: June 15 (Mon), 1pm ET - cancelled",
      '3 "June 15 (Mon), 1pm ET - cancelled" calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file',
    ],
    ["a small zone is shown", "When: June 15 (Mon), 1pm nz time", [{ missing: ['"nz" of line 3'] }]],
    [
      "a time in words is shown",
      "When: June 15 (Mon), quarter past three",
      [{ missing: ['"quarter past three" of line 3'] }],
    ],
    [
      "a second time is shown",
      "When: June 15 (Mon), doors 12:45pm, talk 1pm ET",
      [{ start: "12:45", missing: ['"1pm ET" of line 3', '"doors" of line 3'] }],
    ],
    ["a length in hours is one", "When: June 15 (Mon), 1pm ET, 2 hours", [{ duration: 120 }]],
    ["half an hour is one", "When: June 15 (Mon), 1pm ET, half an hour", [{ duration: 30 }]],
    [
      "a length in French is one",
      "Date : lundi 15 juin 2026 à 15h30 (durée 1h15)",
      [{ start: "15:30", duration: 75 }],
    ],
    [
      "minutes of delay are no length",
      "When: June 15 (Mon), 1pm ET (starts 15 minutes late)",
      [{ missing: ['"15 minutes late)" of line 3'] }],
    ],
    [
      "an interval of instants has a length",
      "When: 2026-06-15T17:00:00Z/2026-06-15T18:00:00Z",
      [{ duration: 60 }],
    ],
    ["an interval has a period", "When: 2026-06-15T17:00:00Z/PT1H", [{ duration: 60 }]],
    [
      "German",
      `Datum: Montag, 15. Juni 2026
Uhrzeit: 20–21 Uhr MESZ`,
      [{ start: "14:00", duration: 60 }],
    ],
    ["French", "Date : lundi 15 juin 2026 à 20h (heure de Paris)", [{ start: "14:00" }]],
    ["Spanish", "Fecha: lunes 15 de junio de 2026, 3:00 p. m.", [{ start: "15:00" }]],
    [
      "Portuguese",
      `Data: segunda-feira, 15 de junho de 2026
Horário: 15h (horário de Brasília)`,
      [{ start: "14:00" }],
    ],
    ["Italian", "Data: lunedì 15 giugno 2026, ore 20:00 (ora di Roma)", [{ start: "14:00" }]],
    ["Japanese", "日時：2026年6月16日（火）午前3時〜4時（日本時間）", [{ start: "14:00", duration: 60 }]],
    ["Chinese", "时间：2026年6月16日（星期二）上午3:00-4:00（北京时间）", [{ start: "15:00", duration: 60 }]],
    ["a coming weekday is told from today", "When: next Monday, 1pm ET", [{}]],
    ["tomorrow is told from today", "When: tomorrow, 1pm ET", [{ date: "2026-06-13" }]],
    [
      "two weekdays are none",
      "When: Monday or Tuesday, 1pm ET",
      '3 "Monday or Tuesday, 1pm" is no day that can be told for sure, expected the date',
    ],
    [
      "a weekday after the next is not told",
      "When: the Monday after next, 1pm ET",
      '3 "the Monday after next, 1pm" is no day that can be told for sure, expected the date',
    ],
    [
      "the day after tomorrow is not tomorrow",
      "When: the day after tomorrow, 1pm ET",
      '3 "the day after tomorrow" is no day that can be told for sure, expected the date',
    ],
    [
      "in French the day after tomorrow is not tomorrow",
      "Date : après-demain",
      '3 "après-demain" is no day that can be told for sure, expected the date',
    ],
    [
      "every Monday is no date",
      "When: every Monday, 1pm ET",
      '3 the announcement has no date that can be read (only the weekday Monday), expected one such as "June 15 (Mon)"',
    ],
    [
      "a talk that is moved to another day is refused",
      "When: June 15 (Mon), POSTPONED to June 22",
      `3 "June 15 (Mon), POSTPONED to June 22" calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file
3 two dates: Monday 15 June 2026 and Monday 22 June 2026, expected one for a session`,
    ],
    [
      "a talk that does not take place is refused",
      `When: June 15 (Mon)
Unfortunately this talk will not take place.`,
      '4 "Unfortunately this talk will not take place." calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file',
    ],
    [
      "in French, too",
      `Date : lundi 15 juin 2026
La séance est annulée.`,
      '4 "La séance est annulée." calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file',
    ],
    [
      "a correction beside the announcement is shown",
      `When: June 15 (Mon)

Best,
Bob

UPDATE: we meet in Soda 306 instead of Gates 104`,
      [{ missing: ['"UPDATE: we meet in Soda 306 instead of Gates 104" of line 8'] }],
    ],
  ])("%s", async (_sentence, text, read) => {
    const expected = typeof read === "string" ? read : read.map((one) => ({ ...A_PLAIN_SESSION, ...one }));
    expect(await readSessions(`Title: Counting Sheep\nSpeaker: Ada Example\n${text}`)).toEqual(expected);
  });
});
