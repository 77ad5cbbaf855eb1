/**
 * Which addresses a stranger may have us ask: those of the public net alone, so that nobody can reach through us what
 * only we, or a machine beside us, can reach. Pure; what a name resolves to is asked elsewhere and judged here.
 */

/** [network, prefix length] of what is not public (RFC 6890 and the registry it began). */
const CLOSED_NETWORKS = (
  [
    ["0.0.0.0", 8], // this network, unspecified
    ["10.0.0.0", 8], // private (RFC 1918)
    ["100.64.0.0", 10], // behind a carrier's translation (RFC 6598)
    ["127.0.0.0", 8], // loopback
    ["169.254.0.0", 16], // link-local, and clouds' metadata
    ["172.16.0.0", 12], // private
    ["192.0.0.0", 24], // protocol assignments
    ["192.0.2.0", 24], // documentation
    ["192.88.99.0", 24], // relays of 6to4, deprecated
    ["192.168.0.0", 16], // private
    ["198.18.0.0", 15], // benchmarks
    ["198.51.100.0", 24], // documentation
    ["203.0.113.0", 24], // documentation
    ["224.0.0.0", 4], // multicast
    ["240.0.0.0", 4], // reserved, broadcast
  ] as const
).map(([network, length]) => ({ network: toNumber(network), length }));

/**
 * Of IPv6 only global unicast is public, 2000::/3: not loopback, mapped, translated (64:ff9b::/96), unique local, link-local
 * or multicast. Of that these are not: their first 16 bits, and what the next may be.
 */
const CLOSED_UNICAST: readonly { first: number; isClosed: (second: number) => boolean }[] = [
  // Protocol assignments, Teredo among them; documentation.
  { first: 0x20_01, isClosed: (second) => second < 0x02_00 || second === 0x0d_b8 },
  // 6to4: another spelling of an IPv4 address.
  { first: 0x20_02, isClosed: () => true },
  // Documentation (RFC 9637).
  { first: 0x3f_ff, isClosed: (second) => second < 0x10_00 },
];

/** Names that no public server answers for (RFC 6761, 6762, 7686, 8375, and ICANN's "internal"). */
const CLOSED_NAMES = /(?:^|\.)(?:localhost|local|internal|home\.arpa|localdomain|invalid|test|onion)$/;
/** Services that answer with whatever address their name spells: it is the asker's choice, not an owner's. */
const SPELLING_SERVICES =
  /(?:^|\.)(?:nip\.io|sslip\.io|xip\.io|ipq\.co|traefik\.me|localtest\.me|lvh\.me|vcap\.me)$/;
/** Four numbers side by side in any name, with dots or hyphens between. */
const SPELT = /(?<![a-z0-9])(?=(\d{1,3})[.-](\d{1,3})[.-](\d{1,3})[.-](\d{1,3})(?![a-z0-9]))/g;

/** Below stand protocols in whose ears a request is no request; readers at home are met at 8080 and 8443. */
const FIRST_FREE_PORT = 1_024;
const WEB_PORTS: readonly string[] = ["", "80", "443"];

/**
 * Why an address is none that we ask for strangers; null where it is one.
 *
 * @param isPrivateAllowed for trials: any host and port
 * @returns what was expected, as a problem says it
 */
export function findAddressFault(
  { protocol, username, password, hostname, port, href }: URL,
  isPrivateAllowed = false,
): string | null {
  if (!/^https?:$/.test(protocol)) return "an http(s) address";
  if (username + password !== "") return "an address without user name and password";
  if (href.includes("#")) return "an address without a fragment";
  if (isPrivateAllowed) return null;
  if (!WEB_PORTS.includes(port) && Number(port) < FIRST_FREE_PORT)
    return `port 80, 443, or one from ${FIRST_FREE_PORT} on`;
  return isPublicHost(hostname) ? null : "a host of the public internet";
}

/**
 * Whether a host can be on the public net, by its name alone.
 *
 * @param hostname as the URL Standard writes it: decimal and hexadecimal IPv4 are dotted then, IPv6 stands in brackets
 */
export function isPublicHost(hostname: string): boolean {
  if (hostname.startsWith("[")) return isPublicIp(hostname);
  const name = hostname.toLowerCase().replace(/\.$/, "");
  if (isDotted(name)) return isPublicIp(name);
  if (!name.includes(".") || CLOSED_NAMES.test(name) || SPELLING_SERVICES.test(name)) return false;
  return [...name.matchAll(SPELT)].every(([, ...parts]) => {
    const spelt = parts.slice(0, 4).map(Number).join(".");
    return !isDotted(spelt) || isPublicIp(spelt);
  });
}

/** Whether an IPv4 or IPv6 address, with or without brackets, is on the public net. What is no address is not. */
export function isPublicIp(address: string): boolean {
  if (isDotted(address)) {
    const number = toNumber(address);
    return !CLOSED_NETWORKS.some(({ network, length }) => isWithin(number, network, length));
  }
  const groups = toGroups(address);
  if (groups === null) return false;
  const [first = 0, second = 0] = groups;
  if (first < 0x20_00 || first > 0x3f_ff) return false;
  return !CLOSED_UNICAST.some((closed) => closed.first === first && closed.isClosed(second));
}

function isDotted(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

function toNumber(dotted: string): number {
  return dotted.split(".").reduce((number, part) => number * 256 + Number(part), 0);
}

function isWithin(address: number, network: number, length: number): boolean {
  const size = 2 ** (32 - length);
  return Math.floor(address / size) === Math.floor(network / size);
}

/** The eight groups of an IPv6 address, written as the URL Standard does: no zone, no dots, "::" once at most. */
function toGroups(address: string): number[] | null {
  const written = URL.parse(`http://[${address.replace(/^\[|\]$/g, "")}]/`)?.hostname.slice(1, -1);
  if (written === undefined) return null;
  const [head = "", tail] = written.split("::");
  const [before, after] = [head, tail ?? ""].map((part) => (part === "" ? [] : part.split(":")));
  if (before === undefined || after === undefined) return null;
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: gap }, () => "0"), ...after].map((group) =>
    Number.parseInt(group, 16),
  );
}
