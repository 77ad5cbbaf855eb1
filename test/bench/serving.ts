/**
 * Polls: what a request costs the service, beside a Worker that returns the same from constants, a file that workerd itself
 * serves, and writing each time with the packages.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { toPath } from "../../src/programme/address.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { LIMITS, toTag, UID_DOMAIN, type InventedClub } from "./club.ts";
import { runRounds, say, toComparison, toMedian, type Figure, type Keep } from "./measure.ts";
import { timePolls, poll, type Poll } from "./polls.ts";
import { PUBLIC_URL } from "./scene.ts";
import type { Settings } from "./settings.ts";
import type { Stage } from "./stage.ts";
import { toModules, Workerd, type Module, type Site } from "./workerd.ts";

/** A measurement is of so many bytes at most, and of so many requests at least. */
const MAX_BYTES = 64e6;
const MIN_REQUESTS = 40;
/** So many times as many where there is no body: 500 of them take no more than 40 ms. */
const MORE_WITHOUT_BODY = 5;
/** Each writes all of it anew, which takes as long as thousands of polls. */
const PACKAGE_REQUESTS = 12;
const DISTINCT = 450;
/** Those that a package writes. */
const PACKAGED = new Set(["rss", "atom", "json", "calendar"]);
/** Documents that a club without transcripts has not. */
const ABSENT = new Set(["session-transcript"]);
/** Before the clock runs: the isolate holds the document, and what is called often is compiled. */
const WARM_UP_REQUESTS = 200;
const FIRST_REQUESTS = 600;

/** A document as it was served: what a constant Worker repeats. */
interface Capture {
  name: string;
  path: string;
  plain: Answer;
  gzip: Answer;
  held: Answer;
  heldGzip: Answer;
}

interface Answer {
  status: number;
  fields: Record<string, string>;
  body: Buffer;
}

export async function measureServing(stage: Stage, settings: Settings, keep: Keep): Promise<void> {
  for (const size of settings.sizes) await measureSize(stage, settings, { size, keep });
}

async function measureSize(
  stage: Stage,
  settings: Settings,
  { size, keep }: { size: number; keep: Keep },
): Promise<void> {
  const club = stage.toClub(size);
  const feedUrl = await stage.openChannel(() => club.toFeed({ hidden: 0 }));
  const service = await Workerd.start(stage.toServiceSites(size, feedUrl), UID_DOMAIN);
  let others: Workerd | null = null;
  try {
    await service.refresh();
    await service.settle();
    const captures = await captureAll(service, toPaths(club, settings));
    const folder = stage.toFolder();
    others = await Workerd.start([
      ...captures.map(toConstant),
      ...writeFolder(folder, captures),
      ...toPackaged(captures, await stage.toPlainWorker("index.ts", size)),
    ]);
    for (const capture of captures) keep(await measureDocument({ service, others, capture, settings, size }));
    keep([toMemory(service, others, size)]);
    if (settings.distinctSizes.includes(size)) keep(await measureDistinct(service, settings, size));
  } finally {
    await service.remove();
    await others?.remove();
  }
}

/** Each document of the table at an address that has it. */
function toPaths({ sessions }: InventedClub, { documents }: Settings): { name: string; path: string }[] {
  const { id = "", date = "" } = sessions.at(-3) ?? sessions[0] ?? {};
  const selection = { ...WHOLE, session: id, year: Number(date.slice(0, 4)) };
  return DOCUMENTS.filter(({ name }) => !ABSENT.has(name) && (documents?.includes(name) ?? true)).map(
    ({ name, pattern, parameters }) => {
      const { session, year, ...whole } = selection;
      const path = toPath(pattern, {
        ...whole,
        ...(pattern.includes(":session") && { session }),
        ...(pattern.includes(":year") && { year }),
      });
      return { name, path: parameters.includes("url") ? `${path}?url=${PUBLIC_URL}/sessions/${id}` : path };
    },
  );
}

