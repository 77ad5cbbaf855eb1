/** The variables that push reads, to a configuration. */

export interface PushVariables {
  /** For trials: the hub that is asked in place of YouTube's. */
  YOUTUBE_HUB_URL?: string;
  /** For trials: "1" allows callbacks and hooks on this machine and in private networks. */
  ALLOW_PRIVATE_CALLBACKS?: string;
  /** For trials: the resolver (DNS over HTTPS, JSON) that is asked where callbacks are. */
  DNS_URL?: string;
}

export interface PushConfig {
  /** Where leases for channels are asked for. */
  youtubeHubUrl: string;
  /** Whether a trial hub stands in for YouTube's. */
  isTrialHub: boolean;
  isPrivateAllowed: boolean;
  /** Where names of callbacks are resolved, without a query. */
  dnsUrl: string;
  /** The secrets of hooks, by their names in the environment: "HOOK_LAB_SLACK". Never to be told. */
  secrets: ReadonlyMap<string, string>;
}

const YOUTUBE_HUB_URL = "https://pubsubhubbub.appspot.com/subscribe";
const DNS_URL = "https://cloudflare-dns.com/dns-query";
/** What secrets of hooks are called. */
export const HOOK_SECRET = /^HOOK_[A-Z0-9_]+$/;

/** @throws Error that names the variable, when a value cannot be used */
export function toPushConfig(variables: PushVariables): PushConfig {
  const { YOUTUBE_HUB_URL: trialHub = "", ALLOW_PRIVATE_CALLBACKS = "" } = variables;
  return {
    youtubeHubUrl: toAddress("YOUTUBE_HUB_URL", trialHub, YOUTUBE_HUB_URL),
    isTrialHub: trialHub !== "",
    isPrivateAllowed: ALLOW_PRIVATE_CALLBACKS === "1",
    dnsUrl: toAddress("DNS_URL", variables.DNS_URL ?? "", DNS_URL),
    secrets: toSecrets(variables),
  };
}

function toAddress(name: string, value: string, otherwise: string): string {
  const url = URL.parse(value === "" ? otherwise : value);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error(`${name}: "${value}", expected an http(s) address`);
  return url.href;
}

function toSecrets(variables: object): Map<string, string> {
  const entries: [string, unknown][] = Object.entries(variables);
  return new Map(
    entries.flatMap(([name, value]) =>
      HOOK_SECRET.test(name) && typeof value === "string" && value.trim() !== ""
        ? [[name, value.trim()] as const]
        : [],
    ),
  );
}
