/** Columns of sheets in nine languages, and what stands in them. */
import { expect, test } from "vitest";
import { readPast } from "./support.ts";

const WHOLE = {
  number: 7,
  title: "Knots",
  date: "2024-03-07",
  start: "16:00",
  duration: 90,
  presenters: [{ name: "Ada Lovelace" }],
  chair: [{ name: "Emmy Noether" }],
  join: "https://zoom.us/j/7",
  passcode: "4711",
  replay: "https://vimeo.com/76979871",
  slides: "https://slides.example/7",
  code: "https://code.example/7",
  links: [{ title: "Notes", url: "https://notes.example/7" }],
  language: "de",
  tags: ["topology", "knots"],
  status: "cancelled",
};

const CELLS = [
  "7",
  "2024-03-07",
  "16:00",
  "17:30",
  "Ada Lovelace",
  "Knots",
  "Emmy Noether",
  "https://zoom.us/j/7",
  "4711",
  "https://vimeo.com/76979871",
  "https://slides.example/7",
  "https://code.example/7",
  "Notes: https://notes.example/7",
  "topology, knots",
];

test.each([
  [
    "No.|Date|Start time|End time|Speaker(s)|Talk title|Session chair|Meeting link|Passcode|Recording|Link to slides|GitHub|Further links|Keywords|Language|Status",
    ["German", "canceled"],
  ],
  [
    "Nr.|Datum|Beginn|Ende|Vortragende/r|Thema|Moderation|Zugangslink|Kennwort|Aufzeichnung|Folien|Quellcode|Weitere Links|Schlagwörter|Sprache|Status",
    ["Deutsch", "entfällt"],
  ],
  [
    "N°|Date|Heure de début|Heure de fin|Orateur·rice|Titre|Animateur|Lien visio|Code d'accès|Enregistrement|Diapositives|Code source|Liens|Mots-clés|Langue|Statut",
    ["allemand", "annulée"],
  ],
  [
    "N.º|Fecha|Hora de inicio|Hora de fin|Ponente|Título|Moderador|Enlace|Contraseña|Grabación|Diapositivas|Código|Recursos|Palabras clave|Idioma|Estado",
    ["alemán", "Cancelada"],
  ],
  [
    "Sessão|Data|Horário|Fim|Apresentador|Título|Mediador|Link|Senha|Gravação|Slides|Código|Materiais|Palavras-chave|Idioma|Situação",
    ["alemão", "cancelado"],
  ],
  [
    "N.|Data|Orario|Fine|Relatrice|Titolo|Moderatore|Collegamento|Codice di accesso|Registrazione|Lucidi|Codice|Risorse|Parole chiave|Lingua|Stato",
    ["tedesco", "annullato"],
  ],
  [
    "Nr|Datum|Tijd|Einde|Spreker|Titel|Voorzitter|Link|Wachtwoord|Opname|Dia's|Code|Materiaal|Trefwoorden|Taal|Status",
    ["Duits", "geannuleerd"],
  ],
  [
    "回|日付|開始時刻|終了時刻|発表者|タイトル|司会|接続先|パスコード|録画|スライド|コード|関連リンク|キーワード|言語|ステータス",
    ["ドイツ語", "中止"],
  ],
  [
    "编号|日期|开始时间|结束时间|主讲人|题目|主持人|会议链接|会议密码|录像|幻灯片|代码|链接|关键词|语言|状态",
    ["德语", "已取消"],
  ],
])("%s", async (header, last) => {
  const sheet = [header.split("|"), [...CELLS, ...last]].map((cells) => cells.join("\t")).join("\n");
  expect(await readPast(sheet)).toEqual({
    sessions: [{ place: "line 2", ...WHOLE, announced: "2024-03-07" }],
  });
});

