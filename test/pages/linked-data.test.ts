import { expect, test } from "vitest";
import { toLinkedData } from "../../src/pages/linked-data.ts";
import {
  aClub,
  anArchivedVideo,
  aNotice,
  aPublishedProgramme,
  aPublishedSession,
  aRecording,
  aReplayedSession,
} from "../support/builders.ts";

const scene = {
  club: aClub(),
  programme: aPublishedProgramme(),
  publicUrl: "https://feeds.example.org",
  isSample: false,
  asOf: 0,
};
const toJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("talks, chair, slides, code, links, further replays and the language have their words", () => {
  const url = "https://vimeo.com/76979871";
  const published = aReplayedSession({
    chair: [{ name: "Grace Chair" }],
    talks: [
      {
        title: "The talk",
        presenters: [{ name: "Ada" }],
        papers: [],
        replay: { videoId: "vimeo.76979871", url },
      },
    ],
    otherReplays: [{ videoId: "vimeo.76979871", url }],
    slides: "https://slides.example",
    code: "https://code.example",
    links: [{ title: "Notes", url: "https://notes.example" }],
    inLanguage: "fr",
  });
  expect(toJson(toLinkedData(scene, published))).toMatchObject({
    contributor: [{ "@type": "Person", name: "Grace Chair" }],
    subEvent: [
      {
        "@type": "Event",
        name: "The talk",
        startDate: "2026-06-15T13:00:00-04:00",
        performer: [{ "@type": "Person", name: "Ada" }],
      },
    ],
    subjectOf: [
      { "@type": "PresentationDigitalDocument", name: "Slides", url: "https://slides.example" },
      { "@type": "SoftwareSourceCode", name: "Code", codeRepository: "https://code.example" },
      { "@type": "CreativeWork", name: "Notes", url: "https://notes.example" },
    ],
    recordedIn: [
      { name: "S21: Uniform Examples Revisited", url: "https://www.youtube.com/watch?v=videoAAAAA0" },
      {
        "@type": "VideoObject",
        name: "The talk",
        description: "What the examples show.",
        url,
        embedUrl: "https://player.vimeo.com/video/76979871?dnt=1",
      },
    ],
    inLanguage: "fr",
  });
});

test("a stream is a place online", () => {
  const published = aPublishedSession({ stream: "https://live.example", location: "Room 1" });
  expect(toJson(toLinkedData(scene, published))).toMatchObject({
    eventAttendanceMode: "https://schema.org/MixedEventAttendanceMode",
    location: [{ name: "Room 1" }, { "@type": "VirtualLocation", url: "https://live.example" }],
  });
});

test("a session with its replay says all that schema.org has a word for", () => {
  const published = aReplayedSession(
    { tags: ["theory"], join: "https://meet.example/j" },
    { recording: aRecording({ video: anArchivedVideo() }) },
  );
  expect(toJson(toLinkedData(scene, published))).toEqual({
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": "https://feeds.example.org/sessions/s21",
    url: "https://feeds.example.org/sessions/s21",
    name: "S21: Uniform Examples Revisited",
    description: "What the examples show.",
    startDate: "2026-06-15T13:00:00-04:00",
    endDate: "2026-06-15T14:30:00-04:00",
    eventStatus: "https://schema.org/EventScheduled",
    eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
    location: { "@type": "VirtualLocation", url: "https://meet.example/j" },
    organizer: { "@type": "Organization", name: "Example Reading Group", url: "https://example.org" },
    performer: [
      {
        "@type": "Person",
        name: "Grace Example",
        url: "https://grace.example",
        affiliation: { "@type": "Organization", name: "Example University" },
        sameAs: "https://x.com/grace",
      },
    ],
    workFeatured: [
      { "@type": "ScholarlyArticle", name: "Uniform Examples", url: "https://arxiv.org/abs/2601.00001" },
    ],
    recordedIn: {
      "@type": "VideoObject",
      name: "Uniform Examples Revisited",
      description: "What the examples show.",
      thumbnailUrl: "https://feeds.example.org/thumbnails/videoAAAAA0.jpg",
      uploadDate: "2026-06-16T09:00:00Z",
      url: "https://www.youtube.com/watch?v=videoAAAAA0",
      embedUrl: "https://www.youtube-nocookie.com/embed/videoAAAAA0",
    },
    keywords: ["theory"],
    isAccessibleForFree: true,
    inLanguage: "en",
  });
});

test.each([
  ["cancelled", "https://schema.org/EventCancelled"],
  ["postponed", "https://schema.org/EventPostponed"],
  ["scheduled", "https://schema.org/EventRescheduled"],
] as const)("a moved session that is %s has the status %s", (status, eventStatus) => {
  const moved = { ...scene, programme: aPublishedProgramme({ notices: [aNotice()] }) };
  expect(toJson(toLinkedData(moved, aPublishedSession({ status })))).toHaveProperty(
    "eventStatus",
    eventStatus,
  );
});

test("chapters are clips, each until the next, the last until the end of the video", () => {
  const description = "0:00 Introduction\n1:00 Method\n2:00 Questions";
  const video = anArchivedVideo({ description, durationSeconds: 200 });
  const published = aReplayedSession({}, { recording: aRecording({ video }) });
  const url = "https://www.youtube.com/watch?v=videoAAAAA0";
  expect(toJson(toLinkedData(scene, published))).toMatchObject({
    recordedIn: {
      hasPart: [
        { "@type": "Clip", name: "Introduction", startOffset: 0, endOffset: 60, url: `${url}&t=0s` },
        { "@type": "Clip", name: "Method", startOffset: 60, endOffset: 120, url: `${url}&t=60s` },
        { "@type": "Clip", name: "Questions", startOffset: 120, endOffset: 200, url: `${url}&t=120s` },
      ],
    },
  });
});
