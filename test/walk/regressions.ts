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
  "a stream that YouTube dates after the start of its session": [
    { do: "wait for days", a: 22, b: 0 },
    { do: "schedule a stream", a: 0, b: 0 },
    { do: "date a video anew", a: 0, b: 40 },
    { do: "fetch the feed", a: 0, b: 0 },
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
