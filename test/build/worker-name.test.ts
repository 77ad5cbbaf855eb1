/** Two clubs of one account never overwrite each other. */
import { array, assert, property, stringMatching } from "fast-check";
import { expect, test } from "vitest";
import { toWorkerName, WORKER_NAME } from "../../src/build/worker-name.ts";

test.each([
  ["example.org", "feeds-example-org"],
  ["reading-group.example.org", "feeds-reading--group-example-org"],
  [`${"a".repeat(60)}.example.org`, `feeds-${"a".repeat(48)}-6832fa8a`],
])("the Worker of %s is %s", (uidDomain, name) => {
  expect(toWorkerName(uidDomain)).toBe(name);
});

const label = stringMatching(/^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/);
const domain = array(label, { minLength: 2, maxLength: 5 }).map((labels) => labels.join("."));

test("two domains have two names, each of which Cloudflare takes", () => {
  assert(
    property(domain, domain, (one, other) => {
      expect(toWorkerName(one)).toMatch(new RegExp(WORKER_NAME));
      expect(toWorkerName(one) === toWorkerName(other)).toBe(one === other);
    }),
  );
});
