/** One session in a frame on another site. Every link leads out of the frame; replays play in it. */
import { isAhead } from "../programme/agenda.ts";
import { toReplays, type TitledReplay } from "../programme/publication.ts";
import { isOff } from "../programme/session.ts";
import { toLabel } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { Player, toThumbnailPath } from "./replay.tsx";
import { JoinButton, Summary, type SessionProps } from "./session-parts.tsx";
import { LiveButton } from "./take-part.tsx";

interface EmbedSessionProps extends SessionProps {
  /** Whether it is what a visitor came for: then with the way in. */
  isFirst?: boolean;
  /** Whether it is shown alone: then with the replays of its talks. */
  isAlone?: boolean;
}

export function EmbedSession({ isAlone = false, ...props }: EmbedSessionProps) {
  const { publication, published, isFirst = false } = props;
  const [replay, ...others] = toReplays(published);
  const given = { label: toLabel(published.session), language: toLanguage(publication.club.language) };
  const isPictured = replay !== undefined && toThumbnailPath(replay.videoId) !== null;
  return (
    <>
      <div class={isPictured ? "with-picture" : undefined}>
        {isPictured && <FramedReplay replay={replay} {...given} />}
        <div>
          <Summary
            publication={publication}
            published={published}
            isFramed
            hasCountdown={isFirst && isAhead(published, publication.asOf)}
          />
          <TakePart {...props} />
          {!isPictured && replay !== undefined && <FramedReplay replay={replay} {...given} />}
        </div>
      </div>
      {isAlone && others.map((other) => <FramedReplay replay={other} {...given} />)}
    </>
  );
}

/** Of the first: its place and the way in, while there is something to take part in. */
function TakePart({ publication, published, isFirst = false }: EmbedSessionProps) {
  const { session } = published;
  if (!isFirst || !isAhead(published, publication.asOf) || isOff(session.status)) return null;
  const language = toLanguage(publication.club.language);
  return (
    <>
      {session.location !== undefined && <p>{session.location}</p>}
      <p class="actions">
        <JoinButton session={session} isPrimary isFramed language={language} />
        <LiveButton published={published} isFramed language={language} />
      </p>
    </>
  );
}

interface FramedReplayProps {
  replay: TitledReplay;
  /** Of the session. */
  label: string;
  language: Language;
}

/** Played in place where its site lets it be; else a link to it. */
function FramedReplay({ replay, label, language }: FramedReplayProps) {
  const { playerUrl, watchUrl, siteName, talk } = replay;
  const { words } = language;
  return (
    <div class="replay">
      {talk !== undefined && (
        <p class="note" dir="auto">
          {talk}
        </p>
      )}
      {playerUrl === undefined ? (
        <p class="note">
          <a href={watchUrl} target="_blank">
            {words.replay.watchOn(siteName)}
          </a>
        </p>
      ) : (
        <Player
          replay={replay}
          playerUrl={playerUrl}
          title={words.replay.of(talk ?? label)}
          language={language}
          isFramed
        />
      )}
    </div>
  );
}
