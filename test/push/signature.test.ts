import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isSigned, sign, type SignatureMethod } from "../../src/push/signature.ts";

const METHODS: SignatureMethod[] = ["sha1", "sha256", "sha384", "sha512"];
/** Not UTF-8: a signature is of bytes, not of a text. */
const bytes = Uint8Array.from([0x3c, 0xff, 0x00, 0xc3, 0x28, 0x3e]);

const toHeader = (method: string, secret: string) =>
  `${method}=${createHmac(method, secret).update(bytes).digest("hex")}`;

describe.each(METHODS)("WebSub 7.1: %s", (method) => {
  test("signs as any other HMAC does", async () => {
    expect(await sign(method, "a secret", bytes)).toBe(toHeader(method, "a secret"));
  });

  test("knows its own signature, in either case of its letters", async () => {
    const header = toHeader(method, "a secret");
    const found = [header, header.toUpperCase(), ` ${header} `].map((one) =>
      isSigned(one, "a secret", bytes),
    );
    expect(await Promise.all(found)).toEqual([true, true, true]);
  });

  test("refuses the signature of another secret, of other bytes, and a part of the right one", async () => {
    const header = toHeader(method, "a secret");
    expect([
      await isSigned(header, "another", bytes),
      await isSigned(header, "a secret", bytes.slice(1)),
      await isSigned(header.slice(0, -2), "a secret", bytes),
    ]).toEqual([false, false, false]);
  });
});

test.each([
  null,
  "",
  "sha256",
  "sha256=",
  "sha256=abc",
  "sha256=zz",
  "md5=00",
  "toString=00",
  "=00",
  "sha256=00=00",
])("%j is no signature", async (header) => {
  expect(await isSigned(header, "a secret", bytes)).toBe(false);
});
