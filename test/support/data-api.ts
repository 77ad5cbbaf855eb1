/** A stand-in for the YouTube Data API: playlists in pages, videos, quota, deletions and faults, as Google's own answers. */

export interface ApiVideo {
  id: string;
  title: string;
  description?: string;
  /** RFC 3339. */
  publishedAt: string;
  channelId?: string;
  /** ISO 8601. */
  duration?: string;
  startedAt?: string;
  privacyStatus?: "public" | "unlisted" | "private";
}

/** What goes wrong from now on. */
export type ApiTrouble = { status: number; reason: string } | "network" | "html" | null;

export const API_ORIGIN = "https://www.googleapis.com";
export const API_KEY = "an-api-key-for-tests-of-39-characters-a";
const CHANNEL_ID = "UCexampleexampleexampleA";

export class DataApiStandIn {
  /** The videos of each playlist, in its order; one that is not here is not found. */
  readonly playlists = new Map<string, ApiVideo[]>();
  /** Still listed, and not to be watched any more. */
  readonly deleted = new Set<string>();
  trouble: ApiTrouble = null;
  /** Units that are left today. */
  quota = 10_000;
  /** Method and page or number of ids of each request, and whether its key was where it belongs. */
  readonly asked: string[] = [];

  /** @throws TypeError as fetch does where there is no connection */
  answer({ url, headers }: Request): Response {
    const { pathname, searchParams } = new URL(url);
    const method = pathname.split("/").at(-1) ?? "";
    const isList = method === "playlistItems";
    const ids = (searchParams.get("id") ?? "").split(",");
    this.asked.push(
      isList
        ? `${searchParams.get("playlistId")} ${searchParams.get("pageToken") ?? "first"}`
        : `${ids.length} videos`,
    );
    const refusal = this.#refuse(url, headers);
    if (refusal !== null) return refusal;
    this.quota -= 1;
    return isList ? this.#list(searchParams) : this.#videos(new Set(ids));
  }

  #refuse(url: string, headers: Headers): Response | null {
    if (this.trouble === "network") throw new TypeError(`cannot reach ${url} with ${API_KEY}`);
    if (this.trouble === "html") return new Response("<html>");
    if (this.trouble !== null) return refuse(this.trouble.status, this.trouble.reason);
    if (headers.get("x-goog-api-key") !== API_KEY || url.includes(API_KEY))
      return refuse(400, "API_KEY_INVALID");
    return this.quota < 1 ? refuse(403, "quotaExceeded") : null;
  }

  #list(query: URLSearchParams): Response {
    const videos = this.playlists.get(query.get("playlistId") ?? "");
    if (videos === undefined) return refuse(404, "playlistNotFound");
    const size = Number(query.get("maxResults"));
    const from = Number((query.get("pageToken") ?? "page0").slice(4));
    const items = videos.slice(from, from + size).map(({ id }) => ({ contentDetails: { videoId: id } }));
    const next = from + size < videos.length ? { nextPageToken: `page${from + size}` } : {};
    return Response.json({ kind: "youtube#playlistItemListResponse", items, ...next });
  }

  #videos(ids: ReadonlySet<string>): Response {
    const all = new Map([...this.playlists.values()].flat().map((video) => [video.id, video]));
    const found = [...all.values()].filter(({ id }) => ids.has(id) && !this.deleted.has(id));
    return Response.json({ kind: "youtube#videoListResponse", items: found.map(toItem) });
  }
}

function toItem({ id, title, description = "", publishedAt, ...video }: ApiVideo) {
  const { channelId = CHANNEL_ID, duration = "PT1H2M3S", privacyStatus = "public", startedAt } = video;
  return {
    kind: "youtube#video",
    id,
    snippet: { publishedAt, channelId, title, description },
    contentDetails: { duration },
    status: { uploadStatus: "processed", privacyStatus },
    ...(startedAt !== undefined && { liveStreamingDetails: { actualStartTime: startedAt } }),
  };
}

/** Google's old and new form of an error at once, as it writes them. */
function refuse(code: number, reason: string): Response {
  const error = { code, message: `of ${API_KEY}`, errors: [{ reason }], details: [{ reason }] };
  return Response.json({ error }, { status: code });
}
