/**
 * Dates in the visitor's own time, where their clock shows another than the session's. What is compared is the clock at that
 * instant, not the name of the zone: London and Lisbon show the same all year, London and Accra in winter.
 */
export const TIME = `
const { timeZone: ownZone } = Intl.DateTimeFormat().resolvedOptions();
const latin = { calendar: "gregory", numberingSystem: "latn" };
const day = { ...latin, weekday: "long", day: "numeric", month: "long" };
const minute = { ...day, hour: "2-digit", minute: "2-digit" };
const toClock = (instant, timeZone, options) => instant.toLocaleString("en-US", { ...options, timeZone });
const toOffset = (instant) => toClock(instant, ownZone, { timeZoneName: "longOffset" }).split("GMT")[1];

// A session during which the visitor's clocks change has two offsets; a range would hide one, or show one time twice.
const toSpan = (starts, ends) => {
  if (toOffset(starts) === toOffset(ends)) return Intl.DateTimeFormat(locale, minute).formatRange(starts, ends);
  const format = Intl.DateTimeFormat(locale, { ...minute, timeZoneName: "shortOffset" });
  return format.format(starts) + " – " + format.format(ends);
};

const showOwn = (line) => {
  const { starts, ends, zone } = line.dataset;
  const [from, to] = [new Date(starts), new Date(ends ?? starts)];
  // Of a past session only the day is shown.
  const shown = ends ? minute : day;
  if ([from, to].every((at) => toClock(at, zone, shown) === toClock(at, ownZone, shown))) return false;
  const time = ends ? toSpan(from, to) : from.toLocaleDateString(locale, { ...day, year: "numeric" });
  line.textContent = say(words.inYourTime, { time, zone: ownZone });
  return true;
};

const own = [...all("[data-zone]")].filter((line) => {
  try {
    return showOwn(line);
  } catch {
    // A zone that this browser does not know.
    return false;
  }
});

// In a frame on another site a browser may keep nothing: then the switch holds for this visit.
if (own.length > 0) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "switch";
  button.textContent = say(words.ownTime, { zone: ownZone });
  const press = (isShown) => {
    button.setAttribute("aria-pressed", isShown);
    for (const line of own) line.hidden = !isShown;
  };
  button.addEventListener("click", () => {
    const isShown = button.getAttribute("aria-pressed") === "false";
    kept.write("own-time", isShown);
    press(isShown);
  });
  press(kept.read("own-time") !== false);
  own[0].after(button);
}
`;
