/** Runs that once broke a promise, as short as they could be made. Each is played again with every test. */
import type { Step } from "./walk.ts";

export const REGRESSIONS: Readonly<Record<string, readonly Step[]>> = {
  "a first feed of which a part was written before the service died": [
    { do: "list a video late", a: 0, b: 5 },
    { do: "die in the middle of a refresh", a: 3, b: 0 },
    { do: "fetch the feed", a: 0, b: 0 },
    { do: "list a video late", a: 2, b: 9 },
    { do: "fetch the feed", a: 0, b: 0 },
  ],
  "a video that was taken in when the service died, and was not published yet": [
    { do: "upload a replay", a: 14, b: 40 },
    { do: "fetch the feed", a: 0, b: 37 },
    { do: "upload a talk", a: 21, b: 25 },
    { do: "make a video a Short", a: 23, b: 3 },
    { do: "die in the middle of a refresh", a: 4, b: 37 },
    { do: "fetch the feed", a: 6, b: 0 },
  ],
  "a stream that YouTube dates after the start of its session": [
    { do: "wait for days", a: 22, b: 0 },
    { do: "schedule a stream", a: 0, b: 0 },
    { do: "date a video anew", a: 0, b: 40 },
    { do: "fetch the feed", a: 0, b: 0 },
  ],
  "a session under two ids, of which no file is left": [
    { do: "schedule a stream", a: 2, b: 29 },
    { do: "change the id of a session", a: 39, b: 38 },
    { do: "delete a session", a: 37, b: 0 },
    { do: "fetch the feed", a: 15, b: 27 },
  ],
  "a Short of a date to come that a session names as its replay": [
    { do: "list a video late", a: 36, b: 7 },
    { do: "fetch the feed", a: 3, b: 5 },
    { do: "take a video off the list", a: 4, b: 12 },
    { do: "schedule a stream", a: 40, b: 5 },
    { do: "take a video off the list", a: 3, b: 32 },
    { do: "list a video again", a: 2, b: 0 },
    { do: "make a video a Short", a: 5, b: 38 },
    { do: "date a video anew", a: 5, b: 35 },
    { do: "fetch the feed", a: 14, b: 5 },
    { do: "wait for days", a: 28, b: 3 },
    { do: "give a session its replay", a: 35, b: 38 },
  ],
  "a Short that turns into a video of the usual kind": [
    { do: "upload a talk", a: 0, b: 0 },
    { do: "fetch the feed", a: 0, b: 0 },
    { do: "list a video late", a: 1, b: 0 },
    { do: "make a video a Short", a: 1, b: 0 },
    { do: "fetch the feed", a: 0, b: 0 },
    { do: "wait for days", a: 9, b: 0 },
    { do: "make a video a Short", a: 1, b: 0 },
    { do: "fetch the feed", a: 0, b: 0 },
  ],
};
