/** What was said in a session, folded: each passage with a link that plays from its second. */
import type { TitledReplay } from "../programme/publication.ts";
import { toPassages, type Cue } from "../programme/transcript.ts";
import { toMomentUrl } from "../programme/video-site.ts";
import { toClock } from "../wording/clock.ts";

interface Props {
  transcript: readonly Cue[];
  /** The recording that it is of; without it the seconds lead nowhere. */
  replay: TitledReplay | undefined;
  lang: string | undefined;
  /** The address of the transcript as WebVTT. */
  fileUrl: string;
}

/** A description list would say more and weigh more: an hour is some 250 passages. */
export function Transcript({ transcript, replay, lang, fileUrl }: Props) {
  return (
    <details class="transcript" id="transcript">
      <summary>Transcript</summary>
      <p class="note">
        Made of captions, and not always right. <a href={fileUrl}>As WebVTT</a>
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
