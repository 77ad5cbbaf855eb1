/**
 * Places that must not break unnoticed: each is broken in turn, and some test has to fail.
 */

export interface Mutation {
  /** What goes wrong. */
  name: string;
  file: string;
  /** Stands in the file exactly once. */
  from: string;
  to: string;
  /** The tests that are run, by folder. */
  tests:
    | "worker"
    | "http"
    | "programme"
    | "documents"
    | "publisher"
    | "build"
    | "sources"
    | "wording"
    | "formats"
    | "security"
    | "commands/announce-people"
    | "commands/announce-place"
    | "commands/announce-schedule"
    | "commands/announce-title"
    | "commands/announce-when";
}

export const MUTATIONS: readonly Mutation[] = [
  {
    name: "the ledger is not written",
    file: "src/publisher/editions.ts",
    from: "      table.write(before, ledger, sessions);\n",
    to: "",
    tests: "worker",
  },
  {
    name: "matches are not written",
    file: "src/publisher/store/ledger-table.ts",
    from: "if (known.get(match.sessionId) !== json) {",
    to: "if (known.get(match.sessionId) === json) {",
    tests: "worker",
  },
  {
    name: "matches are not deleted",
    file: "src/publisher/store/ledger-table.ts",
    from: 'this.#sql.exec("DELETE FROM match WHERE session_id = ?", sessionId)',
    to: "void sessionId",
    tests: "worker",
  },
  {
    name: "vanished sessions are forgotten",
    file: "src/publisher/editions.ts",
    from: "        vanished,\n",
    to: "",
    tests: "worker",
  },
  {
    name: "a vanished session keeps a video that a present one claims",
    file: "src/programme/match/match-recordings.ts",
    from: "toMarks(session).some((mark) => marks.has(mark))",
    to: "marks.size < 0",
    tests: "programme",
  },
  {
    name: "a vanished session that gave its video up looks for another",
    file: "src/programme/match/match-recordings.ts",
    from: 'replaced.filter((session) => !taken.has(toCuratedId(session) ?? ""))',
    to: "replaced",
    tests: "programme",
  },
  {
    name: "a replay becomes live again",
    file: "src/publisher/editions.ts",
    from: "        replayed: findReplayed(before.sessions),\n",
    to: "",
    tests: "worker",
  },
  {
    name: "the stream of a session that is off is shown",
    file: "src/programme/programme.ts",
    from: "if (isOff(status)) return null;",
    to: "",
    tests: "programme",
  },
  {
    name: "an entry goes away while the session it turned out to be of is off",
    file: "src/publisher/editions.ts",
    from: "        listed: findListed(before.entries, videos),\n",
    to: "",
    tests: "worker",
  },
  {
    name: "a Short that is one no more is old",
    file: "src/publisher/store/archive.ts",
    from: "isShortNoMore ? now : firstSeenAt",
    to: "firstSeenAt",
    tests: "worker",
  },
  {
    name: "a source that fails for days is no trouble",
    file: "src/publisher/health.ts",
    from: "isFetched && isOlder(failingSince, LONGEST_OUTAGE, now)",
    to: "false",
    tests: "publisher",
  },
  {
    name: "a document that cannot be written is no trouble",
    file: "src/publisher/publisher.ts",
    from: '      this.#facts.set("unwritten", [...unwritten, name].toSorted());\n',
    to: "",
    tests: "worker",
  },
  {
    name: "a stream that was an entry by itself is no news as a replay",
    file: "src/programme/video-entries.ts",
    from: "const isOwn = wasHeld && before !== undefined && !isStillShown(before.shown, shown);",
    to: "const isOwn = false;",
    tests: "worker",
  },
  {
    name: "a stream that was held back is no news as a replay",
    file: "src/programme/video-entries.ts",
    from: "firstSeenAt: wasHeld ? now : toReplaySeenAt(item, ledger, now),",
    to: "firstSeenAt: toReplaySeenAt(item, ledger, now),",
    tests: "worker",
  },
  {
    name: "a video that was not listed before counts as old",
    file: "src/publisher/store/archive.ts",
    from: "return fill?.reaches_back_to ?? row.first_filled_at;",
    to: "return row.first_filled_at;",
    tests: "worker",
  },
  {
    name: "an imported past is news",
    file: "src/programme/revise.ts",
    from: "if (endsAt <= now || (published",
    to: "if ((published",
    tests: "programme",
  },
  {
    name: "the replays of an imported past are news",
    file: "src/programme/video-entries.ts",
    from: "ledger.published === null || isImported(session, ledger, now) || wasReplay",
    to: "ledger.published === null || wasReplay",
    tests: "programme",
  },
  {
    name: "a clock that jumps back stops fetches",
    file: "src/publisher/refresh-policy.ts",
    from: " || lastAttemptAt > now + TOLERANCE",
    to: "",
    tests: "publisher",
  },
  {
    name: "a clock that jumps back lowers LAST-MODIFIED",
    file: "src/programme/revise-session.ts",
    from: "Math.max(known.revision.lastChangedAt, toWholeSecond(now))",
    to: "toWholeSecond(now)",
    tests: "programme",
  },
  {
    name: "another public address is not told in Last-Modified",
    file: "src/publisher/editions.ts",
    from: "const changedAt = Math.max(published.changedAt, toWholeSecond(now));",
    to: "const { changedAt } = published;",
    tests: "worker",
  },
  {
    name: "one video becomes two entries",
    file: "src/programme/programme.ts",
    from: "match.videoId, match])",
    to: "match.sessionId, match])",
    tests: "programme",
  },
  {
    name: "the next turn is ignored",
    file: "src/publisher/editions.ts",
    from: "return nextTurnAt !== null && nextTurnAt <= now;",
    to: "return false;",
    tests: "worker",
  },
  {
    name: "a document that fits into no row is not kept",
    file: "src/publisher/store/representation-table.ts",
    from: '    if (!isWhole) this.#writeParts(key, "identity", etag, body);\n',
    to: "",
    tests: "publisher",
  },
  {
    name: "parts of another rendering are served",
    file: "src/publisher/store/representation-table.ts",
    from: "      .filter((part) => part.etag === etag);",
    to: "      .filter(() => true);",
    tests: "publisher",
  },
  {
    name: "parts of a rendering that are missing are not missed",
    file: "src/publisher/store/representation-table.ts",
    from: "part === index && count === own.length",
    to: "part === index",
    tests: "publisher",
  },
  {
    name: "kept queries are not bounded",
    file: "src/publisher/store/representation-table.ts",
    from: "    if (!isPlain && isNew) this.#makeRoom();\n",
    to: "",
    tests: "publisher",
  },
  {
    name: "strangers push out what is polled",
    file: "src/publisher/store/representation-table.ts",
    from: "before <= now ? before : now - TRIAL;",
    to: "before <= now ? before : now;",
    tests: "publisher",
  },
  {
    name: "a burst counts as polling",
    file: "src/publisher/store/representation-table.ts",
    from: "return now - lastUse >= USE_INTERVAL;",
    to: "return true;",
    tests: "publisher",
  },
  {
    name: "documents of made-up names are kept",
    file: "src/publisher/publisher.ts",
    from: "if (isKept) this.#representations.put",
    to: "this.#representations.put",
    tests: "worker",
  },
  {
    name: "documents of made-up names push others out of the isolate's memo",
    file: "src/publisher/read-representation.ts",
    from: '  if (answer.outcome === "found" && !answer.isKept) return succeed(answer.representation);\n',
    to: "",
    tests: "worker",
  },
  {
    name: "the edge is not purged",
    file: "src/publisher/cron.ts",
    from: "if (isChanged) await purgeEdge(context);",
    to: "void isChanged;",
    tests: "worker",
  },
  {
    name: "the edge is purged at every cron",
    file: "src/publisher/cron.ts",
    from: "if (isChanged) await",
    to: "await",
    tests: "worker",
  },
  {
    name: "the alarm does not refresh",
    file: "src/publisher/publisher.ts",
    from: "  override async alarm(): Promise<void> {\n    await this.refresh();\n",
    to: "  override async alarm(): Promise<void> {\n",
    tests: "worker",
  },
  {
    name: "the isolate's copy is not served while the Publisher is down",
    file: "src/publisher/read-representation.ts",
    from: 'answer.outcome === "found" ? answer.representation : copy;',
    to: 'answer.outcome === "found" ? answer.representation : null;',
    tests: "worker",
  },
  {
    name: "the edition does not name the kind of source",
    file: "src/publisher/editions.ts",
    from: "this.publicUrl(), config.source.kind].join",
    to: "this.publicUrl()].join",
    tests: "worker",
  },
  {
    name: "the edition does not name the build",
    file: "src/publisher/editions.ts",
    from: "[fingerprint, compiled.build, ",
    to: "[fingerprint, ",
    tests: "worker",
  },
  {
    name: "old events go although shorter descriptions are enough",
    file: "src/formats/icalendar/fit-events.ts",
    from: "for (const detail of shorter) {",
    to: "for (const detail of [] as typeof shorter) {",
    tests: "formats",
  },
  {
    name: "a calendar grows beyond what clients take",
    file: "src/formats/icalendar/fit-events.ts",
    from: "newest.shift()?.bytes",
    to: "newest.at(0)?.bytes",
    tests: "formats",
  },
  {
    name: "compressed bytes go to who refuses them",
    file: "src/http/content-coding.ts",
    from: "return weight > 0 && ",
    to: "return ",
    tests: "http",
  },
  {
    name: "the other coding's tag is not known",
    file: "src/http/serve-representation.ts",
    from: "return held ?? {",
    to: "return verdicts[0] ?? {",
    tests: "http",
  },
  {
    name: "If-Match takes a weak tag",
    file: "src/http/preconditions.ts",
    from: 'a === b && !a.startsWith("W/")',
    to: "a === b",
    tests: "http",
  },
  {
    name: "a failed If-Match is ignored",
    file: "src/http/serve-representation.ts",
    from: 'if (verdict === "precondition_failed") return serveProblem({ reason: "precondition_failed" });',
    to: "",
    tests: "http",
  },
  {
    name: "a condition on a date holds where there is no date",
    file: "src/http/preconditions.ts",
    from: "if (instant === null) return false;",
    to: "if (instant === null) return true;",
    tests: "http",
  },
  {
    name: "a tag in which there is nothing to read is written",
    file: "src/wording/text.ts",
    from: "return texts.filter(isReadable).map(toLine);",
    to: "return texts.map(toLine);",
    tests: "documents",
  },
  {
    name: "a video's title that shows nothing stays",
    file: "src/sources/parse-channel-feed.ts",
    from: "title: isReadable(title) ? title : id,",
    to: "title,",
    tests: "sources",
  },
  {
    name: "text that shows nothing is taken for a field",
    file: "src/build/field.ts",
    from: "if (isReadable(text)) return read(text);",
    to: 'if (text !== "") return read(text);',
    tests: "build",
  },
  {
    name: "a year of two digits is of this century, however far ahead",
    file: "src/http/preconditions.ts",
    from: "return inCentury > present + 50 ? inCentury - 100 : inCentury;",
    to: "return inCentury;",
    tests: "http",
  },
  {
    name: "the channel feed's redirects are followed",
    file: "src/sources/fetch-channel-feed.ts",
    from: '      redirect: "manual",\n',
    to: "",
    tests: "security",
  },
  {
    name: "a network failure tells the source's address",
    file: "src/sources/fetch-channel-feed.ts",
    from: 'line.replace(/\\bhttps?:\\/\\/\\S+/gi, "its address").slice',
    to: "line.slice",
    tests: "worker",
  },
  {
    name: "links in data/ are followed",
    file: "src/build/data-folder.ts",
    from: "found.isFile()",
    to: "!found.isDirectory()",
    tests: "security",
  },
  {
    name: "a flood of entries is taken in",
    file: "src/sources/parse-channel-feed.ts",
    from: "items.slice(0, MAX_ENTRIES)",
    to: "items",
    tests: "security",
  },
  {
    name: "a video of the year -1 is taken in",
    file: "src/sources/parse-channel-feed.ts",
    from: "PUBLISHED.test(published) ? Date.parse(published) : NaN",
    to: "Date.parse(published)",
    tests: "security",
  },
  {
    name: "an address with a user name becomes a link",
    file: "src/formats/prose.ts",
    from: ' || parsed.username !== "" || parsed.password !== "") continue;',
    to: ") continue;",
    tests: "security",
  },
  {
    name: "a mistake holds control characters",
    file: "src/build/mistake.ts",
    from: '.replace(/\\p{Cc}/gu, " ")',
    to: "",
    tests: "security",
  },
  {
    name: "unknown addresses fill the edge",
    file: "src/http/cache-policy.ts",
    from: 'const NOT_AT_EDGE = { "cloudflare-cdn-cache-control": "no-store" };',
    to: "const NOT_AT_EDGE = {};",
    tests: "worker",
  },
  {
    name: "a problem's type may be guessed",
    file: "src/http/problem.ts",
    from: 'return { ...toFields(problem), "x-content-type-options": "nosniff" };',
    to: "return toFields(problem);",
    tests: "worker",
  },
  {
    name: "a problem page names the request's host",
    file: "src/routes/answer-problem.ts",
    from: 'toProblemPage(compiled.club, "", toLinks(""), details)',
    to: 'toProblemPage(compiled.club, new URL(request.url).origin, toLinks(""), details)',
    tests: "worker",
  },
  {
    name: "a picture has many addresses",
    file: "src/routes/thumbnails.ts",
    from: "if (key !== context.req.url) return",
    to: 'if (path === "") return',
    tests: "worker",
  },
  {
    name: "requests fill the log",
    file: "src/publisher/log.ts",
    from: "  toldAt.set(event, now);\n",
    to: "",
    tests: "publisher",
  },
  {
    name: "what stands beside a presenter passes unseen",
    file: "src/commands/announce/people.ts",
    from: '  if (beside.kind === "unread") read.leftOver.push(part);\n',
    to: "",
    tests: "commands/announce-people",
  },
  {
    name: "a second meeting link passes unseen",
    file: "src/commands/announce/place.ts",
    from: "...others.map(({ line, address: text }) => ({ line, text })), ",
    to: "",
    tests: "commands/announce-place",
  },
  {
    name: "a note of a schedule passes unseen",
    file: "src/commands/announce/table-row.ts",
    from: 'draft.free.push({ number, text: cell }, { number, text: "" })',
    to: "undefined",
    tests: "commands/announce-schedule",
  },
  {
    name: "a citation is a paper's title",
    file: "src/commands/announce/papers.ts",
    from: 'isCitation ? title : ""',
    to: '""',
    tests: "commands/announce-title",
  },
  {
    name: "a zone that no time has passes unseen",
    file: "src/commands/announce/when.ts",
    from: "isZoned ? toWithoutZones(words) : words",
    to: "toWithoutZones(words)",
    tests: "commands/announce-when",
  },
  {
    name: "a day beside words that change it is taken",
    file: "src/commands/announce/relative-day.ts",
    from: "MODIFIED.test(around) || isAnother(text, found) ?",
    to: "isAnother(text, found) ?",
    tests: "commands/announce-when",
  },
];
