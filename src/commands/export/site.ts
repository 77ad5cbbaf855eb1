/** A club's whole site as files in memory. Nothing is read or written here but the network, where it is asked for. */
import { toLinks } from "../../documents/addresses.ts";
import { toProblemPage } from "../../pages/problem.tsx";
import type { CompiledData } from "../../programme/compiled-data.ts";
import type { Instant } from "../../programme/instant.ts";
import type { Variables } from "../../publisher/config.ts";
import { toSteps } from "../../publisher/cycle.ts";
import type { Status } from "../../publisher/status.ts";
import { findYears, listAddresses, toFileName } from "./addresses.ts";
import { toHeadersFile } from "./headers-file.ts";
import { startPublisher } from "./publisher-in-node.ts";
import { toStaticAssets } from "./static-assets.ts";
import { atInstant } from "./surroundings.ts";
import { findPictured } from "./thumbnails.ts";
import { toStaticPage } from "./under-path.ts";

export interface SiteInput {
  data: CompiledData;
  /** Where the files will be found, without a slash at the end; may have a path. */
  url: string;
  /** What the last export left, null for the first. */
  ledger: string | null;
  now: Instant;
  /** Where replays come from this time: a saved feed, the channel, or only what the ledger holds. */
  feed: { text: string } | "channel" | "ledger";
  /** JSON of Cue[], by session id. */
  transcripts?: ReadonlyMap<string, { text: string }>;
  /** Further variables of the Worker, such as another channel feed. */
  variables?: Variables;
}

export interface Site {
  /** By name within the folder. Pictures are not among them. */
  files: Map<string, Uint8Array>;
  /** The videos whose pictures the pages show. */
  pictured: string[];
  /** For the next export. */
  ledger: string;
  status: Status;
}

/** Refresh the programme as the service's cron does, and ask the service for every address that becomes a file. */
export async function renderSite({
  data,
  url,
  ledger,
  now,
  feed,
  transcripts = new Map(),
  variables,
}: SiteInput): Promise<Site> {
  return await atInstant(now, typeof feed === "string" ? null : feed.text, async () => {
    // Whoever exports wants the channel asked now, whenever that was done last.
    const settings = { ...variables, STATIC_URL: url, REFRESH_SECONDS: "0" };
    const { publisher, get, readLedger } = await startPublisher(
      data,
      { ...settings, ASSETS: toStaticAssets(transcripts) },
      ledger,
    );
    if (feed !== "ledger") for await (const _ of toSteps(publisher));
    while (await publisher.writeIndex());
    const status = await publisher.status();
    const sessionIds = [...data.sessions.map(({ id }) => id), ...status.programme.vanished];
    const calendarYears = status.calendar.addresses.map((address) =>
      Number(new URL(address).searchParams.get("year")),
    );
    const years = findYears(await (await get("/sitemap.xml")).text());
    const answers = new Map<string, Response>();
    const hasTranscript = (id: string): boolean => transcripts.has(id);
    for (const address of listAddresses({ sessionIds, years, calendarYears, hasTranscript }))
      answers.set(address, await get(address));
    const files = await toFiles(answers, url);
    files.set("404.html", toNotFoundPage(data, url));
    files.set("_headers", new TextEncoder().encode(toHeadersFile(answers)));
    // Otherwise GitHub Pages takes the folder for the source of a Jekyll site.
    files.set(".nojekyll", new Uint8Array());
    return { files, pictured: findPictured(files.values()), ledger: await readLedger(), status };
  });
}

/** @throws Error for an address that does not answer: a site with holes must not be published */
async function toFiles(
  answers: ReadonlyMap<string, Response>,
  url: string,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [address, answer] of answers) {
    if (answer.status !== 200) throw new Error(`${address}: cannot be written (${answer.status})`);
    const isPage = answer.headers.get("content-type")?.startsWith("text/html") === true;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    files.set(toFileName(address), isPage ? toPageBytes(new TextDecoder().decode(bytes), url) : bytes);
  }
  return files;
}

function toPageBytes(html: string, url: string): Uint8Array {
  return new TextEncoder().encode(toStaticPage(html, new URL(url).pathname.replace(/\/$/, "")));
}

function toNotFoundPage({ club }: CompiledData, url: string): Uint8Array {
  const details = { title: "Not Found", status: 404, detail: "There is nothing at this address" };
  return toPageBytes(
    toProblemPage(club, url, toLinks(url), { problem: { reason: "not_found" }, details }, true),
    url,
  );
}
