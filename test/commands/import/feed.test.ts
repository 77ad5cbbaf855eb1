/** RSS and Atom feeds of other clubs to sessions. */
import { expect, test } from "vitest";
import { readPast } from "./support.ts";

interface AnItem {
  title?: string;
  posted?: string;
  text?: string;
  more?: string;
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** As blogs write them: the text is HTML. */
function aFeed(...items: AnItem[]): string {
  const all = items.map(
    ({ title = "Knots", posted = "Mon, 11 Mar 2024 09:00:00 GMT", text = "", more = "" }, index) =>
      `<item><title>${escape(title)}</title><link>https://club.example/${index + 1}</link><guid>https://club.example/?p=${index + 1}</guid><pubDate>${posted}</pubDate><description>${escape(text)}</description>${more}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Talks</title><link>https://club.example</link><description>Talks</description>${all.join("")}</channel></rss>`;
}

/** Date, start and what was left over of the only item; or why it is none. */
async function toDay(item: AnItem): Promise<unknown> {
  const { sessions, passedOver } = await readPast(aFeed(item));
  const [session] = sessions ?? [];
  return session === undefined ? passedOver : [session["date"], session["start"], session["leftOver"]];
}

test("a post with a day, a room and people is a session, and the post's page stays known", async () => {
  const text = `<p><strong>Speaker:</strong> Ada Lovelace (MIT)</p><p><strong>Date:</strong> Thursday, March 14, 2024 at 4:00 pm</p>
<p>Room: Salle 5</p><p>Paper: <a href="https://arxiv.org/abs/2401.00010">Knots</a></p><p>Slides: https://slides.example/1</p><p>On knots.</p>`;
  expect(await readPast(aFeed({ title: "S12 | Knots", text }))).toEqual({
    sessions: [
      {
        place: "item 1",
        id: "p-1-ottcnlk",
        number: 12,
        title: "Knots",
        date: "2024-03-14",
        start: "16:00",
        presenters: [{ name: "Ada Lovelace", affiliation: "MIT" }],
        papers: [{ title: "Knots", arxiv: "2401.00010" }],
        location: "Salle 5",
        slides: "https://slides.example/1",
        announced: "2024-03-11",
        abstract: "On knots.\n\n<https://club.example/1>",
      },
    ],
  });
});

test.each([
  ["When: 14 March, 16:00", "2024-03-14", "16:00"],
  ["When: Thursday, March 14", "2024-03-14", undefined],
  ["When: 14 March 2024, 9am ET", "2024-03-14", undefined],
  ["Date: 2 January 2025", "2025-01-02", undefined],
])("%s in a post of 11 March 2024 is %s at %s, nothing being the usual 14:00", async (text, date, start) => {
  expect(await toDay({ text: `<p>${text}</p>` })).toEqual([date, start, undefined]);
});

test("a day without a year is the one nearest to the posting", async () => {
  const posted = "Mon, 30 Dec 2024 09:00:00 GMT";
  expect(await toDay({ posted, text: "When: 2 January" })).toEqual(["2025-01-02", undefined, undefined]);
});

test("the one day that a text names is the session's, and that is said", async () => {
  expect(await toDay({ text: "On Thursday, March 14th we read about knots." })).toEqual([
    "2024-03-14",
    undefined,
    ["2024-03-14 is the day that its text names, the usual time is taken"],
  ]);
});

test("a day far from the posting is not the session's", async () => {
  expect(await toDay({ text: "The paper appeared on June 12, 2017." })).toEqual([
    "2024-03-11",
    undefined,
    ["2024-03-11 is the day of the posting"],
  ]);
});

test.each([
  ["When: Thursday, March 15", 'item 1: "Knots" has a date that is not understood: "Thursday, March 15"'],
  ["When: 14 March, 25:00", 'item 1: "Knots" has a time that is not understood: "14 March, 25:00"'],
  ["When: soon", 'item 1: "Knots" has a date that is not understood: "soon"'],
  ["Date: 14 March<br>Date: 21 March", 'item 1: "Knots" names 2024-03-14 and 2024-03-21 as its day'],
  [
    "We meet on March 14, 2024, or on March 21, 2024.",
    'item 1: "Knots" names several days: 2024-03-14, 2024-03-21',
  ],
])("%j does not pass for the day of the posting", async (text, reason) => {
  expect(await toDay({ text: `<p>${text}</p>` })).toEqual([reason]);
});

test("the day of a posting is that in the club's zone", async () => {
  const posted = "Wed, 13 Mar 2024 23:30:00 GMT";
  expect(await toDay({ posted })).toEqual([
    "2024-03-14",
    undefined,
    ["2024-03-14 is the day of the posting"],
  ]);
});

test("an Atom feed's entries are known by their ids, and dated when they were published", async () => {
  const feed = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Talks</title><id>tag:a.example,2024:x</id><updated>2024-05-01T00:00:00Z</updated>
<entry><title type="html">Knots &amp;amp; links</title><id>tag:club.example,2024:knots</id><link href="https://club.example/knots"/><published>2024-03-14T08:00:00Z</published><updated>2024-04-01T08:00:00Z</updated><content type="html">&lt;p&gt;On knots.&lt;/p&gt;</content></entry></feed>`;
  const { sessions } = await readPast(feed);
  expect(sessions?.map(({ id, title, date }) => [id, title, date])).toEqual([
    ["tag-club-example-2024-knots-lvagprn", "Knots & links", "2024-03-14"],
  ]);
});

test("an episode of a podcast is the recording; a picture is none", async () => {
  const { sessions } = await readPast(
    aFeed(
      { more: '<enclosure url="https://cdn.example/1.mp3" type="audio/mpeg" length="1"/>' },
      { more: '<enclosure url="https://cdn.example/1.png" type="image/png" length="1"/>' },
    ),
  );
  expect(sessions?.map(({ replay }) => replay)).toEqual(["https://cdn.example/1.mp3", undefined]);
});

test("what stands before three numbers is the name of a series", async () => {
  const titles = ["Episode 12: Knots", "Episode 13: Braids", "Episode 14: Rings"];
  const { sessions } = await readPast(aFeed(...titles.map((title) => ({ title }))));
  expect(sessions?.map(({ number, title }) => [number, title])).toEqual([
    [12, "Knots"],
    [13, "Braids"],
    [14, "Rings"],
  ]);
});

test("of two meetings none is known to be the session's", async () => {
  const text = "<p>https://zoom.us/j/1</p><p>https://zoom.us/j/2</p>";
  const { sessions } = await readPast(aFeed({ text }, { text: "<p>Zoom: https://zoom.us/j/1</p>" }));
  expect(sessions?.map(({ join }) => join)).toEqual([undefined, "https://zoom.us/j/1"]);
});

test("an item without a title or a date is none, and half a feed is refused as a whole", async () => {
  const { passedOver } = await readPast(aFeed({ title: "" }, { title: "No meeting" }, { posted: "" }));
  expect(passedOver).toEqual([
    "item 1: has no title",
    'item 2: "No meeting": there was no session',
    'item 3: "Knots" has no date',
  ]);
  expect(Object.keys(await readPast(aFeed({}).slice(0, -30)))).toEqual(["unread"]);
});
