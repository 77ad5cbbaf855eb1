import { describe, expect, test } from "vitest";
import { findAddressFault, isPublicHost, isPublicIp } from "../../../src/push/hub/public-address.ts";

function faultOf(address: string, isPrivateAllowed = false): string | null {
  return findAddressFault(new URL(address), isPrivateAllowed);
}

const HOST = "a host of the public internet";

describe("an address that a stranger may have us ask", () => {
  test.each([
    "https://reader.example/",
    "http://reader.example/callback?id=1&x=%20y",
    "https://reader.example:8443/",
    "http://reader.example:1024/",
    "https://reader.example:443/",
    "https://reader.example.:65535/",
    "https://1.1.1.1/",
    "https://9.255.255.255/",
    "https://11.0.0.0/",
    "https://100.63.255.255/",
    "https://100.128.0.0/",
    "https://172.15.255.255/",
    "https://172.32.0.0/",
    "https://169.253.1.1/",
    "https://192.167.1.1/",
    "https://192.169.1.1/",
    "https://198.17.255.255/",
    "https://198.20.0.0/",
    "https://223.255.255.255/",
    "https://[2606:4700:4700::1111]/",
    "https://[2001:200::1]/",
    "https://[2001:db9::1]/",
    "https://[2003::1]/",
    "https://[3fff:1000::1]/",
    "https://bücher.example/",
    "https://v1.2.3.reader.example/",
    "https://ec2-3-120-4-5.compute.amazonaws.com/",
    "https://localhost.example/",
    "https://mylocal.example/",
    "https://internal.example/",
    "https://notnip.io/",
  ])("%s", (address) => {
    expect(faultOf(address)).toBe(null);
  });
});

describe("an address that is on no public host", () => {
  test.each([
    // Spellings of loopback that the URL Standard knows.
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://127.0.0.1./",
    "http://127。0。0。1/",
    "http://１２７.0.0.1/",
    "http://%31%32%37.0.0.1/",
    "http://127.255.255.255/",
    // The other closed networks, at their edges.
    "http://0.0.0.0/",
    "http://0/",
    "http://10.0.0.1/",
    "http://10.255.255.255/",
    "http://100.64.0.1/",
    "http://100.127.255.255/",
    "http://169.254.169.254/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.0.0.1/",
    "http://192.0.2.1/",
    "http://192.88.99.1/",
    "http://192.168.1.1/",
    "http://198.18.0.1/",
    "http://198.19.255.255/",
    "http://198.51.100.1/",
    "http://203.0.113.1/",
    "http://224.0.0.1/",
    "http://239.255.255.255/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    // IPv6.
    "http://[::]/",
    "http://[::1]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::ffff:8.8.8.8]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::8.8.8.8]/",
    "http://[64:ff9b:1::1]/",
    "http://[100::1]/",
    "http://[2001::1]/",
    "http://[2001:1ff::1]/",
    "http://[2001:db8::1]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:808:808::]/",
    "http://[3fff::1]/",
    "http://[3fff:fff::1]/",
    "http://[4000::1]/",
    "http://[5f00::1]/",
    "http://[fc00::1]/",
    "http://[fd12:3456:789a::1]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    // Names that no public server answers for.
    "http://localhost/",
    "http://LOCALHOST./",
    "http://a.localhost/",
    "http://printer.local/",
    "http://metadata.google.internal/",
    "http://nas.home.arpa/",
    "http://host.localdomain/",
    "http://a.test/",
    "http://a.invalid/",
    "http://abc.onion/",
    "http://intranet/",
    "http://intranet./",
    // Names that spell an address.
    "http://127.0.0.1.nip.io/",
    "http://1.1.1.1.nip.io/",
    "http://app.10-0-0-1.nip.io/",
    "http://7f000001.nip.io/",
    "http://--1.sslip.io/",
    "http://nip.io./",
    "http://www.lvh.me/",
    "http://127.0.0.1.reader.example/",
    "http://a-192-168-0-1.dns.example/",
    "http://10-1-2-3.dns.example/",
    "http://1-127-0-0-1.dns.example/",
  ])("%s", (address) => {
    expect(faultOf(address)).toBe(HOST);
  });
});

test("only http and https, without user name, password and fragment, even in a trial", () => {
  for (const isPrivateAllowed of [false, true]) {
    expect(faultOf("ftp://reader.example/", isPrivateAllowed)).toBe("an http(s) address");
    expect(faultOf("javascript:alert(1)", isPrivateAllowed)).toBe("an http(s) address");
    const withoutName = "an address without user name and password";
    expect(faultOf("https://a@reader.example/", isPrivateAllowed)).toBe(withoutName);
    expect(faultOf("https://:b@reader.example/", isPrivateAllowed)).toBe(withoutName);
    expect(faultOf("https://reader.example/#a", isPrivateAllowed)).toBe("an address without a fragment");
    expect(faultOf("https://reader.example/#", isPrivateAllowed)).toBe("an address without a fragment");
  }
});

test("no port of another protocol", () => {
  for (const port of [1, 22, 25, 79, 81, 444, 1023])
    expect(faultOf(`http://reader.example:${port}/`)).toBe("port 80, 443, or one from 1024 on");
});

test("in a trial every host and port is open", () => {
  for (const address of ["http://localhost:8080/", "http://127.0.0.1:81/", "http://[::1]/", "http://nas/"])
    expect(faultOf(address, true)).toBe(null);
});

test("what a name resolves to is judged by the same rules, whatever it is written like", () => {
  expect(["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"].every(isPublicIp)).toBe(true);
  const closed = [
    "10.0.0.1",
    "::1",
    "fe80::1%eth0",
    "::ffff:1.2.3.4",
    "FD00::1",
    "",
    "1.2.3",
    "256.1.1.1",
    "x",
  ];
  expect(closed.filter(isPublicIp)).toEqual([]);
});

test("numbers that are no address do not make a name one", () => {
  expect(isPublicHost("1-2-3-400.reader.example")).toBe(true);
  expect(isPublicHost("a10-0-0-1b.reader.example")).toBe(true);
  expect(isPublicHost("2026-11-27-10.reader.example")).toBe(true);
});