async function captureAll(
  service: Workerd,
  documents: readonly { name: string; path: string }[],
): Promise<Capture[]> {
  const captures: Capture[] = [];
  for (const { name, path } of documents) {
    const address = service.toAddress("service") + path;
    const plain = await ask(address, {});
    if (plain.status !== 200) throw new Error(`${path}: ${plain.status}`);
    const gzip = await ask(address, { "accept-encoding": "gzip" });
    const held = await ask(address, { "if-none-match": plain.fields["etag"] ?? "" });
    const heldGzip = await ask(address, {
      "accept-encoding": "gzip",
      "if-none-match": gzip.fields["etag"] ?? "",
    });
    captures.push({ name, path, plain, gzip, held, heldGzip });
  }
  return captures;
}

/** Without `fetch`, which asks for gzip by itself and hides some fields. */
function ask(address: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(address, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const fields = Object.entries(response.headers).flatMap(([name, value]) =>
          // The connection's own, which each server writes.
          ["connection", "keep-alive", "transfer-encoding", "date"].includes(name)
            ? []
            : [[name, String(value)]],
        );
        resolve({
          status: response.statusCode ?? 0,
          fields: Object.fromEntries(fields),
          body: Buffer.concat(chunks),
        });
      });
    })
      .on("error", reject)
      .end();
  });
}

function toConstant({ name, plain, gzip, held, heldGzip }: Capture): Site {
  const fields = {
    plain: { etag: plain.fields["etag"], found: plain.fields, held: held.fields },
    gzip: { etag: gzip.fields["etag"], found: gzip.fields, held: heldGzip.fields },
  };
  const code = readFileSync(join(import.meta.dirname, "plain/constant.js"), "utf8");
  return {
    name: `constant-${name}`,
    kind: "worker",
    modules: toModules(code, [
      { name: "plain", kind: "data", content: plain.body },
      { name: "gzip", kind: "data", content: gzip.body },
      { name: "fields.json", kind: "json", content: Buffer.from(JSON.stringify(fields)) },
    ]),
  };
}

function writeFolder(folder: string, captures: readonly Capture[]): Site[] {
  mkdirSync(folder, { recursive: true });
  for (const { name, plain } of captures) writeFileSync(join(folder, name), plain.body);
  return [{ name: "files", kind: "folder", path: folder }];
}

function toPackaged(captures: readonly Capture[], modules: readonly Module[]): Site[] {
  return captures
    .filter(({ name }) => PACKAGED.has(name))
    .map(({ name }) => ({
      name: `packages-${name}`,
      kind: "worker",
      modules,
      variables: { FORMAT: name },
    }));
}

interface Measurement {
  service: Workerd;
  others: Workerd;
  capture: Capture;
  settings: Settings;
  size: number;
}

async function measureDocument(measurement: Measurement): Promise<Figure[]> {
  const { service, others, capture, settings, size } = measurement;
  const { name, path, plain, gzip } = capture;
  const ours = service.toAddress("service") + path;
  const constant = `${others.toAddress(`constant-${name}`)}/`;
  const held = { "if-none-match": plain.fields["etag"] ?? "" };
  const kinds: Record<string, Omit<Poll, "address">> = {
    "200": { status: 200 },
    "304": { status: 304, headers: held },
    HEAD: { status: 200, method: "HEAD" },
    ...(gzip.fields["content-encoding"] === "gzip" && {
      gzip: { status: 200, headers: { "accept-encoding": "gzip, deflate, br" } },
    }),
  };
  const figures: Figure[] = [];
  for (const [kind, asked] of Object.entries(kinds)) {
    say(`serving, ${size} sessions: ${path} ${kind}`);
    const body = kind === "200" ? plain.body : kind === "gzip" ? gzip.body : Buffer.of();
    const requests = settings.requests * (body.byteLength === 0 ? MORE_WITHOUT_BODY : 1);
    const amount = toAmount(requests, body.byteLength);
    const time =
      (workerd: Workerd, address: string, count = amount) =>
      async () => {
        await poll({ address, ...asked }, 8);
        return await timePolls(workerd, { address, ...asked }, count);
      };
    const isWritten = PACKAGED.has(name) && kind === "200";
    const warmUp = toAmount(kind === "200" ? FIRST_REQUESTS : WARM_UP_REQUESTS, body.byteLength);
    await poll({ address: ours, ...asked }, warmUp);
    await poll({ address: constant, ...asked }, warmUp);
    const values = await runRounds(settings.rounds, {
      ours: time(service, ours),
      constant: time(others, constant),
      ...(isWritten && {
        file: time(others, `${others.toAddress("files")}/${name}`),
        packages: time(others, others.toAddress(`packages-${name}`), PACKAGE_REQUESTS),
      }),
    });
    const compare = (against: string, found: readonly number[] | undefined) => {
      if (found !== undefined) figures.push(toFigure(`${path} ${kind}`, size, values.ours, against, found));
    };
    compare("constant", values.constant);
    compare("workerd's static file", values.file);
    compare("written each time by the package", values.packages);
  }
  return figures.map((figure) => ({ ...figure, name: toGeneralName(figure.name, capture) }));
}

