/** The states of a programme that pages must look right in. */
import { toAbstract } from "../../../src/build/abstract.ts";
import type { Publication } from "../../../src/programme/publication.ts";
import {
  aClub,
  anArchivedVideo,
  aNotice,
  aPublishedProgramme,
  aPublishedSession,
  aPublishedVideo,
  aRecording,
  aReplayedSession,
} from "../../support/builders.ts";

const DAY = 24 * 60 * 60_000;
/** Wednesday before the builders' session. */
const NOW = Date.UTC(2026, 5, 10);

const LONG_TITLE = "On the Convergence of Uniform and Absorbing Noise Schedules in Discrete Diffusion: "
  .repeat(3)
  .slice(0, 200);
const ABSTRACT = {
  text: "What the examples show, and what they do not. ".repeat(12),
  html: `<p>${"What the examples show, and what they do <em>not</em>. ".repeat(12)}</p><p>See <a href="https://example.org/x">more</a> and <code>x &lt; y</code>.</p>`,
};

const past = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const startsAt = Date.UTC(2026, 5, 8, 17) - (count - index - 1) * 7 * DAY;
    return aReplayedSession(
      {
        id: `p${index}`,
        number: index + 1,
        title: `Example ${index + 1}: a study`,
        date: new Date(startsAt).toISOString().slice(0, 10),
        startsAt,
        endsAt: startsAt + 90 * 60_000,
        tags: [`tag ${index % 17}`],
        presenters: [{ name: `Presenter ${index % 700}` }],
        abstract: ABSTRACT,
      },
      { recording: { videoId: `video${String(index).padStart(6, "0")}`, state: "replay" } },
    );
  });

const upcoming = aPublishedSession({
  join: "https://meet.example.org/j/1?a=b&c=d",
  location: "Room 21",
  tags: ["theory", "noise"],
  abstract: ABSTRACT,
});

const ofSessions = (
  sessions: Publication["programme"]["sessions"],
  more: Partial<Publication> = {},
): Publication => ({
  club: aClub({ description: "A reading group about examples; weekly, online and free." }),
  programme: aPublishedProgramme({
    sessions,
    standAloneVideos: [aPublishedVideo({ title: "Welcome <b>all</b> & friends" })],
  }),
  publicUrl: "https://feeds.example.org",
  isSample: false,
  asOf: NOW,
  ...more,
});

const moved = ofSessions([...past(3), upcoming]);

/** All that a session can have on any site, but for its replays. */
const WHOLE_SESSION = {
  presenters: [
    { name: "Ada Example", affiliation: "Example University", url: "https://ada.example" },
    { name: "Max Example", affiliation: "Example Institute" },
  ],
  chair: [{ name: "Grace Chair", affiliation: "Example University", url: "https://grace.example" }],
  talks: [
    {
      title: "Uniform noise, and what it is good for",
      presenters: [{ name: "Ada Example" }],
      papers: [],
      replay: { videoId: "vimeo.76979871", url: "https://vimeo.com/76979871" },
    },
    { title: "Absorbing states", presenters: [{ name: "Max Example" }], papers: [] },
  ],
  join: "https://meet.example.org/j/1?a=b&c=d",
  passcode: "84 62 77",
  stream: "https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv",
  location: "Room 21",
  slides: "https://slides.example/s21.pdf",
  code: "https://code.example/club/s21",
  links: [
    { title: "A gentle introduction to discrete diffusion", url: "https://reading.example/introduction" },
    { title: "Notes", url: "https://notes.example/s21" },
  ],
  inLanguage: "fr",
  abstract: ABSTRACT,
};

/** On YouTube, Vimeo, and a site that has no player here. */
export const REPLAYED_EVERYWHERE = ofSessions(
  [
    ...past(2),
    aReplayedSession({
      ...WHOLE_SESSION,
      otherReplays: [
        { videoId: "vimeo.76979871", url: "https://vimeo.com/76979871" },
        { videoId: "web.1abc", url: "https://videos.example/watch?v=1" },
      ],
    }),
  ],
  { asOf: NOW + 30 * DAY },
);