/** What one cell of a column gives: the field, or what was left over. */
const toField = async (column: string, cell: string, field: string): Promise<unknown> => {
  const sheet = `Date\tTitle\tZoom\t${column}\n2024-03-07\tKnots\thttps://zoom.us/j/1\t${cell}\n`;
  const { sessions, passedOver } = await readPast(sheet);
  return sessions?.map((session) => session[field] ?? session["leftOver"])[0] ?? passedOver?.[0];
};

test.each([
  ["#", "S12", "number", 12],
  ["Session", "Session 12", "number", 12],
  ["回", "第１２回", "number", 12],
  ["No.", "12a", "number", ['number: "12a"']],
  ["Duration", "1h30", "duration", 90],
  ["Duration", "1:30", "duration", 90],
  ["Duration", "1.5 hours", "duration", 90],
  ["Duration", "90 Min.", "duration", 90],
  ["Duration", "60", "duration", undefined],
  ["Duration", "0:00", "duration", ['duration: "0:00"']],
  ["Duration", "long", "duration", ['duration: "long"']],
  ["Language", "pt-BR", "language", "pt-BR"],
  ["Language", "English", "language", undefined],
  ["Language", "French or English", "language", ['language: "French or English"']],
  ["Status", "verschoben", "status", "postponed"],
  ["Status", "TBC", "status", "tentative"],
  ["Status", "done", "status", undefined],
  ["Status", "rescheduled", "status", ['status: "rescheduled"']],
  ["Tags", "#knots #braids", "tags", ["knots", "braids"]],
  ["Video", "not recorded", "replay", "none"],
  ["Video", "ask Ada", "replay", ['recording: "ask Ada"']],
  ["Slides", "[PDF](https://a.example/1.pdf)", "slides", "https://a.example/1.pdf"],
  ["Slides", "slides.pdf", "slides", ['slides: "slides.pdf"']],
  ["Links", "https://www.a.example/1", "links", [{ title: "a.example", url: "https://www.a.example/1" }]],
  ["Links", "see the wiki", "links", ['links: "see the wiki"']],
  ["Passcode", "TBA", "passcode", undefined],
  ["Paper", "[Knots](https://arxiv.org/abs/2401.00010)", "papers", [{ title: "Knots", arxiv: "2401.00010" }]],
  ["arXiv", "2401.10", "papers", [{ title: "Knots" }]],
  ["arXiv", "https://arxiv.org/abs/2413.00010", "papers", ["papers: https://arxiv.org/abs/2413.00010"]],
])("a column %s of %j: %s is %j", async (column, cell, field, expected) => {
  expect(await toField(column, cell, field)).toEqual(expected);
});

test("a cell of the meeting says its passcode; other words beside it are left over", async () => {
  const { sessions } = await readPast(
    "Date\tTitle\tZoom\n2024-03-07\tKnots\tZoom: https://zoom.us/j/1 (Meeting ID: 123 456 789, passcode: a1b2)\n2024-03-14\tBraids\thttps://zoom.us/j/1 after a mail to Ada\n",
  );
  expect(sessions?.map(({ join, passcode, leftOver }) => [join, passcode, leftOver])).toEqual([
    ["https://zoom.us/j/1", "a1b2", undefined],
    ["https://zoom.us/j/1", undefined, ['link: "after a mail to Ada"']],
  ]);
});

test("a passcode without an address opens nothing, and is left over", async () => {
  const { sessions } = await readPast("Date,Title,Passcode\n2024-03-07,Knots,4711\n");
  expect(sessions?.map(({ passcode, leftOver }) => [passcode, leftOver])).toEqual([
    [undefined, ['passcode: "4711"']],
  ]);
});

test("of two columns that can be it the one with the surer name is, and a day's number is no session's", async () => {
  const { sessions, notes } = await readPast(
    "Week,Day,Date,Topic,Talk title,Speaker\n3,Day 5,2024-03-07,Topology,Knots,Ada Lovelace\n",
  );
  expect([sessions, notes]).toEqual([
    [
      {
        place: "line 2",
        title: "Knots",
        date: "2024-03-07",
        presenters: [{ name: "Ada Lovelace" }],
        announced: "2024-03-07",
      },
    ],
    ['columns that nothing was taken from: "Week", "Topic", "Day"'],
  ]);
});

