/** What the club's people change in `data/`. Each change is deployed at once. */
import { DAY, HOUR } from "../../src/programme/instant.ts";
import type { Session } from "../../src/programme/session.ts";
import type { Action, Actions } from "./action.ts";
import type { Service } from "./service.ts";
import { createSession, pick, tellInstant, toTimes, type World } from "./world.ts";

export const DATA_ACTIONS: Actions = {
  "add a session to come": {
    weight: 4,
    take: (world, service, a, b) => {
      const planned = world.planned.shift();
      return add(world, service, planned ?? createSession(world, (1 + (a % 30)) * DAY + b * HOUR));
    },
  },
  "add a session that was announced before": {
    weight: 1,
    take: (world, service, a, b) => {
      const session = createSession(world, (1 + (a % 30)) * DAY);
      return add(world, service, { ...session, announcedAt: world.now - (1 + b) * DAY });
    },
  },
  "add a session of the past": {
    weight: 1,
    take: (world, service, a) => add(world, service, createSession(world, -(2 + a) * 3 * DAY)),
  },
  "edit an abstract": change(2, (session, _world, b) => {
    session.abstract = { html: `<p>Abstract ${b}.</p>`, text: `Abstract ${b}.` };
    return "has another abstract";
  }),
  "rename a session": change(1, (session, _world, b) => {
    session.title = `${session.title} revised ${b}`;
    return `is called "${session.title}"`;
  }),
  "renumber a session": change(1, (session, world) => {
    session.number = 100 + ++world.given;
    return `has the number ${session.number}`;
  }),
  "move a session": change(4, (session, _world, b) => {
    Object.assign(session, toTimes(session.startsAt + (b - 12) * 6 * HOUR + HOUR, session.timeZone));
    return `is moved to ${tellInstant(session.startsAt)}`;
  }),
  "cancel a session": change(2, (session) => {
    session.status = "cancelled";
    return "is cancelled";
  }),
  "postpone a session": change(1, (session) => {
    session.status = "postponed";
    return "is postponed";
  }),
  "revive a session": change(2, (session) => {
    session.status = "scheduled";
    return "takes place after all";
  }),
  "delete a session": {
    weight: 1,
    take: (world, service, a) => {
      const session = pick(world.sessions, a);
      if (session === null) return null;
      world.sessions = world.sessions.filter((one) => one !== session);
      world.deleted.push(session);
      service.deploy(world);
      return `the file of ${session.id} is deleted`;
    },
  },
  "bring a session back": {
    weight: 1,
    take: (world, service) => {
      const session = world.deleted.shift();
      if (session === undefined) return null;
      world.sessions.push(session);
      service.deploy(world);
      return `the file of ${session.id} is back`;
    },
  },
  "retire a session": {
    weight: 1,
    take: (world, service) => {
      const session = world.deleted.shift();
      if (session === undefined) return null;
      world.club = { ...world.club, retired: [...world.club.retired, session.id] };
      service.deploy(world);
      return `${session.id} is retired`;
    },
  },
  "change the id of a session": {
    weight: 1,
    take: (world, service, a) => {
      const session = pick(world.sessions, a);
      if (session === null) return null;
      const renamed = { ...session, id: `${session.id}-new` };
      world.sessions = world.sessions.map((one) => (one === session ? renamed : one));
      // The old file is no more: it cannot come back beside the new one.
      for (const video of world.channel) if (video.of === session.id) video.of = renamed.id;
      deployNew(world, service, renamed);
      return `${session.id} has the id ${renamed.id} now`;
    },
  },
  "give a session its replay": {
    weight: 2,
    take: (world, service, a, b) => {
      const session = pick(
        world.sessions.filter(({ endsAt }) => endsAt <= world.now),
        a,
      );
      const own = world.channel.filter((video) => video.of === session?.id);
      const videoId = pick(own, b)?.id ?? `curated${String(++world.given).padStart(4, "0")}`;
      if (session === null) return null;
      Object.assign(session, { replay: { videoId } });
      service.deploy(world);
      return `${session.id} names ${videoId} as its replay`;
    },
  },
  "say that a session was not recorded": change(1, (session) => {
    session.replay = "none";
    return "is said not to be recorded";
  }),
  "take the word about a replay back": change(1, (session) => {
    delete session.replay;
    return "names no replay";
  }),
  "deploy other code": {
    weight: 1,
    take: (world, service) => {
      service.deploy(world);
      return "the same data are deployed again";
    },
  },
};

/** @returns what has changed, in words */
type Change = (session: Session, world: World, b: number) => string;

function change(weight: number, apply: Change): Action {
  return {
    weight,
    take: (world, service, a, b) => {
      const session = pick(world.sessions, a);
      if (session === null) return null;
      const told = apply(session, world, b);
      service.deploy(world);
      return `${session.id} ${told}`;
    },
  };
}

function add(world: World, service: Service, session: Session): string {
  world.sessions.push(session);
  deployNew(world, service, session);
  return `${session.id} is added, for ${tellInstant(session.startsAt)}`;
}

function deployNew(world: World, service: Service, session: Session): void {
  if (session.endsAt <= world.now) world.imported.add(session.id);
  service.deploy(world);
}
