/** How long until a session starts, and while it is on until it ends: told anew each minute, and at start and end. */
export const COUNTDOWN = `
const MINUTE = 60_000;
const relative = new Intl.RelativeTimeFormat(locale, { numberingSystem: "latn" });

// Rounded up, so that it says one minute until the start is there.
const toWait = (span) => {
  const minutes = Math.ceil(span / MINUTE);
  if (minutes < 120) return relative.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return hours < 48 ? relative.format(hours, "hour") : relative.format(Math.round(hours / 24), "day");
};

const lines = [...all("[data-countdown]")];

// How long until something changes: the next whole minute before a start or an end.
const tell = () => {
  const now = Date.now();
  let pause = MINUTE;
  for (const line of lines) {
    const toStart = Date.parse(line.dataset.from) - now;
    const toEnd = Date.parse(line.dataset.to) - now;
    const [badge, told] = line.children;
    const isOn = toStart <= 0 && toEnd > 0;
    badge.hidden = !isOn;
    if (toStart > 0) told.textContent = say(words.starts, { when: toWait(toStart) });
    else told.textContent = isOn ? say(words.ends, { when: toWait(toEnd) }) : words.over;
    line.hidden = false;
    line.parentElement.classList.toggle("soon", toStart <= 1440 * MINUTE && toEnd > 0);
    const left = toStart > 0 ? toStart : toEnd;
    if (left > 0) pause = Math.min(pause, left % MINUTE || MINUTE);
  }
  return pause;
};

if (lines.length > 0) {
  const tick = () => setTimeout(tick, tell() + 20);
  tick();
  // A page that was out of sight has missed its minutes.
  document.addEventListener("visibilitychange", tell);
}
`;
