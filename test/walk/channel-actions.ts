/** What happens at YouTube. The service learns of it by a fetch. */
import { DAY, HOUR } from "../../src/programme/instant.ts";
import type { Session } from "../../src/programme/session.ts";
import type { Action, Actions } from "./action.ts";
import {
  createSession,
  createVideo,
  findSessionOf,
  pick,
  tellInstant,
  toVideoTitle,
  type ChannelVideo,
  type World,
} from "./world.ts";

export const CHANNEL_ACTIONS: Actions = {
  "upload a replay": {
    weight: 5,
    take: (world, _service, a) => {
      const session = pick(toUnrecorded(world, true), a);
      if (session === null) return null;
      const video = createVideo(world, { title: toVideoTitle(session), of: session.id });
      world.channel.unshift(video);
      return `${video.id}, the replay of ${session.id}, is uploaded`;
    },
  },
  "upload a talk": {
    weight: 2,
    take: (world) => {
      const video = createVideo(world);
      world.channel.unshift(video);
      return `${video.id}, a talk of its own, is uploaded`;
    },
  },
  "list a video late": {
    weight: 2,
    take: (world, _service, a, b) => {
      const session = a % 2 === 0 ? pick(toUnrecorded(world, true), a) : null;
      const publishedAt = world.now - (1 + b) * 5 * DAY;
      const title = session === null ? {} : { title: toVideoTitle(session), of: session.id };
      const video = createVideo(world, { publishedAt, ...title });
      world.channel.push(video);
      const what = session === null ? "a talk of its own" : `the replay of ${session.id}`;
      return `${video.id}, ${what} of ${tellInstant(publishedAt)}, is listed only now`;
    },
  },
  "schedule a stream": {
    weight: 4,
    take: (world, _service, a) => {
      const session = pick(toUnrecorded(world, false), a);
      return session === null ? null : schedule(world, session);
    },
  },
  "schedule a stream of a session without a file": {
    weight: 2,
    take: (world, _service, _a, b) => {
      const session = createSession(world, (2 + (b % 20)) * DAY);
      world.planned.push(session);
      return `${schedule(world, session)}, whose file is not written yet`;
    },
  },
  "date a stream anew": {
    weight: 1,
    take: (world, _service, a) => {
      const video = pick(
        world.channel.filter(
          (one) => one.isStream && (findSessionOf(world, one)?.startsAt ?? Infinity) < world.now,
        ),
        a,
      );
      if (video === null) return null;
      video.publishedAt = (findSessionOf(world, video)?.startsAt ?? world.now) + HOUR;
      return `YouTube dates ${video.id} by its broadcast, ${tellInstant(video.publishedAt)}`;
    },
  },
  "take a video off the list": change(3, "is not listed any more", (video) => {
    video.isListed = false;
  }),
  "list a video again": {
    weight: 2,
    take: (world, _service, a) => {
      const video = pick(
        world.channel.filter(({ isListed }) => !isListed),
        a,
      );
      if (video === null) return null;
      video.isListed = true;
      return `${video.id} is listed again`;
    },
  },
  "retitle a video": change(2, "is called otherwise", (video, b) => {
    video.title = b % 3 === 0 ? `${video.title} (corrected)` : `Something else no ${b}`;
  }),
  "describe a video anew": change(1, "is described otherwise", (video, b) => {
    video.description = `Description ${b}`;
  }),
  "date a video anew": change(1, "is dated otherwise", (video, b) => {
    video.publishedAt += (b - 20) * HOUR;
  }),
  "make a video a Short": {
    ...change(1, "turns into a Short or back", (video) => {
      video.isShort = !video.isShort;
    }),
  },
  "put the list in another order": {
    weight: 1,
    take: (world, _service, a) => {
      if (world.channel.length < 2) return null;
      world.channel.push(...world.channel.splice(0, 1 + (a % (world.channel.length - 1))));
      return "the channel's list is in another order";
    },
  },
};

function change(weight: number, told: string, apply: (video: ChannelVideo, b: number) => void): Action {
  return {
    weight,
    take: (world, _service, a, b) => {
      const video = pick(
        world.channel.filter(({ isListed }) => isListed),
        a,
      );
      if (video === null) return null;
      apply(video, b);
      return `${video.id} ${told}`;
    },
  };
}

function schedule(world: World, session: Session): string {
  const video = createVideo(world, { title: toVideoTitle(session), of: session.id, isStream: true });
  world.channel.unshift(video);
  return `${video.id}, a stream for ${session.id}, is scheduled`;
}

/** Sessions of which there is no video yet, that have ended or that have not begun. */
function toUnrecorded({ sessions, channel, now }: World, hasEnded: boolean): Session[] {
  const recorded = new Set(channel.map(({ of }) => of));
  return sessions.filter(
    ({ id, startsAt, endsAt, status }) =>
      !recorded.has(id) && status !== "cancelled" && (hasEnded ? endsAt <= now : startsAt > now),
  );
}
