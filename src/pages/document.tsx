/**
 * The frame of every page: head with discovery links, header, footer.
 *
 * Nothing is inline: styles and script have addresses of their own, so that the Content-Security-Policy can forbid the rest.
 */
import { toHomeUrl, type Links } from "../programme/address.ts";
import type { Club } from "../programme/club.ts";
import type { Theme } from "../programme/selection.ts";
import { Html } from "../wording/html.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toCleanText } from "../wording/text.ts";
import type { NamedMeta } from "./citation.ts";
import { ICON_PATH, SCRIPT_PATH, SHARE_PATH, STYLE_PATH } from "./assets/paths.ts";
import { SHARE_HEIGHT, SHARE_WIDTH } from "./assets/share-image.ts";
import type { Child } from "./jsx-runtime.ts";

export interface PageMeta {
  club: Club;
  publicUrl: string;
  links: Links;
  /** Of the tab and of what is shared. */
  title: string;
  /** One or two plain sentences. */
  description: string;
  /**
   * The page's address for search engines and cards, absolute: without what a visitor has chosen or searched for. Absent on
   * pages that have no place in search results.
   */
  url?: string;
  /** Further names and values for programs. */
  named?: readonly NamedMeta[];
  /** Where the page's citation is, absolute. */
  bibtexUrl?: string | undefined;
  /** A picture of its own for cards, absolute. */
  imageUrl?: string;
  /** Where the page describes itself for embedding. */
  oembedUrl?: string;
  /** Of the players that the page can put into frames; their sites and no others are let in. */
  playerUrls?: readonly string[];
  /** Whether files alone answer: there is no status then. */
  isStatic?: boolean | undefined;
  /** schema.org data as JSON-LD. */
  linkedData?: unknown;
}

/** A whole document as text. */
export function toDocument(meta: PageMeta, body: Child): string {
  const { club, publicUrl, links } = meta;
  const { frame } = toLanguage(club.language).words;
  return toText(
    <html lang={club.language} dir={toDir(club)}>
      <Head meta={meta} />
      <body>
        <a class="skip" href="#main">
          {frame.skip}
        </a>
        {body}
        <footer class="foot">
          <p>
            <a href={club.siteUrl}>{new URL(club.siteUrl).host}</a>
            {" · "}
            <a href={toHomeUrl(publicUrl)}>{frame.programme}</a>
            {" · "}
            <a href={links.to("opml")}>{frame.allFeeds}</a>
            {meta.isStatic !== true && (
              <>
                {" · "}
                <a href={`${publicUrl}/status.json`}>{frame.status}</a>
              </>
            )}
          </p>
        </footer>
      </body>
    </html>,
  );
}

interface CrumbProps extends Pick<PageMeta, "club" | "publicUrl"> {
  /** What stands beside the way back. */
  children?: Child;
}

/** Above every page but home: the way back to the programme. */
export function Crumb({ club, publicUrl, children }: CrumbProps) {
  return (
    <header class="crumb">
      <a href={toHomeUrl(publicUrl)}>{club.name}</a>
      {children}
    </header>
  );
}

/** A document for a frame on another site: nothing around the content. */
export function toFramedDocument(meta: PageMeta, theme: Theme | undefined, body: Child): string {
  return toText(
    <html
      lang={meta.club.language}
      dir={toDir(meta.club)}
      class={theme === undefined ? "framed" : `framed ${theme}`}
    >
      <Head meta={meta} />
      <body>{body}</body>
    </html>,
  );
}

/** Left to right is what a document has anyway. */
function toDir({ language }: Club): "rtl" | undefined {
  return toLanguage(language).direction === "rtl" ? "rtl" : undefined;
}

function Head({ meta }: { meta: PageMeta }) {
  const { club, publicUrl, links, title, description, url, imageUrl, oembedUrl, playerUrls } = meta;
  const { linkedData, bibtexUrl, named = [] } = meta;
  const language = toLanguage(club.language);
  const { names } = language.words;
  return (
    <head>
      <meta charset="utf-8" />
      {/* Before anything that could load. The header cannot know the sites of a session's replays. */}
      {playerUrls !== undefined && (
        <meta http-equiv="content-security-policy" content={toFramePolicy(playerUrls)} />
      )}
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      {url === undefined ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={url} />}
      <link rel="stylesheet" href={STYLE_PATH} />
      <link rel="icon" href={ICON_PATH} type="image/svg+xml" />
      {/* Before anything is seen: the visitor's own times would move what stands below them. */}
      <script src={SCRIPT_PATH} defer blocking="render" {...toScriptWords(language)}></script>
      {/* Where feed readers and calendars find what they can subscribe to. */}
      {links.subscriptions.map(({ kind, mediaType, url: href, label }) => (
        <link
          rel="alternate"
          type={mediaType}
          href={href}
          title={`${club.name} (${kind === "calendar" ? names.calendar : label})`}
        />
      ))}
      {oembedUrl !== undefined && (
        <link rel="alternate" type="application/json+oembed" href={oembedUrl} title={title} />
      )}
      {bibtexUrl !== undefined && (
        <link rel="alternate" type="application/x-bibtex" href={bibtexUrl} title="BibTeX" />
      )}
      {named.map(({ name, content }) => (
        <meta name={name} content={content} />
      ))}
      <meta property="og:site_name" content={club.name} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {url !== undefined && <meta property="og:url" content={url} />}
      {url !== undefined && <ShareImage url={imageUrl} publicUrl={publicUrl} />}
      {linkedData !== undefined && <script type="application/ld+json">{toScriptData(linkedData)}</script>}
    </head>
  );
}

/** What the script says, where it finds it: "data-in-your-time" is its `words.inYourTime`. */
function toScriptWords({ words }: Language): Record<string, string> {
  const attributes = Object.entries(words.script).map(([name, text]) => {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return [`data-${kebab}`, text];
  });
  return Object.fromEntries(attributes);
}

/** The page's own picture, else the one of all pages, whose size is known. */
function ShareImage({ url, publicUrl }: { url: string | undefined; publicUrl: string }) {
  return (
    <>
      <meta property="og:image" content={url ?? publicUrl + SHARE_PATH} />
      {url === undefined && (
        <>
          <meta property="og:image:width" content={String(SHARE_WIDTH)} />
          <meta property="og:image:height" content={String(SHARE_HEIGHT)} />
        </>
      )}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** JSON that no HTML parser can mistake for the end of its element. */
function toScriptData(data: unknown): Html {
  return new Html(JSON.stringify(data).replaceAll("<", "\\u003c"));
}

/** Titles and names may hold controls and noncharacters, which HTML forbids (13.2.3.5). */
function toText(document: Html): string {
  return `<!doctype html>\n${toCleanText(document.source)}\n`;
}

/** The part of a Content-Security-Policy that says which sites may fill a frame. */
function toFramePolicy(playerUrls: readonly string[]): string {
  const origins = new Set(playerUrls.map((url) => new URL(url).origin));
  return `frame-src ${origins.size === 0 ? "'none'" : [...origins].join(" ")}`;
}
