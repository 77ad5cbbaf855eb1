/** What every part plays on: invented clubs of each size, bundled and read once, in a temporary folder. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DAY } from "../../src/programme/instant.ts";
import { listen } from "../support/listen.ts";
import { bundlePlain, bundleWorker, type Bundle } from "./bundle.ts";
import { inventClub, writeClub, type InventedClub } from "./club.ts";
import { say } from "./measure.ts";
import { readScene } from "./read-scene.ts";
import { toPlainProgramme, type Scene } from "./scene.ts";
import type { Module, Site } from "./workerd.ts";

export class Stage {
  readonly #folder = mkdtempSync(join(tmpdir(), "bench-"));
  readonly #clubs = new Map<number, InventedClub>();
  readonly #bundles = new Map<number, Bundle>();
  readonly #scenes = new Map<number, Scene>();
  readonly #servers: Server[] = [];
  #folders = 0;
  /** The day of the run: sessions of every size begin and end around it. */
  readonly #today = Math.floor(Date.now() / DAY) * DAY;

  toClub(size: number): InventedClub {
    const known = this.#clubs.get(size);
    if (known !== undefined) return known;
    const club = inventClub(size, this.#today);
    this.#clubs.set(size, club);
    writeClub(this.#toData(size), club);
    return club;
  }

  toBundle(size: number): Bundle {
    const known = this.#bundles.get(size);
    if (known !== undefined) return known;
    this.toClub(size);
    say(`bundling the Worker of ${size} sessions`);
    const bundle = bundleWorker(this.toFolder(), this.#toData(size));
    this.#bundles.set(size, bundle);
    return bundle;
  }

  async toScene(size: number): Promise<Scene> {
    const known = this.#scenes.get(size);
    if (known !== undefined) return known;
    const club = this.toClub(size);
    say(`reading ${size} sessions`);
    const scene = await readScene(this.#toData(size), club, Date.now());
    this.#scenes.set(size, scene);
    return scene;
  }

  /** A Worker of `plain/`, with the programme of a size. */
  async toPlainWorker(main: "index.ts" | "refresh.ts", size: number): Promise<Module[]> {
    const { publication } = await this.toScene(size);
    return bundlePlain(this.toFolder(), [main, "writers.ts"], {
      "programme.txt": JSON.stringify(toPlainProgramme(publication)),
    });
  }

  /** A stand-in for YouTube and its hub; what the feed shows is asked for at each request. */
  async openChannel(show: () => string): Promise<string> {
    const server = createServer(({ method }, response) => {
      if (method === "POST") response.writeHead(202).end();
      else response.end(show());
    });
    this.#servers.push(server);
    return `${await listen(server)}/feeds/videos.xml`;
  }

  /** The service of a size, and the site that calls its steps. @param feedUrl what it is told of its channel */
  toServiceSites(size: number, feedUrl: string): Site[] {
    const { modules, assets } = this.toBundle(size);
    return [
      { name: "service", kind: "service", modules, assets, feedUrl },
      { name: "steps", kind: "steps", service: "service" },
    ];
  }

  /** One that is empty. */
  toFolder(): string {
    this.#folders += 1;
    return join(this.#folder, `work-${this.#folders}`);
  }

  remove(): void {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #toData(size: number): string {
    return join(this.#folder, `club-${size}`);
  }
}
