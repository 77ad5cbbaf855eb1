/** What was said in a session, folded: each passage with a link that plays from its second. */
import type { TitledReplay } from "../programme/publication.ts";
import { toPassages, type Cue } from "../programme/transcript.ts";
import { toMomentUrl } from "../programme/video-site.ts";
import { toClock } from "../wording/clock.ts";
import type { Language } from "../wording/language.ts";

interface Props {
  transcript: readonly Cue[];
  /** The recording that it is of; without it the seconds lead nowhere. */
  replay: TitledReplay | undefined;
  lang: string | undefined;
  language: Language;
  /** The address of the transcript as WebVTT. */
  fileUrl: string;
}

/** A description list would say more and weigh more: an hour is some 250 passages. */
export function Transcript({ transcript, replay, lang, language, fileUrl }: Props) {
  const { session: words } = language.words;
  return (
    <details class="transcript" id="transcript">
      <summary>{words.transcript}</summary>
      <p class="note">
        {words.captions} <a href={fileUrl}>{words.asWebVtt}</a>
      </p>
      <div lang={lang} dir="auto">
        {toPassages(transcript).map(({ at, text }) => (
          <p id={`t${at}`}>
            {replay === undefined ? (
              <b>{toClock(at)}</b>
            ) : (
              <a href={toMomentUrl(replay, at)}>{toClock(at)}</a>
            )}{" "}
            {text}
          </p>
        ))}
      </div>
    </details>
  );
}
