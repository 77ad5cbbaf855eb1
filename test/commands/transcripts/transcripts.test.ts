import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../../src/commands/transcripts.ts";
import { callCommand } from "../../support/call-command.ts";
import { copyClub } from "../../support/fixture-club.ts";
import { listen } from "../../support/listen.ts";

let folder = "";
let server: Server | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "transcripts-"));
  await copyClub(join(folder, "club"));
  await mkdir(join(folder, "captions"));
});
afterEach(async () => {
  server?.close();
  server = null;
  await rm(folder, { recursive: true, force: true });
});

const ROLLING = `WEBVTT
Kind: captions
Language: en

00:00:00.080 --> 00:00:02.500 align:start position:0%
 
hello<00:00:00.500><c> everybody</c>

00:00:02.500 --> 00:00:02.510 align:start position:0%
hello everybody
 

00:00:02.510 --> 00:00:05.000 align:start position:0%
hello everybody
welcome<00:00:03.000><c> back</c>
`;
const UNROLLED = `WEBVTT

00:00:00.080 --> 00:00:02.500
hello everybody

00:00:02.510 --> 00:00:05.000
welcome back
`;

async function run(
  words: string[],
  environment: Record<string, string> = {},
  onError: (line: string) => void = () => {},
) {
  const { status, stdout, stderr } = await callCommand(main, words, {
    environment: { DATA_DIR: join(folder, "club"), XDG_CONFIG_HOME: folder, ...environment },
    onError,
  });
  return {
    code: status,
    output: stdout.replaceAll(folder, "FOLDER"),
    errors: stderr.replaceAll(folder, "FOLDER"),
  };
}

const caption = (name: string, text = ROLLING) => writeFile(join(folder, "captions", name), text);
const takeFolder = (...words: string[]) => run([join(folder, "captions"), ...words]);
const readWritten = async () => {
  const names = await readdir(join(folder, "club/transcripts"));
  const texts = names.map(async (name): Promise<[string, string]> => [
    name,
    await readFile(join(folder, "club/transcripts", name), "utf8"),
  ]);
  return Object.fromEntries(await Promise.all(texts));
};

describe("a folder of captions", () => {
  test("becomes transcripts, each named by its session, every word once; twice the same changes nothing", async () => {
    await caption("S21 ｜ Uniform Diffusion [videoS2100A].en-orig.vtt");
    await caption("S21 ｜ Uniform Diffusion [videoS2100A].de.vtt");
    await caption("Nobody knows [videoWork0A].en.vtt");
    await caption("notes.txt", "");
    const first = await takeFolder("--yes");
    expect([first, (await readWritten())["s21.vtt"]]).toEqual([
      {
        code: 0,
        errors: "",
        output: `new  s21  S21 ｜ Uniform Diffusion [videoS2100A].en-orig.vtt
passed over  Nobody knows [videoWork0A].en.vtt: no session is known for the video videoWork0A
passed over  S21 ｜ Uniform Diffusion [videoS2100A].de.vtt: is in de, expected en
1 to write, 0 unchanged, 2 passed over
wrote FOLDER/club/transcripts/s21.vtt
`,
      },
      UNROLLED,
    ]);
    const again = await takeFolder("--yes");
    expect(again.output.split("\n").at(-2)).toBe("0 to write, 1 unchanged, 2 passed over");
  });

  test("leaves what somebody has mended, unless it is told otherwise", async () => {
    await caption("S20 | Entropy [videoS2000A].en.vtt");
    const before = (await readWritten())["s20.vtt"];
    const first = await takeFolder("--yes");
    expect([first.output.split("\n")[0], (await readWritten())["s20.vtt"]]).toEqual([
      "passed over  S20 | Entropy [videoS2000A].en.vtt: FOLDER/club/transcripts/s20.vtt says something else; --replace writes it anew",
      before,
    ]);
    await takeFolder("--yes", "--replace");
    expect((await readWritten())["s20.vtt"]).toBe(UNROLLED);
  });

  test("writes nothing that nobody has agreed to, and nothing of a file that is no captions", async () => {
    await caption("S21 | Uniform [videoS2100A].en.vtt");
    const unasked = await takeFolder();
    await caption("S21 | Uniform [videoS2100A].en.vtt", "<html>");
    const wrong = await takeFolder("--yes");
    expect([unasked.code, unasked.errors.split("\n")[0], wrong.output.split("\n")[0]]).toEqual([
      2,
      "nothing was written: there is no terminal to ask on, add --yes",
      'passed over  S21 | Uniform [videoS2100A].en.vtt: line 1: no valid signature. (File needs to start with "WEBVTT".), expected "WEBVTT" on the first line',
    ]);
    expect(Object.keys(await readWritten())).toEqual(["s20.vtt"]);
  });

  test("without captions is refused, and so is none", async () => {
    const [empty, missing, none] = [await takeFolder(), await run([join(folder, "nowhere")]), await run([])];
    expect([empty.errors, missing.code, none.errors]).toEqual([
      'FOLDER/captions: has no caption files, expected names such as "Title [VIDEOID].en.vtt"\n',
      1,
      "expected a folder of caption files, or --fetch\nSee --help.\n",
    ]);
  });
});

