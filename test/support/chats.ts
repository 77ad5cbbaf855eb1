/** A club with hooks that publishes one state after the other, the alarm that sends, and chats that remember what they got. */
import type { Club } from "../../src/programme/club.ts";
import { HOOK_POSTS, toSecretName, type Hook } from "../../src/programme/hook.ts";
import type { Instant } from "../../src/programme/instant.ts";
import { EMPTY_LEDGER, isReplayed, type Ledger } from "../../src/programme/ledger.ts";
import { toNews, type News } from "../../src/programme/news.ts";
import { createProgramme, type ArchivedVideo } from "../../src/programme/programme.ts";
import type { PublishedProgramme } from "../../src/programme/publication.ts";
import { revise } from "../../src/programme/revise.ts";
import type { Session } from "../../src/programme/session.ts";
import { toPushConfig } from "../../src/push/config.ts";
import { Hooks } from "../../src/push/hooks/hooks.ts";
import type { Storage } from "../../src/push/schema.ts";
import { aClub } from "./builders.ts";
import { aSurroundings, PUBLIC_URL } from "./push.ts";

/** A hook that is told everything, at https://chat.example/NAME. */
export function aHook(fields: Partial<Hook> = {}): Hook {
  return { name: "lab", kind: "slack", posts: [...HOOK_POSTS], before: [1_440, 60], ...fields };
}

/** The secrets of hooks, each at the address of its name. */
export function toSecrets(hooks: readonly Pick<Hook, "name" | "kind">[]): Map<string, string> {
  return new Map(
    hooks.flatMap(({ name, kind }): [string, string][] => {
      const room = kind === "matrix" ? "/_matrix/client/v3/rooms/!a:example" : "";
      const address: [string, string] = [toSecretName(name), `https://chat.example/${name}${room}`];
      return kind === "matrix" || kind === "json"
        ? [address, [`${toSecretName(name)}_SECRET`, "a-secret"]]
        : [address];
    }),
  );
}

/** A state that was published, with what was new in it. */
export interface Published {
  published: PublishedProgramme;
  news: News[];
}

/** What is published of sessions one after the other, from a first start on. */
export class Publications {
  ledger: Ledger = EMPTY_LEDGER;

  at(now: Instant, sessions: readonly Session[], archive: readonly ArchivedVideo[] = []): Published {
    const club = aClub();
    const programme = createProgramme(
      {
        club,
        sessions,
        archive,
        previous: [],
        isReplayed: (videoId) => isReplayed(this.ledger.sessions, videoId),
        publicUrl: PUBLIC_URL,
      },
      now,
    );
    const { ledger, published } = revise(programme, club, this.ledger, now);
    const news = toNews(this.ledger, published, now);
    this.ledger = ledger;
    return { published, news };
  }
}

interface ServiceInput {
  storage: Storage;
  hooks: readonly Hook[];
  secrets?: ReadonlyMap<string, string>;
  club?: Club;
  current: () => PublishedProgramme;
}

/** What a start of the service has of push, with hooks alone. */
export function startHooks({
  storage,
  hooks: all,
  secrets = toSecrets(all),
  club = aClub(),
  current,
}: ServiceInput) {
  const around = aSurroundings(storage, {
    config: { ...toPushConfig({}), secrets },
    club,
    settings: { hooks: [...all], hubs: [] },
    current,
  });
  const { outbox } = around;
  const hooks = new Hooks(around);
  return {
    hooks,
    outbox,
    /** As the alarm does. */
    work: async (now: Instant): Promise<boolean> => {
      hooks.prepare(now);
      return await outbox.sendSlice(hooks.senders, now);
    },
    nextAt: (now: Instant): Instant | null => {
      const times = [outbox.nextAt(), hooks.nextAt(now)].filter((time) => time !== null);
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}
