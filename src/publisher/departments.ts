/** The Publisher's departments, and how they are put together: each is given what it needs, and knows no other. */
import { compiled } from "#data";
import { keepTimeZone } from "../programme/civil-time.ts";
import { toPushConfig, type PushVariables } from "../push/config.ts";
import { Push } from "../push/push.ts";
import { toConfig, type Config, type Variables } from "./config.ts";
import { Desk } from "./desk.ts";
import { Editions } from "./editions.ts";
import { Imprint } from "./imprint.ts";
import { Intake } from "./intake.ts";
import { Preparation } from "./preparation.ts";
import { Search } from "./search/search.ts";
import type { Assets } from "./static-assets.ts";
import { Archive } from "./store/archive.ts";
import { FactTable } from "./store/fact-table.ts";
import { FeedTable } from "./store/feed-table.ts";
import { LedgerTable } from "./store/ledger-table.ts";
import { RepresentationTable } from "./store/representation-table.ts";
import { RowReader } from "./store/row-reader.ts";
import { openStore } from "./store/schema.ts";

/** Variables, and where transcripts lie. */
export type PublisherEnvironment = Variables & PushVariables & { ASSETS?: Assets };

export interface Departments {
  config: Config;
  storeVersion: number;
  rows: RowReader;
  facts: FactTable;
  imprint: Imprint;
  feeds: FeedTable;
  intake: Intake;
  editions: Editions;
  representations: RepresentationTable;
  search: Search;
  desk: Desk;
  preparation: Preparation;
  push: Push;
}

/** Open the store, and every department over it. */
export function openDepartments(storage: DurableObjectStorage, variables: PublisherEnvironment): Departments {
  keepTimeZone(compiled.club.timeZone);
  const storeVersion = openStore(storage);
  const rows = new RowReader(storage.sql);
  const config = toConfig(variables, compiled.club.youtube);
  const facts = new FactTable(storage.sql, rows);
  const feeds = new FeedTable(storage.sql, rows);
  const imprint = new Imprint(config, facts);
  const archive = new Archive(storage, rows, () => facts.outdate());
  const push = new Push({
    storage,
    config: toPushConfig(variables),
    club: compiled.club,
    settings: compiled.push,
    publicUrl: () => imprint.publicUrl(),
    address: () => imprint.address(),
    isArchived: (videoId) => archive.has(videoId),
    current: (now) => editions.current(now).published,
    read: async (document, selection, now) =>
      (await desk.find(document, selection, now))?.representation ?? null,
  });
  const intake = new Intake({
    config,
    feeds,
    archive,
    facts,
    isKnown: (videoId) => compiled.videos.some(({ id }) => id === videoId),
    pings: push.subscriber,
  });
  const editions = new Editions({
    storage,
    facts,
    archive,
    intake,
    ledger: new LedgerTable(storage.sql, rows),
    imprint,
    tell: (change, now) => push.tell(change, now),
  });
  const representations = new RepresentationTable(storage);
  const search = new Search(storage, variables.ASSETS, compiled.transcripts);
  const desk = new Desk({ config, editions, search, representations, assets: variables.ASSETS });
  return {
    config,
    storeVersion,
    rows,
    facts,
    imprint,
    feeds,
    intake,
    editions,
    representations,
    search,
    desk,
    preparation: new Preparation(desk, facts),
    push,
  };
}