/** A stand-in for Google's sign-in, its tokens, the Data API and a running service. */
async function standIn(
  answer: (request: IncomingMessage, body: string) => [number, unknown],
): Promise<string> {
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const [status, value] = answer(request, body);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(typeof value === "string" ? value : JSON.stringify(value));
    });
  });
  return await listen(server);
}

describe("the captions of one's own videos", () => {
  const STATUS = {
    club: "C",
    sources: [],
    matches: [
      { sessionId: "s21", videoId: "videoS2100A", rule: "number", evidence: "S21" },
      { sessionId: "summer", videoId: "videoSummer", rule: "title", evidence: "0.9" },
    ],
    unmatched: [],
  };
  const TRACKS = {
    items: [
      { id: "asr", snippet: { language: "en", trackKind: "asr" } },
      { id: "written", snippet: { language: "en-GB", trackKind: "standard" } },
      { id: "draft", snippet: { language: "en", trackKind: "standard", isDraft: true } },
    ],
  };
  const asked: string[] = [];

  /** Opens what it is told to, as a browser of somebody who agrees would. */
  const agree = (line: string) => {
    const address = /http:\/\/127\.0\.0\.1:\d+\/sign-in\S+/.exec(line)?.[0];
    if (address === undefined) return;
    const { searchParams } = new URL(address);
    asked.push(`sign-in ${searchParams.get("scope")} ${searchParams.get("code_challenge_method")}`);
    const redirect = new URL(searchParams.get("redirect_uri") ?? "");
    void fetch(`${redirect.href}?code=stolen&state=another`).then(() => {
      redirect.searchParams.set("code", "a-code");
      redirect.searchParams.set("state", searchParams.get("state") ?? "");
      return fetch(redirect);
    });
  };

  const answer = (request: IncomingMessage, body: string): [number, unknown] => {
    const { url = "" } = request;
    if (url === "/status.json") return [200, STATUS];
    if (url === "/token") {
      const given = new URLSearchParams(body);
      asked.push(`token ${given.get("grant_type")} ${given.get("code") ?? given.get("refresh_token")}`);
      return [200, { access_token: "an-access-token", refresh_token: "a-refresh-token" }];
    }
    asked.push(`${url} ${request.headers.authorization}`);
    if (url.includes("videoSummer")) return [403, { error: { errors: [{ reason: "quotaExceeded" }] } }];
    return url.startsWith("/v3/captions?") ? [200, TRACKS] : [200, ROLLING];
  };

  test("are fetched for who signs in, the written ones first, until YouTube gives no more; the sign-in is kept", async () => {
    const origin = await standIn(answer);
    const environment = {
      YOUTUBE_CLIENT_ID: "a-client",
      YOUTUBE_CLIENT_SECRET: "a-secret",
      GOOGLE_SIGN_IN_URL: `${origin}/sign-in`,
      GOOGLE_TOKEN_URL: `${origin}/token`,
      YOUTUBE_API_URL: `${origin}/v3`,
    };
    asked.length = 0;
    const words = ["--fetch", "--from", origin, "--yes"];
    const first = await run(words, environment, agree);
    expect([first.code, first.output, (await readWritten())["s21.vtt"]]).toEqual([
      0,
      "new  s21  videoS2100A\n1 to write, 0 unchanged, 0 passed over\nwrote FOLDER/club/transcripts/s21.vtt\n",
      UNROLLED,
    ]);
    expect(asked).toEqual([
      "sign-in https://www.googleapis.com/auth/youtube.force-ssl S256",
      "token authorization_code a-code",
      "/v3/captions?part=snippet&videoId=videoS2100A Bearer an-access-token",
      "/v3/captions/written?tfmt=vtt Bearer an-access-token",
      "/v3/captions?part=snippet&videoId=videoSummer Bearer an-access-token",
    ]);
    expect(first.errors.split("\n").slice(-2)[0]).toBe(
      "YouTube answers no more today; run it again tomorrow for the others.",
    );
    const kept = join(folder, "journal-club-feeds/youtube.json");
    expect([JSON.parse(await readFile(kept, "utf8")), (await stat(kept)).mode & 0o777]).toEqual([
      { clientId: "a-client", refreshToken: "a-refresh-token" },
      0o600,
    ]);
    asked.length = 0;
    await run(words, environment);
    expect(asked).toEqual([
      "token refresh_token a-refresh-token",
      "/v3/captions?part=snippet&videoId=videoSummer Bearer an-access-token",
    ]);
  });

  test("are not asked for without an app that may", async () => {
    const origin = await standIn(answer);
    const { code, errors } = await run(["--fetch", "--from", origin, "--yes"], { YOUTUBE_CLIENT_ID: "" });
    expect([code, errors.split(":")[0]]).toEqual([
      2,
      "--fetch needs YOUTUBE_CLIENT_ID and YOUTUBE_CLIENT_SECRET",
    ]);
  });
});
