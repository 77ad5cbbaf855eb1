/** Where hubs are. */
import type { PushSettings } from "../../programme/hook.ts";

/** The service's own. */
export const HUB_PATH = "/hub";

/**
 * The hubs that feeds name: those of the club file, else the service's own, for which files alone cannot stand in.
 *
 * @param publicUrl without a slash at the end
 */
export function toHubUrls(
  { hubs }: Pick<PushSettings, "hubs">,
  publicUrl: string,
  isStatic: boolean,
): string[] {
  if (hubs.length > 0) return hubs;
  return isStatic ? [] : [publicUrl + HUB_PATH];
}