/** Bodies that were sent are collected late, in any Worker: hence beside the constant ones, and the files and packages. */
function toMemory(service: Workerd, others: Workerd, sessions: number): Figure {
  const [value, other] = [service.readMemory(), others.readMemory()];
  return {
    part: "serving",
    name: "memory after these polls",
    sessions,
    unit: "MB",
    value,
    against: { name: "all the others together", value: other, ratio: value / other },
  };
}

/** Half a thousand addresses in turn, where each is polled as often, against one of them. */
async function measureDistinct(service: Workerd, settings: Settings, size: number): Promise<Figure[]> {
  const address = service.toAddress("service");
  const tags = Array.from({ length: DISTINCT }, (_, at) => {
    const limit = LIMITS[at % LIMITS.length];
    return `/rss.xml?tag=${toTag(Math.floor(at / LIMITS.length))}&limit=${limit}`;
  });
  const limits = Array.from({ length: DISTINCT }, (_, at) => `/rss.xml?limit=${at + 1}`);
  const one = tags[4] ?? "";
  const amount = Math.max(DISTINCT, settings.requests);
  say(`serving, ${size} sessions: ${DISTINCT} addresses`);
  const figures: Figure[] = [];
  await poll({ address: address + one, status: 200 }, WARM_UP_REQUESTS);
  for (const [name, paths] of [
    [`${DISTINCT} tags and limits of /rss.xml`, tags],
    [`${DISTINCT} limits of /rss.xml`, limits],
  ] as const) {
    // As long as the others are on average: what is sent costs by its length, from one address too.
    const single = paths === tags ? one : "/rss.xml?limit=200";
    await poll({ address, paths, status: 200 }, DISTINCT);
    const values = await runRounds(settings.rounds, {
      ours: () => timePolls(service, { address, paths, status: 200 }, amount),
      one: async () => {
        await poll({ address: address + single, status: 200 }, 8);
        return await timePolls(service, { address: address + single, status: 200 }, amount);
      },
    });
    figures.push(toFigure(name, size, values.ours, `one address (${single})`, values.one));
  }
  const [, , tagged] = tags;
  const filtered = await runRounds(settings.rounds, {
    ours: async () => {
      await poll({ address: address + tagged, status: 200 }, 8);
      return await timePolls(service, { address: address + tagged, status: 200 }, amount);
    },
    plain: async () => {
      await poll({ address: `${address}/rss.xml`, status: 200 }, 8);
      return await timePolls(service, { address: `${address}/rss.xml`, status: 200 }, amount);
    },
  });
  figures.push(toFigure(`a filtered feed (${tagged})`, size, filtered.ours, "/rss.xml", filtered.plain));
  return figures;
}

function toAmount(requests: number, bytes: number): number {
  return Math.max(MIN_REQUESTS, Math.min(requests, Math.floor(MAX_BYTES / Math.max(1, bytes))));
}

function toFigure(
  name: string,
  sessions: number,
  values: readonly number[],
  against: string,
  others: readonly number[],
): Figure {
  return {
    part: "serving",
    name,
    sessions,
    unit: "µs",
    value: toMedian(values),
    against: toComparison(against, values, others),
  };
}

/** The same name at every size. */
function toGeneralName(name: string, { path }: Capture): string {
  const kind = name.slice(path.length + 1);
  const pattern = path
    .replace(/\/s\d+(?=$|\.|&)/, "/SESSION")
    .replace(/\/\d{4}$/, "/YEAR")
    .replace(/\?.*/, "?url=…");
  return `${pattern} ${kind}`;
}
