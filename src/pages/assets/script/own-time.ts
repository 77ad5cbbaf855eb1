/**
 * A session's time as the visitor's clock shows it, where that is another than the session's. What is compared is the clock at
 * that instant, not the name of the zone: London and Lisbon show the same all year, London and Accra in winter.
 *
 * Shared by the parts that show it.
 */
export const OWN_TIME = `
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

// Null where it is the same, of what is no time, and in a zone that this browser does not know.
const toOwnTime = (at) => {
  try {
    const { starts, ends, zone } = at;
    const [from, to] = [new Date(starts), new Date(ends ?? starts)];
    // Of a past session only the day is shown.
    const shown = ends ? minute : day;
    if ([from, to].every((at) => toClock(at, zone, shown) === toClock(at, ownZone, shown))) return null;
    const time = ends ? toSpan(from, to) : from.toLocaleDateString(locale, { ...day, year: "numeric" });
    return say(words.inYourTime, { time, zone: ownZone });
  } catch {
    return null;
  }
};
`;
