/** A club in each language with all that a search finds, a transcript and chapters: in that language, too. */
import type { Publication } from "../../src/programme/publication.ts";
import type { Marked, SearchResults } from "../../src/programme/search-result.ts";
import { aRecording, anArchivedVideo } from "./builders.ts";
import { aClubIn, CONTENTS } from "./clubs-by-language.ts";

/** Its first session has chapters; what was found is in that session, on the second of three pages. */
export function aSearchedClubIn(language: string, fields: Partial<SearchResults> = {}): Publication {
  const { title, presenters, tag, abstract } = CONTENTS[language]!;
  const club = aClubIn(language);
  const [first, ...others] = club.programme.sessions;
  const description = ["0:00", "1:00", "1:02:03"].map((clock) => `${clock} ${title}`).join("\n");
  const chaptered = { ...first!, recording: aRecording({ video: anArchivedVideo({ description }) }) };
  return {
    ...club,
    programme: { ...club.programme, sessions: [chaptered, ...others] },
    transcript: [0, 40, 3723].map((from) => ({ from, to: from + 40, text: abstract })),
    results: {
      found: [
        {
          sessionId: chaptered.session.id,
          fields: {
            title: marked("S17: ", title),
            people: marked("", presenters.join("; ")),
            papers: marked("", "Uniform Noise Revisited"),
            tags: marked("", tag),
            abstract: marked("… ", abstract),
          },
          moments: [{ at: 3723, passageAt: 3723, text: marked("", abstract) }],
        },
      ],
      total: 25,
      page: 2,
      pages: 3,
      isComplete: false,
      ...fields,
    },
  };
}

/** Words of which the last are a hit. */
function marked(before: string, text: string): Marked {
  return [...(before === "" ? [] : [{ text: before, isHit: false }]), { text, isHit: true }];
}
