/** Names of caption files as yt-dlp gives them: "Title [VIDEOID].en.vtt". */

export interface CaptionName {
  /** As on YouTube, but for signs that no file name takes. */
  title: string;
  videoId: string;
  /** "en", "en-orig" or "pt-BR"; null where the name tells none. */
  language: string | null;
  isSubRip: boolean;
}

const NAME = /^(.*?)[ _-]*\[?(?<![\w-])([\w-]{11})\]?(?:\.([A-Za-z]{2,3}(?:-[\w-]+)?))?\.(vtt|srt)$/;

/** Null for a name that tells no video. */
export function parseCaptionName(name: string): CaptionName | null {
  const [, title = "", videoId, language = null, ending] = NAME.exec(name) ?? [];
  if (videoId === undefined) return null;
  return { title: toTitle(title), videoId, language, isSubRip: ending === "srt" };
}

/** yt-dlp writes full-width signs in place of those that file systems refuse, and U+29F8 for a slash. */
function toTitle(text: string): string {
  return text.replaceAll("\u29f8", "/").normalize("NFKC").replaceAll("_", " ").trim();
}

/**
 * How well captions suit a session, the best lowest; null where they are in another language. Of one language those that
 * were made for the video go before its translations.
 */
export function toRank(language: string | null, wanted: string): number | null {
  if (language === null) return 3;
  const [given, spoken] = [language.toLowerCase(), wanted.toLowerCase()];
  if (given.split("-")[0] !== spoken.split("-")[0]) return null;
  if (given === spoken) return 0;
  return given.endsWith("-orig") ? 1 : 2;
}
