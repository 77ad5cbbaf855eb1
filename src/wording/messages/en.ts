/**
 * Every word that the service says by itself, in English, grouped by where it shows. The other languages have the same
 * shape, which the type holds them to.
 *
 * `{name}` in a text is where a page puts an element, or its script a text; everything else comes as an argument. Arguments
 * called `title` are a session's or talk's, in a language of its own; `when` is a line made by `toDateLine`.
 */
export const messages = {
  /** Between a label and what it labels. */
  colon: ": ",
  dates: {
    timed: (day: string, times: string, zone: string) => `${day}, ${times} (${zone})`,
    untimed: (day: string, zone: string) => `${day}, time to be announced (${zone})`,
    /** Both on one day. */
    span: (start: string, end: string) => `${start}–${end}`,
    overMidnight: (start: string, endDay: string, end: string) => `${start} – ${endDay}, ${end}`,
    zone: (name: string, offset: string) => `${name}, ${offset}`,
    /** Where the clocks change meanwhile. */
    offsets: (start: string, end: string) => `${start}, at the end ${end}`,
  },
  /**
   * When the club meets as a rule, as {@link home} says it.
   *
   * @param weekday its name
   * @param day 1 is Monday, 7 is Sunday
   * @param weeks from one session to the next, where the club says
   */
  rhythm: (weekday: string, _day: number, time: string, zone: string, weeks: number | undefined) => {
    const day = `on ${weekday}s at ${time} (${zone})`;
    if (weeks === undefined) return day;
    return weeks === 1 ? `every week ${day}` : `every ${weeks} weeks ${day}`;
  },
  status: {
    tentative: { badge: "Tentative", sentence: "This date is not confirmed yet." },
    cancelled: { badge: "Cancelled", sentence: "This session is cancelled." },
    postponed: { badge: "Postponed", sentence: "This session is postponed." },
    moved: "Moved",
    wasMoved: (when: string) => `This session was moved. It was to be on ${when}.`,
    on: "On now",
    withReplay: "With replay",
  },
  /** What a feed or calendar is called, behind the club's name. */
  names: {
    sessions: "sessions",
    replays: "replays",
    tagged: (tag: string) => `tagged ${tag}`,
    presentedBy: (name: string) => `presented by ${name}`,
    /** What is searched for. */
    about: (text: string) => `about ${text}`,
    inYear: (year: number) => `in ${year}`,
    /** Those that the subscriber has starred. */
    starred: "starred",
    /** Between what stands in a row, names too. */
    between: ", ",
    /** The same behind an address in plain text, which apps take to go on until a space. */
    beside: ", ",
    calendar: "Calendar",
  },
  /** What is known of a session: headings of its page, and labels in entries and events. */
  session: {
    number: (number: number) => `Session ${number}`,
    page: "Session page",
    presenters: (count: number) => (count === 1 ? "Presenter" : "Presenters"),
    chairs: (count: number) => (count === 1 ? "Chair" : "Chairs"),
    presentedBy: "Presented by",
    chairedBy: "Chaired by",
    /** One sentence after another. */
    summary: (when: string, names: string) => `${when}. Presented by ${names}.`,
    abstract: "Abstract",
    talks: "Talks",
    /** Behind the title of a talk. */
    by: (names: string) => `, by ${names}`,
    papers: (count: number) => (count === 1 ? "Paper" : "Papers"),
    slides: "Slides",
    code: "Code",
    links: "Links",
    addresses: (count: number) => (count === 1 ? "Link" : "Links"),
    tags: "Tagged {tags}",
    location: "Location",
    join: "Join",
    joinOnline: "Join online",
    passcode: "Passcode",
    withPasscode: (passcode: string) => ` (passcode: ${passcode})`,
    liveStream: "Live stream",
    watchLive: (site: string) => `Watch live on ${site}`,
    notRecorded: "This session was not recorded.",
    /** Of its talk and papers, for reference managers. */
    cite: "Cite (BibTeX)",
    transcript: "Transcript",
    /** Under {@link transcript}. */
    captions: "Made of captions, and not always right.",
    /** The link to the file of it. */
    asWebVtt: "As WebVTT",
    previous: "Previous",
    next: "Next",
    others: "Other sessions",
  },
  replay: {
    label: "Replay",
    headings: (count: number) => (count === 1 ? "Replay" : "Replays"),
    of: (title: string) => `Replay of ${title}`,
    play: "Play the replay",
    watch: "Watch",
    watchOn: (site: string) => `Watch on ${site}`,
    chapters: "Chapters",
    /** What pressing play asks of whom. @param names the sites, as a list @param count how many they are */
    privacy: (names: string, count: number) =>
      count === 1
        ? `The player comes from ${names} once you press play; nothing is asked of ${names} before.`
        : `The players come from ${names} once you press play; nothing is asked of them before.`,
  },
  /** The entries of changes. */
  notice: {
    moved: "Moved",
    cancelled: "Cancelled",
    postponed: "Postponed",
    reinstated: "Reinstated",
    before: (when: string) => `Before: ${when}.`,
    isMoved: (when: string) => `Now on ${when}.`,
    isCancelled: (when: string) => `${when}: this session is cancelled.`,
    isPostponed: (when: string) => `Not on ${when}: this session is postponed, a new date will be announced.`,
    isPostponedTo: (when: string) => `Postponed to ${when}.`,
    isReinstated: (when: string) => `${when}: this session takes place after all.`,
  },
  /** What is posted to chats. */
  hook: {
    announced: "New session",
    reminder: "Reminder",
    /** The title of a message that shows that posting works, and its text. */
    test: "Test",
    isTest: (club: string) => `What ${club} announces will be posted here.`,
    /** Behind a title, where nobody knows whether the message has arrived before. */
    again: "(perhaps for the second time)",
  },
  /** The descriptions of calendar events. */
  event: {
    timeToBeAnnounced: "The time of day is to be announced.",
    isNotRecorded: "This session is not recorded.",
    isPostponed: "This session is postponed: its date is not settled yet.",
    isPostponedFrom: (when: string) =>
      `This session is postponed: it does not take place on ${when}. A new date will be announced.`,
    isPostponedTo: (when: string, was: string) =>
      `This session is postponed to ${when}. It was to be on ${was}.`,
  },
  /** What stands around every page. */
  frame: {
    skip: "Skip to content",
    programme: "Programme",
    allFeeds: "All feeds (OPML)",
    status: "Status",
    subscribe: "Subscribe",
  },
  home: {
    sample: "Replays on this page come from a sample channel feed.",
    next: "Next session",
    nothingAnnounced: "Nothing is announced at the moment.",
    meets: (rhythm: string) => `The club usually meets ${rhythm}.`,
    subscribeAndSee: "Subscribe and the next session comes to you.",
    details: "Details and add to calendar",
    coming: "Coming",
    /** Above a list in plain text. */
    past: "Past",
    leftOut: "The calendar has no room for the oldest sessions. They are in the calendars of their years:",
    pastSessions: "Past sessions",
    nothingFits: "No past session fits this choice.",
    nothingPast: "There are no past sessions yet.",
    /** Of a navigation through the years. */
    years: "By year",
    ofYear: (year: number) => `Sessions of ${year}`,
    more: (shown: number, all: number) =>
      shown === all ? `Show all ${all} past sessions` : `Show ${shown} of ${all} past sessions`,
    /** The sessions that a visitor has starred, above what {@link starredLead} says of them. */
    starred: "Starred",
    starredLead: "Kept in this browser, and nowhere else.",
    starredCalendar: "A calendar of these sessions alone:",
    otherVideos: "Other videos",
    sessions: "Sessions",
    show: "Show",
    everything: "Show everything",
  },
  /** The forms that choose sessions. */
  choice: {
    show: "Show",
    all: "Sessions and replays",
    sessions: "Sessions only",
    replays: "Replays only",
    tag: "Tag",
    allTags: "All tags",
    presenter: "Presenter",
    allPresenters: "All presenters",
    year: "Year",
    allYears: "All years",
  },
  takePart: {
    file: ".ics file",
    add: "Add to calendar",
    copy: "This adds a copy that stays as it is. {subscribe} instead, and your calendar follows when the session is moved.",
    /** What {subscribe} in {@link copy} says. */
    subscribe: "Subscribe",
  },
  subscribe: {
    title: "Subscribe",
    /** Behind a button for calendars and one for a feed. */
    moreWays: "More ways",
    lead: "Sessions appear in your calendar by themselves. When one is moved or cancelled your calendar follows, and afterwards the event holds the replay.",
    inCalendar: "In your calendar",
    address: "Address, for any calendar",
    elsewhere:
      "Anywhere else: copy the address and look for “Subscribe”, “From URL” or “New calendar from the network”.",
    inReader: "In a feed reader",
    openIn: "Open in",
    narrow: "Only what interests you, or with an alarm",
    alarm: "Alarm (calendar)",
    noAlarm: "No alarm",
    /** @param duration "30 minutes", "1 day" */
    before: (duration: string) => `${duration} before`,
    withoutCancelled: "Leave out cancelled sessions (calendar)",
    make: "Make the addresses",
    copy: "Copy",
    /** @param label of the field */
    copyAddress: (label: string) => `Copy the ${label} address`,
    android: "On Android",
    androidCopy: "Copy the address above.",
    /** {app}: the name of an app, with a link to it. */
    androidInstall: "Install {app}: it adds calendars from the net to the calendar app of your phone.",
    androidPaste: "Press “+” in it and paste the address.",
    androidGoogle:
      "Google’s own app cannot add an address. On a computer it can be done: in Google Calendar choose “Other calendars”, “From URL”, and it is on the phone as well.",
  },
  search: {
    title: "Search",
    /** @param club its name */
    description: (club: string) => `Search the sessions of ${club}.`,
    /** What the field is for, and what stands in it while it is empty. */
    field: "Search sessions and transcripts",
    placeholder: "Search sessions",
    lead: "Titles, presenters, papers, abstracts and what was said. Quotes keep words together.",
    found: (count: number) => {
      if (count === 0) return "No session for “{query}”.";
      return count === 1 ? "1 session for “{query}”." : `${count} sessions for “{query}”.`;
    },
    unfinished: "The index is being made: there may be more in some minutes.",
    /** What the links to other pages are for, where they are not seen. */
    pages: "Pages of results",
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    earlier: "Earlier results",
    more: "More results",
    /** Before the feeds and the calendar of a search. */
    follow: "Be told of what comes",
  },
  freshness: {
    title: "How soon will I see a change?",
    lead: "This service notices a change within minutes. Then it is for your app to ask again:",
    app: "App",
    delay: "Asks again after",
    google: "12 to 24 hours; it cannot be hurried",
    apple: "as set for the calendar: every 5 minutes to every week",
    outlookName: "Outlook.com and Microsoft 365",
    outlook: "about 3 hours, at times up to 24",
    thunderbird: "as set for the calendar: every 30 minutes unless changed",
    readersName: "Feed readers",
    readers: "an hour or so",
    advice:
      "Subscribe rather than download: a downloaded file is a copy of today that no change reaches, and importing it again may double every event. For a session of the next hours trust its page rather than your calendar.",
  },
  embed: {
    title: "On your own site",
    lead: "One line of HTML shows the programme anywhere.",
    parameters: "It takes the parameters of the feeds, and {light} or {dark}.",
    copyHtml: "Copy the HTML",
  },
  /** What people see where something is missing or wrong; programs are told in English. */
  problem: {
    titles: {
      400: "Bad Request",
      404: "Not Found",
      405: "Method Not Allowed",
      503: "Service Unavailable",
    },
    advice: {
      400: "The address asks for something that does not exist here. The form on the page “Subscribe” makes addresses that work.",
      404: "There is no such page. It may have been mistyped; a session keeps its page for ever once it is announced.",
      503: "The programme cannot be read at the moment. Feeds and calendars keep what they have; please try again in a minute.",
    },
    /** What {expected} is about is said in English. */
    notAllowed: "{name}: {value} is not allowed, expected {expected}",
    nothingAt: "There is nothing at {path}",
    nothingHere: "There is nothing at this address",
    notPossible: "{method} is not possible here, only {allow}",
    tryAgain: (seconds: number) =>
      `The programme cannot be read at the moment, try again in ${seconds} seconds`,
    home: "To the programme",
  },
  /** Said by the script of the pages. Texts alone: pages hand them over as attributes. */
  script: {
    inYourTime: "In your time: {time} ({zone})",
    /** On a switch. */
    ownTime: "In my time, too",
    /** {when}: "in 3 days", "in 5 minutes", as \`Intl.RelativeTimeFormat\` says it. */
    starts: "Starts {when}",
    ends: "Ends {when}",
    over: "This session has ended.",
    /** A button, pressed or not. {title} is a session's. */
    star: "Star {title}",
    copied: "Copied",
    changed: "The addresses above have changed.",
  },
};

export type Messages = Words<typeof messages>;

/** The same with other words. */
type Words<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [Name in keyof T]: Words<T[Name]> };
