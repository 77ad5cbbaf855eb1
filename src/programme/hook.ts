import type { NewsKind } from "./news.ts";

/** A hook: an address that is told of news. The address is a secret, known to the service by the hook's name. */
export interface Hook {
  /** "lab-slack": its address is the secret HOOK_LAB_SLACK. */
  name: string;
  kind: "slack" | "discord" | "mattermost" | "matrix" | "json";
  /** What it is told. */
  posts: NewsKind[];
  /** Minutes before a session at which it is reminded of it. */
  before: number[];
}

/** Who is told at once when something has changed, as `club.yaml` says. */
export interface PushSettings {
  hooks: Hook[];
  /** Hubs in place of the service's own. */
  hubs: string[];
}