/** A recording with chapters, a transcript of an hour, and what a search for "noise" finds in them. */
const SAID: Publication = {
  ...ofSessions(
    [
      aReplayedSession(WHOLE_SESSION, {
        recording: aRecording({
          video: anArchivedVideo({ description: "0:00 Introduction\n10:00 Method\n1:00:00 Questions" }),
        }),
      }),
    ],
    { asOf: NOW + 30 * DAY },
  ),
  transcript: Array.from({ length: 900 }, (_, index) => ({
    from: index * 4,
    to: index * 4 + 4,
    text: `This is what noise says in cue ${index}.`,
  })),
  results: {
    found: [
      {
        sessionId: aReplayedSession(WHOLE_SESSION).session.id,
        fields: {
          title: [
            { text: "A ", isHit: false },
            { text: "noise", isHit: true },
          ],
          people: [
            { text: "Grace ", isHit: false },
            { text: "Noise", isHit: true },
          ],
          abstract: [
            { text: "… of ", isHit: false },
            { text: "noises", isHit: true },
          ],
        },
        moments: [0, 4, 3_596].map((at) => ({
          at,
          passageAt: Math.floor(at / 12) * 12,
          text: [
            { text: "This is what ", isHit: false },
            { text: "noise", isHit: true },
            { text: " says.", isHit: false },
          ],
        })),
      },
    ],
    total: 12,
    page: 2,
    pages: 3,
    isComplete: false,
  },
};

const withFormulas = toAbstract(String.raw`
Let $p_\theta(x_{t-1} \mid x_t)$ be a model of $x_0 \in \mathcal{V}^d$ and $\hat{x}_\theta$ its guess. We bound

$$\mathcal{L}_{\text{ELBO}} = -\mathbb{E}_{q}\left[\sum_{t=1}^{T} \frac{\alpha_t'}{1-\alpha_t} \log \frac{p_\theta(x_{t-1}\mid x_t)}{q(x_{t-1}\mid x_t, x_0)} + \overline{KL}\left(q(x_T\mid x_0)\,\|\,p(x_T)\right) + \sqrt[3]{\epsilon}\right]$$

and show that

$$\begin{aligned} f(x) &= \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases} \\ A &= \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \end{aligned}$$

- a macro of somebody's own is as written: $\E[x] < \infty$;
- a price of $5 is none.
`);
if (!withFormulas.ok) throw new Error(withFormulas.error.reason);

/** What was not recorded, and has formulas. */
export const WITH_FORMULAS = ofSessions(
  [
    ...past(2),
    aPublishedSession({
      title: "Learning in O(n²): k-means without labels",
      slides: "https://slides.example/s21.pdf",
      code: "https://code.example/club/s21",
      links: WHOLE_SESSION.links,
      replay: "none",
      abstract: withFormulas.value.abstract,
    }),
  ],
  { asOf: NOW + 30 * DAY },
);

export const SCENES: Record<string, Publication> = {
  "found by what was said": SAID,
  formulas: WITH_FORMULAS,
  "everything before": ofSessions([...past(3), aPublishedSession(WHOLE_SESSION)]),
  "everything after": REPLAYED_EVERYWHERE,
  "a replay elsewhere": ofSessions(
    [
      aReplayedSession(
        {},
        { recording: { videoId: "vimeo.1", url: "https://vimeo.com/1", state: "replay" } },
      ),
    ],
    { asOf: NOW + 30 * DAY },
  ),
  "nothing at all of a club every two weeks": ofSessions([], {
    club: aClub({ everyWeeks: 2 }),
    programme: aPublishedProgramme({ sessions: [] }),
  }),
  "nothing announced": ofSessions(past(3)),
  "nothing at all": ofSessions([], { programme: aPublishedProgramme({ sessions: [] }), isSample: true }),
  "one upcoming": ofSessions([...past(6), upcoming]),
  "one on now": ofSessions([...past(3), upcoming], { asOf: Date.UTC(2026, 5, 15, 17) }),
  "one cancelled": ofSessions([...past(3), aPublishedSession({ status: "cancelled", abstract: ABSTRACT })]),
  "one moved": { ...moved, programme: { ...moved.programme, notices: [aNotice()] } },
  "a title of 200 characters": ofSessions([
    ...past(2),
    aPublishedSession({ title: LONG_TITLE, abstract: ABSTRACT }),
    aPublishedSession({
      id: "s22",
      title: "x".repeat(200),
      startsAt: NOW + 20 * DAY,
      endsAt: NOW + 21 * DAY,
    }),
  ]),
  "hostile text": ofSessions([
    aReplayedSession({
      title: `</script><script>alert("x")</script><img src=x onerror=alert(1)> \u202eoverride\u0007`,
      presenters: [{ name: `"><svg onload=alert(1)>`, affiliation: "A & B <i>" }],
      tags: [`"><b>`],
      location: "<script>alert(2)</script>",
      startsAt: NOW - DAY,
      endsAt: NOW - DAY + 90 * 60_000,
    }),
  ]),
  "1,000 sessions": ofSessions([...past(1000), upcoming]),
};

/** The session whose page is looked at: the last one. */
export function toLastSessionId(scene: Publication): string | null {
  return scene.programme.sessions.at(-1)?.session.id ?? null;
}
