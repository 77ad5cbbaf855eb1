/**
 * What was said in a session, folded: each passage with a link that plays from its second; with the script, in the page's
 * own player.
 */
import type { TitledReplay } from "../programme/publication.ts";
import { toPassages, type Cue } from "../programme/transcript.ts";
import { toMomentUrl } from "../programme/video-site.ts";
import { toClock } from "../wording/clock.ts";
import type { Language } from "../wording/language.ts";

/** Where a passage stands on the page. @param at whole seconds from the beginning */
export function toPassageId(at: number): string {
  return `t${at}`;
}

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
          <p id={toPassageId(at)}>
            {replay === undefined ? (
              <b>{toClock(at)}</b>
            ) : (
              <a href={toMomentUrl(replay, at)} data-at={at}>
                {toClock(at)}
              </a>
            )}{" "}
            {text}
          </p>
        ))}
      </div>
    </details>
  );
}
