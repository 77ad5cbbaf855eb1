/** A Worker that writes what it is asked for each time, with the packages as their READMEs show. */
import text from "./programme.txt";
import {
  shorten,
  toPackagedCalendar,
  toPlainAtom,
  toPlainJsonFeed,
  toPlainRss,
  toTemplateCalendar,
  type PlainProgramme,
} from "./writers.ts";

const programme: PlainProgramme = JSON.parse(text);
const FORMATS: Record<string, () => string> = {
  rss: () => toPlainRss(programme),
  atom: () => toPlainAtom(programme),
  json: () => toPlainJsonFeed(programme),
  calendar: () => toPackagedCalendar(shorten(programme)),
  template: () => toTemplateCalendar(shorten(programme)),
};

export default {
  fetch(_request: Request, { FORMAT }: { FORMAT: string }): Response {
    return new Response(FORMATS[FORMAT]?.() ?? null, {
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  },
};
