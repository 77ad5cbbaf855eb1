/** A hook in `club.yaml`: a chat or program that is told of news. Its address is a secret, and stands in no file. */
import { HOOK_KINDS, HOOK_POSTS, type Hook } from "../programme/hook.ts";
import { succeed } from "../programme/result.ts";
import * as kind from "./field-kinds.ts";
import { field, group, list, wrong } from "./field.ts";

/** Each takes a request for each piece of news, and a call of the free plan has 50. */
const MAX_HOOKS = 10;
const MAX_REMINDERS = 5;

const MINUTES_A_DAY = 1_440;
/** The alarm is not more exact, and nobody prepares in less. */
const LEAST_MINUTES = 5;
const MOST_MINUTES = 14 * MINUTES_A_DAY;

/** "-secret" would make its address the second secret of another hook. */
const HOOK_NAME = "^(?!.*-secret$)[a-z]([a-z0-9-]{0,38}[a-z0-9])?$";

const toMinutes = (unit: string): number => ({ minute: 1, hour: 60 })[unit.toLowerCase()] ?? MINUTES_A_DAY;

const lead = field(
  'a time before a session, such as "1 day", "2 hours" or "30 minutes"',
  { description: "How long before a session.", examples: ["1 day", "1 hour", "30 minutes"] },
  (value) => {
    const [, count = "", unit = ""] = /^(\d{1,5}) (minute|hour|day)s?$/i.exec(value) ?? [];
    if (count === "") return wrong("is not a time before a session");
    const minutes = Number(count) * toMinutes(unit);
    if (minutes < LEAST_MINUTES) return wrong("is too short", `at least ${LEAST_MINUTES} minutes`);
    return minutes <= MOST_MINUTES ? succeed(minutes) : wrong("is too long", "at most 14 days");
  },
);

const POSTS = "What is posted; all of it if left out.";
const BEFORE = "When to remind of a session; a day and an hour before if left out.";

const hookFields = {
  name: kind.shaped(
    HOOK_NAME,
    "is not a name of a hook",
    'a name such as "lab-slack": 1 to 40 of a-z, 0-9 and -, beginning with a letter, not ending with "-secret"',
    "What the hook is called; its address is the secret HOOK_NAME, in capitals and with _ for -. Another name is another hook.",
  ),
  kind: kind.oneOf(HOOK_KINDS, "What is posted to: a chat, or json for a program."),
  posts: list(
    kind.oneOf(HOOK_POSTS, "A kind of news; moved stands for postponed and reinstated, too."),
    "announced",
    HOOK_POSTS.length,
    POSTS,
  )
    .unwrap()
    .default([...HOOK_POSTS])
    .meta({ description: POSTS }),
  before: list(lead, "1 day", MAX_REMINDERS, BEFORE)
    .unwrap()
    .default([MINUTES_A_DAY, 60])
    .meta({ description: BEFORE }),
};

const hook = group(hookFields, 'a group of fields that begins with "name: …"', "A hook.").transform(
  ({ posts, before, ...named }): Hook => ({
    ...named,
    posts: HOOK_POSTS.filter((post) => posts.includes(post)),
    before: [...new Set(before)].toSorted((a, b) => b - a),
  }),
);

export const hooks = list(
  hook,
  "name: …",
  MAX_HOOKS,
  "Chats and programs that are told of news.",
).superRefine((all, context) => {
  for (const [index, { name }] of all.entries()) {
    const first = all.findIndex((other) => other.name === name);
    if (first === index) continue;
    const message = `"${name}" is the name of hook ${first + 1} too, expected a name for each`;
    context.addIssue({ code: "custom", message, path: [index, "name"] });
  }
});
