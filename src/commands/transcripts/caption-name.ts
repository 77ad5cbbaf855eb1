/** Names of caption files as yt-dlp gives them: "Title [VIDEOID].en.vtt". */

export interface CaptionName {
  /** As on YouTube, but for signs that no file name takes. */
  title: string;
  videoId: string;
  /** "en", "en-orig" or "pt-BR"; null where the name tells none. */
  language: string | null;
  isSubRip: boolean;
}

const ENDING = /(?:\.([A-Za-z]{2,3}(?:-[\w-]+)?))?\.(vtt|srt)$/;
/** As yt-dlp writes it, as youtube-dl did, or the id alone. */
const VIDEO = /^(.*)\[([\w-]{11})\]$|^(.*)-([\w-]{11})$|^()([\w-]{11})$/;

/** Null for a name that tells no video. */
export function parseCaptionName(name: string): CaptionName | null {
  const [whole = "", language = null, ending] = ENDING.exec(name) ?? [];
  const groups = VIDEO.exec(name.slice(0, name.length - whole.length))?.slice(1) ?? [];
  const [title = "", videoId] = groups.filter((group) => group !== undefined);
  if (videoId === undefined || ending === undefined) return null;
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
