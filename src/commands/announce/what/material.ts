/** What goes with a talk: slides and code. */
import { valuesOf } from "../drafts/draft.ts";
import { isToBeAnnounced } from "../lines/line.ts";
import { toSite } from "../who/person.ts";
import type { Reading } from "../reading.ts";

/** The addresses after "Slides:" and "Code:". */
export function readMaterial({ draft, leftOver }: Reading): {
  slides: string | undefined;
  code: string | undefined;
} {
  const [slides, code] = (["slides", "code"] as const).map((name) => {
    const lines = valuesOf(draft, name).filter(({ text }) => text !== "" && !isToBeAnnounced(text));
    const addresses = lines.map((line) => ({
      line,
      address: /https?:\/\/[^\s)\]>"”]+/.exec(line.text)?.[0],
    }));
    const [first, ...others] = addresses.filter(({ address }) => address !== undefined);
    const unread = [...others, ...addresses.filter(({ address }) => address === undefined)];
    leftOver.push(...unread.map(({ line }) => line));
    return first?.address === undefined ? undefined : (toSite(first.address) ?? undefined);
  });
  return { slides, code };
}