test("a weekday in a column of its own must be the date's", async () => {
  const { sessions, passedOver } = await readPast(
    "Day,Date,Title\nThu,7 March 2024,Knots\nWed,14 March 2024,Braids\n",
  );
  expect([sessions?.map(({ title }) => title), passedOver]).toEqual([
    ["Knots"],
    ['line 3: "Wed" beside "14 March 2024" says Wednesday, but it is Thursday 14 March 2024'],
  ]);
});

test.each([
  ["Time (ET)", "9:00 am", "15:00"],
  ["Time (EST/EDT)", "9:00 am", "15:00"],
  ["Start UTC", "15:00", "16:00"],
  ["Time (24h)", "15:00", "15:00"],
  ["Time (ET)", "15:00 UTC", "16:00"],
  ["Time (moon)", "15:00", 'line 2: "15:00 moon" is not understood as a time'],
])("%s with %s is %s in Paris", async (column, cell, expected) => {
  const { sessions, passedOver } = await readPast(`Date,${column},Title\n2024-02-29,${cell},Knots\n`);
  expect(sessions?.map(({ start }) => start)[0] ?? passedOver?.[0]).toBe(expected);
});

test.each([
  ["Start,End", "2024-03-07 15:00:00,2024-03-07 16:30:00", ["15:00", 90]],
  ["Start,End", "2024-03-07T15:00:00Z,2024-03-07T16:30:00Z", ["16:00", 90]],
  ["Date,Time", "2024-03-07,15.30 uur", ["15:30", undefined]],
  ["Date,Time,Duration", "2024-03-07,15:00–16:30,120", ["15:00", 90]],
  ["Date,Time,Duration", "2024-03-07,15:00,90", ["15:00", 90]],
  ["Date,End", "2024-03-07,16:30", 'line 2: "16:30" is an end without a beginning'],
])("%s of %s is %j", async (columns, cells, expected) => {
  const { sessions, passedOver } = await readPast(`${columns},Title\n${cells},Knots\n`);
  const [time] = sessions?.map(({ start, duration }) => [start, duration]) ?? [];
  expect(time ?? passedOver?.[0]).toEqual(expected);
});

test("a surname before its first name is not taken for two people", async () => {
  const { sessions } = await readPast(
    `Date,Title,Speaker,Affiliation\n2024-03-07,Knots,"Lovelace, Ada",\n2024-03-14,Braids,"de Souza, Ana; Noether, Emmy",\n2024-03-21,Rings,"Ada Lovelace, Emmy Noether",MIT; CNRS\n`,
  );
  expect(sessions?.map(({ presenters, leftOver }) => presenters ?? leftOver)).toEqual([
    ['who presents: "Lovelace, Ada" can be a surname before its first name, or two people'],
    ['who presents: "de Souza, Ana; Noether, Emmy" can be a surname before its first name, or two people'],
    [
      { name: "Ada Lovelace", affiliation: "MIT" },
      { name: "Emmy Noether", affiliation: "CNRS" },
    ],
  ]);
});

test("names in two columns, or turned round as their column says, are whole names", async () => {
  expect(
    (await readPast("Date,Title,First name,Last name\n2024-03-07,Knots,Ada,Lovelace\n")).sessions?.[0]?.[
      "presenters"
    ],
  ).toEqual([{ name: "Ada Lovelace" }]);
  const { sessions } = await readPast(
    'Date,Title,"Speaker (Last, First)"\n2024-03-07,Knots,"Lovelace, Ada; de Souza, Ana (USP)"\n',
  );
  expect(sessions?.[0]?.["presenters"]).toEqual([
    { name: "Ada Lovelace" },
    { name: "Ana de Souza", affiliation: "USP" },
  ]);
});
