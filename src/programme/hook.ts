import type { NewsKind } from "./news.ts";

export const HOOK_KINDS = ["slack", "discord", "mattermost", "matrix", "json"] as const;
/** What a club may choose of the news. */
export const HOOK_POSTS = ["announced", "moved", "cancelled", "replay"] as const;
export type HookPost = (typeof HOOK_POSTS)[number];

/** A hook: an address that is told of news. The address is a secret, known to the service by the hook's name. */
export interface Hook {
  /** Permanent: under another name it is another hook, that has been told nothing. */
  name: string;
  kind: (typeof HOOK_KINDS)[number];
  /** What it is told. */
  posts: HookPost[];
  /** Minutes before a session at which it is reminded of it, the most first. */
  before: number[];
}

/** Who is told at once when something has changed, as `club.yaml` says. */
export interface PushSettings {
  hooks: Hook[];
  /** Hubs in place of the service's own. */
  hubs: string[];
}

/** The choice that a kind of news belongs to: "moved" is every word about another time than the one that was told. */
export function toHookPost(kind: NewsKind): HookPost {
  return kind === "postponed" || kind === "reinstated" ? "moved" : kind;
}

/** The name of the secret that holds a hook's address: "HOOK_LAB_SLACK" for "lab-slack". */
export function toSecretName(hookName: string): string {
  return `HOOK_${hookName.toUpperCase().replaceAll("-", "_")}`;
}
