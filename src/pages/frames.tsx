/** What shows the programme on other sites: HTML to paste, and oEmbed. */
import { toHomeUrl, type Links } from "../programme/address.ts";
import { findSession, type Publication } from "../programme/publication.ts";
import { WHOLE, type Selection } from "../programme/selection.ts";
import { toLabel } from "../wording/labels.ts";
import type { Language } from "../wording/language.ts";
import { Phrase } from "./phrase.tsx";
import { FRAME_HEIGHT, toElementHtml, toFrameHtml, toHeightHtml } from "./snippets.ts";
import { THUMBNAIL_HEIGHT, THUMBNAIL_WIDTH, toThumbnailPath } from "./replay.tsx";

const FRAME_WIDTH = 640;
/** One session needs less. */
const SESSION_FRAME_HEIGHT = 240;
const THUMBNAIL_SIZE = { thumbnail_width: THUMBNAIL_WIDTH, thumbnail_height: THUMBNAIL_HEIGHT };

/**
 * @param props.src what the frame shows
 * @param props.hasParameters whether its address takes a query
 */
export function EmbedSnippet({ src, name, hasParameters, language }: EmbedSnippetProps) {
  const { embed } = language.words;
  const publicUrl = new URL(".", src).href.replace(/\/$/, "");
  return (
    <section aria-labelledby="embed-title">
      <h2 id="embed-title">{embed.title}</h2>
      <p>
        {embed.lead}
        {hasParameters && (
          <>
            {" "}
            <Phrase
              text={embed.parameters}
              parts={{ light: <code>theme=light</code>, dark: <code>theme=dark</code> }}
            />
          </>
        )}
      </p>
      <Snippet
        id="snippet"
        label="HTML"
        html={toFrameHtml(src, name) + toHeightHtml(publicUrl)}
        language={language}
      />
      <Snippet
        id="element"
        label="<journal-club>"
        html={toElementHtml(publicUrl, name)}
        language={language}
      />
    </section>
  );
}

interface SnippetProps {
  id: string;
  label: string;
  html: string;
  language: Language;
}

function Snippet({ id, label, html, language: { words } }: SnippetProps) {
  return (
    <div class="address">
      <label for={id}>{label}</label>
      <span class="row">
        <input id={id} type="text" readonly dir="ltr" value={html} />
        <button type="button" data-copy={id} aria-label={words.embed.copyHtml} hidden>
          {words.subscribe.copy}
        </button>
      </span>
    </div>
  );
}

interface EmbedSnippetProps {
  src: string;
  name: string;
  hasParameters: boolean;
  language: Language;
}

/**
 * oEmbed 1.0 (oembed.com): how other sites show a page of ours when somebody pastes its address. Of the programme, or of
 * the selection's session; null where there is no such session.
 */
export function toOembed(publication: Publication, { session }: Selection, links: Links): string | null {
  const { club, publicUrl } = publication;
  const published = findSession(publication, session);
  if (session !== undefined && published === null) return null;
  const title = published === null ? club.name : toLabel(published.session);
  const src = session === undefined ? links.to("embed") : links.to("session-embed", { ...WHOLE, session });
  const size = { width: FRAME_WIDTH, height: published === null ? FRAME_HEIGHT : SESSION_FRAME_HEIGHT };
  const recording = published?.recording ?? null;
  const picture = recording === null ? null : toThumbnailPath(recording.videoId);
  const answer = {
    version: "1.0",
    // HTML of our own (oEmbed 2.3.4.4).
    type: "rich",
    provider_name: club.name,
    provider_url: toHomeUrl(publicUrl),
    title,
    ...size,
    html: toFrameHtml(src, title, size),
    ...(picture !== null && { thumbnail_url: publicUrl + picture, ...THUMBNAIL_SIZE }),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** Where a page describes itself for embedding. */
export function toOembedUrl(links: Links, pageUrl: string): string {
  return `${links.to("oembed")}?format=json&url=${encodeURIComponent(pageUrl)}`;
}
