import { afterEach, expect, test, vi } from "vitest";
import { NOW, aHub, agree, workAll } from "./a-hub.ts";

afterEach(() => void vi.restoreAllMocks());

/** Asks to be subscribed where a resolver answers so; what else was asked for, and whether the subscription was made. */
async function subscribe(
  resolve: (url: URL) => Response | Promise<Response>,
  callback = "https://reader.example/",
) {
  const asked: string[] = [];
  const names: string[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const url = new URL(new Request(input, init).url);
    if (url.hostname === "cloudflare-dns.com") {
      names.push(`${url.searchParams.get("name")} ${url.searchParams.get("type")}`);
      expect(new Headers(init?.headers).get("accept")).toBe("application/dns-json");
      return await resolve(url);
    }
    asked.push(url.hostname);
    return agree({ url });
  });
  const one = aHub();
  await one.ask({ "hub.callback": callback });
  await workAll(one, NOW);
  const { subscriptions, lastError } = one.hub.status(NOW);
  return { asked, names, subscriptions, lastError };
}

/** As Cloudflare answers: a name may have another name before its addresses. */
const answer = (...records: [type: number, data: string][]) =>
  Response.json({
    Status: 0,
    Answer: [{ type: 5, data: "edge.example." }, ...records.map(([type, data]) => ({ type, data }))],
  });

test("a name that resolves to public addresses is asked", async () => {
  const { asked, names, subscriptions } = await subscribe(({ searchParams }) =>
    searchParams.get("type") === "A"
      ? answer([1, "93.184.215.14"], [1, "1.1.1.1"])
      : answer([28, "2606:4700:4700::1111"]),
  );
  expect({ asked, names, subscriptions }).toEqual({
    asked: ["reader.example"],
    names: ["reader.example A", "reader.example AAAA"],
    subscriptions: 1,
  });
});

test.each<[string, [number, string]]>([
  ["A", [1, "10.0.0.1"]],
  ["A", [1, "169.254.169.254"]],
  ["AAAA", [28, "::1"]],
  ["AAAA", [28, "::ffff:8.8.8.8"]],
  ["AAAA", [28, "fd00::1"]],
])("a name of which one %s record is %j is not asked", async (type, record) => {
  const { asked, subscriptions, lastError } = await subscribe(({ searchParams }) =>
    searchParams.get("type") === type ? answer([1, "1.1.1.1"], record) : answer(),
  );
  expect({ asked, subscriptions }).toEqual({ asked: [], subscriptions: 0 });
  expect(lastError).toMatch(/^verification: the callback's name leads to a private address/);
});

test.each<[string, () => Response]>([
  ["an error", () => new Response("no", { status: 500 })],
  ["a page", () => new Response("<html>")],
  ["JSON of another form", () => Response.json({ Answer: "1.1.1.1" })],
  ["no such name", () => Response.json({ Status: 3 })],
  [
    "nothing",
    () => {
      throw new TypeError("no connection");
    },
  ],
])("where the resolver answers with %s nothing is known against a name", async (_name, reply) => {
  expect(await subscribe(reply)).toMatchObject({ asked: ["reader.example"], subscriptions: 1 });
});

test("of an address no name is asked for", async () => {
  for (const callback of ["https://1.1.1.1/", "https://[2606:4700:4700::1111]/"])
    expect((await subscribe(() => answer(), callback)).names).toEqual([]);
});
