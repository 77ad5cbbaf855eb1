/**
 * `<journal-club src="https://FEEDS">`: the programme as an element of another site's page, from `/programme.json`. The next
 * session first, times in the visitor's zone, replays that play in place. `limit="5"` shows less, `show="next"` one session.
 *
 * What stands within the element is shown until the programme is there, and where it cannot be read: an `error` event tells
 * of that. Everything in the data is text; only http(s) addresses become links and players. No style is inline, so that a
 * strict policy of the page allows it all.
 */

/** A page sets `--journal-club-accent`, `color-scheme` and whatever else on the element itself. */
const STYLE = `
:host { display: block; color-scheme: light dark; background: Canvas; color: CanvasText }
:host([hidden]) { display: none }
ul, p { list-style: none; margin: 0; padding: 0 }
li { padding: .7em 0; border-bottom: 1px solid #8886 }
a { color: var(--journal-club-accent, light-dark(#17605b, #7fcfc4)) }
b, .button { margin-inline-end: .5em }
.title { font-weight: 600; font-size: 1.1em }
.button { display: inline-block; margin-top: .4em; padding: .3em 1em; border: 1px solid; border-radius: .4em }
.title, .button { text-decoration: none }
.cancelled { text-decoration: line-through }
small { display: block; opacity: .8 }
iframe { width: 100%; aspect-ratio: 16/9; border: 0 }
`;

/** Spaces and line ends around signs mean nothing where every statement ends in ";". A text is left as it is. */
const TEXT_OR_SIGN = /("(?:[^"\\]|\\.)*")|\s*([-+=<>&|?!:;,(){}[\]])\s*/g;

/** Neighbours of one line each may be one declaration. */
const CONSTANTS = /^( *)const [^\n]*;\n(?:\n?\1const [^\n]*;\n)+/gm;

/** Plain JavaScript as text: served without its comments and indentation it stays below 4 KB without a minifier. */
export const ELEMENT_SCRIPT = toServed(`{
  const style = new CSSStyleSheet();
  style.replaceSync(${JSON.stringify(toServedStyle(STYLE))});

  const make = (tag, fields, ...children) => {
    const element = Object.assign(document.createElement(tag), fields);
    element.append(...children.filter(Boolean));
    return element;
  };
  const isWeb = (url) => /^https?:/i.test(url);
  const link = (className, url, text, fields) =>
    url && make("a", { className, ...(isWeb(url) && { href: url }), ...fields }, text);
  const isOff = ({ state }) => /cancelled|postponed/.test(state);

  const toContent = ({ words, upcoming, past, language, name, url }, lang, limit, isAlone) => {
    // The document may be as old as a cache keeps it: what has ended since is past.
    const now = Date.now();
    const isOver = ({ endsAt }) => new Date(endsAt) <= now;
    const ahead = upcoming.filter((one) => !isOver(one));
    const next = ahead.find((one) => !isOff(one));
    const all = [next, ...ahead.filter((one) => one !== next), ...upcoming.filter(isOver), ...past];
    const shown = (isAlone ? [next] : all).filter(Boolean).slice(0, limit);

    const toDate = (timeZone, timeStyle) => Intl.DateTimeFormat(lang, { dateStyle: "full", timeStyle, timeZone });
    const toTimes = (one) => {
      const { when, timeZone } = one;
      if (!one.startsAt || isOff(one)) return [when];
      const times = [one.startsAt, one.endsAt].map((at) => new Date(at));
      const own = toDate().resolvedOptions().timeZone;
      const [here, there] = [own, timeZone].map((zone) => toDate(zone, "short").formatRange(...times));
      if (here === there) return [when];
      // Where the visitor's clocks change meanwhile a range says too little.
      const isChanged = new Set(times.map((at) => at.getTimezoneOffset())).size > 1;
      const span = isChanged ? times.map(toDate(own, "long").format).join(" – ") : here;
      return [span + " (" + own + ")", make("small", {}, when)];
    };

    const toReplay = ({ url, playerUrl, talk = "" }) => {
      const title = words.replay + " " + talk;
      const replay = link("button", url, "▶︎ " + title);
      if (isWeb(playerUrl)) replay.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        const src = new URL(playerUrl);
        src.searchParams.set("autoplay", 1);
        const allow = "autoplay;fullscreen";
        const referrerPolicy = "strict-origin-when-cross-origin";
        replay.replaceWith(make("iframe", { title, src, allow, referrerPolicy }));
        return false;
      };
      return replay;
    };

    const toItem = (one) => {
      const { number, startsAt, state, location, passcode, presenters = [], replays = [] } = one;
      const isPast = !ahead.includes(one);
      const badge = isOff(one) ? words[state] : !isPast && words[new Date(startsAt) <= now ? "live" : state];
      return make("li", {},
        make("p", {}, badge && make("b", {}, badge + " "),
          ...(isPast ? [toDate("UTC").format(new Date(one.date))] : toTimes(one))),
        // Beside the title, as it says nothing of its direction.
        number && "S" + number + ": ",
        link("title " + state, one.url, one.title, { dir: "auto", lang: one.language ?? language }),
        make("p", {}, [...presenters.map((who) => who.name), !isPast && location].filter(Boolean).join(" · ")),
        ...(one === next ? [
          link("button", one.joinUrl, words.join),
          passcode && " " + words.passcode + ": " + passcode + " ",
          link("button", one.liveUrl, words.watchLive)
        ] : replays.map(toReplay)));
    };

    return make("div", { lang: language, dir: "auto" },
      !next && make("p", {}, words.nothing),
      make("ul", {}, ...shown.map(toItem)),
      link("", url, name));
  };

  customElements.get("journal-club") || customElements.define("journal-club", class extends HTMLElement {
    async connectedCallback() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [style];
      root.replaceChildren(make("slot"));
      const read = (name) => this.getAttribute(name);
      const isAlone = read("show") === "next";
      const limit = read("limit") ?? 10;
      try {
        const src = read("src").replace(/\\/$/, "");
        const data = await (await fetch(
          src + "/programme.json?" + (isAlone ? "show=next" : "limit=" + limit)
        )).json();
        const around = this.closest("[lang]")?.lang.replace("_", "-") || data.language;
        // The visitor's own kind of the language: English dates are many.
        const lang = navigator.languages.find((own) => own.slice(0, 2) === around.slice(0, 2)) ?? around;
        root.replaceChildren(toContent(data, lang, limit, isAlone));
      } catch {
        this.dispatchEvent(new Event("error"));
      }
    }
  });
}
`);

function toServed(source: string): string {
  return source
    .replace(/^ *\/\/.*\n/gm, "")
    .replace(CONSTANTS, (lines) => lines.replace(/;\n+ *const/g, ","))
    .replace(/^\s+/gm, "")
    .replace(TEXT_OR_SIGN, "$1$2")
    .replace(/\((\w+)\)=>/g, "$1=>")
    .replaceAll(";}", "}");
}

/** Within values a space means something, around these it does not. */
function toServedStyle(style: string): string {
  return style.replace(/\s*([{}:;,])\s*/g, "$1").trim();
}
