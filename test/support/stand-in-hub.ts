/** A stand-in for YouTube's hub: a real server that verifies, delivers, refuses, denies, and falls silent. */
import { createServer, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import { toSignature } from "./delivery.ts";
import { listen } from "./listen.ts";

/** What becomes of a request for a lease. */
export type Mood = "verifies" | "refuses" | "denies" | "is silent";

export class StandInHub {
  mood: Mood = "verifies";
  leaseSeconds = 432_000;
  /** Those that came, and what the callback answered to the verifications. */
  readonly forms: URLSearchParams[] = [];
  readonly verified: { status: number; isEchoed: boolean }[] = [];
  readonly #server = createServer((request, response) => {
    void readText(request).then((body) => this.#answer(new URLSearchParams(body), response));
  });
  #challenges = 0;

  async listen(): Promise<string> {
    return `${await listen(this.#server)}/subscribe`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** A delivery to the callback of the last request, signed with its secret unless told otherwise. @returns the status */
  async deliver(
    text: string,
    { signature, path = "" }: { signature?: string; path?: string } = {},
  ): Promise<number> {
    const form = this.forms.at(-1);
    const topic = form?.get("hub.topic") ?? "";
    const callback = new URL(path, form?.get("hub.callback") ?? "");
    const response = await fetch(callback, {
      method: "POST",
      body: text,
      headers: {
        "content-type": "application/atom+xml",
        "x-hub-signature": signature ?? toSignature(text, form?.get("hub.secret") ?? ""),
        link: `<${topic}>; rel=self, <http://pubsubhubbub.appspot.com/>; rel=hub`,
        "cache-control": "no-cache,max-age=0",
        from: "googlebot(at)googlebot.com",
        "user-agent": "FeedFetcher-Google; (+http://www.google.com/feedfetcher.html)",
      },
    });
    return response.status;
  }

  /** Ask the callback of the last request whether it was meant. */
  async verify(mode = "subscribe"): Promise<void> {
    const form = this.forms.at(-1);
    const challenge = `challenge ${++this.#challenges} & more`;
    const callback = new URL(form?.get("hub.callback") ?? "");
    const query = {
      "hub.mode": mode,
      "hub.topic": form?.get("hub.topic") ?? "",
      ...(mode === "denied"
        ? { "hub.reason": "not today" }
        : { "hub.challenge": challenge, "hub.lease_seconds": String(this.leaseSeconds) }),
    };
    callback.search = new URLSearchParams(query).toString();
    const response = await fetch(callback);
    this.verified.push({ status: response.status, isEchoed: (await response.text()) === challenge });
  }

  #answer(form: URLSearchParams, response: ServerResponse): void {
    this.forms.push(form);
    if (this.mood === "refuses") {
      response.writeHead(503, { "retry-after": "120" });
      response.end("Transient error; please try again later");
      return;
    }
    response.writeHead(202).end();
    if (this.mood === "verifies") void this.verify();
    if (this.mood === "denies") void this.verify("denied");
  }
}
