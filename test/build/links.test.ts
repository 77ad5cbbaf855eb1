import { describe, expect, test } from "vitest";
import { parseVideoLink } from "../../src/build/links.ts";

describe("a video is named by", () => {
  test.each([
    "dQw4w9WgXcQ",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=42s&list=PLx",
    "http://youtube.com/watch?v=dQw4w9WgXcQ",
    "https://m.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://music.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://youtu.be/dQw4w9WgXcQ",
    "https://youtu.be/dQw4w9WgXcQ?si=abc&t=1",
    "youtu.be/dQw4w9WgXcQ",
    "www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com/live/dQw4w9WgXcQ?feature=shared",
    "https://www.youtube.com/embed/dQw4w9WgXcQ",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    "https://www.youtube.com/shorts/dQw4w9WgXcQ",
    "https://www.youtube.com/v/dQw4w9WgXcQ",
  ])("%s", (text) => {
    expect(parseVideoLink(text)).toEqual({ ok: true, value: "dQw4w9WgXcQ" });
  });
});

describe("no video is named by", () => {
  test.each([
    ["https://www.youtube.com/@club", "not_a_video"],
    ["https://www.youtube.com/playlist?list=PLdQw4w9WgXcQ", "not_a_video"],
    ["https://www.youtube.com/watch?v=short", "not_a_video"],
    ["https://www.youtube.com/watch", "not_a_video"],
    ["https://youtu.be/", "not_a_video"],
    ["https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "not_a_video"],
    ["https://vimeo.com/12345678901", "not_a_video"],
    ["coming-soon", "not_a_video"],
    ["notrecorded", "not_a_video"],
    ["not yet", "not_a_video"],
    ["", "not_a_video"],
    ["https://us02web.zoom.us/j/123456789?pwd=x", "meeting_link"],
    ["https://example.zoom.us/rec/share/x", "meeting_link"],
    ["meet.google.com/abc-defg-hij", "meeting_link"],
    ["https://teams.microsoft.com/l/meetup-join/x", "meeting_link"],
  ])("%s (%s)", (text, reason) => {
    expect(parseVideoLink(text)).toEqual({ ok: false, error: { reason } });
  });
});
