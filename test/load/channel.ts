/** A stand-in for YouTube that changes all the time: another video, another title, an outage. */
import { createServer, type Server } from "node:http";
import { aChannelFeed, type FeedEntry } from "../support/channel-feed.ts";
import { listen } from "../support/listen.ts";

/** YouTube's feeds hold as many. */
const ENTRIES = 15;
const FIRST = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

export class Channel {
  readonly #server: Server;
  #videos = 1;
  #edits = 0;
  #isDown = false;
  /** How often it was other than before. */
  changes = 0;

  constructor() {
    this.#server = createServer((_request, response) => {
      if (this.#isDown) response.writeHead(404).end("<!DOCTYPE html>");
      else response.end(aChannelFeed({ entries: this.#entries() }));
    });
  }

  async open(): Promise<string> {
    const origin = await listen(this.#server);
    this.#server.unref();
    return `${origin}/feeds/videos.xml`;
  }

  /** One after the other: a video more, twice a title that is edited, an outage. */
  change(): void {
    this.changes += 1;
    const kind = this.changes % 4;
    this.#isDown = kind === 3;
    if (kind === 0) this.#videos += 1;
    else if (kind !== 3) this.#edits += 1;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #entries(): FeedEntry[] {
    const newest = Array.from(
      { length: Math.min(ENTRIES, this.#videos) },
      (_, index) => this.#videos - index,
    );
    return newest.map((number, index) => ({
      id: `load${String(number).padStart(7, "0")}`,
      title: `Video ${number}${index === 0 ? `, edit ${this.#edits}` : ""}`,
      description: "What was said. ".repeat(100),
      published: new Date(FIRST + number * HOUR).toISOString(),
    }));
  }
}
