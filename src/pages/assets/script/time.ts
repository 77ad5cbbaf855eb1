/** Dates in the visitor's own time, under those of the sessions, and a switch that does without them. */
export const TIME = `
const own = [...all("[data-zone]")].filter((line) => {
  const text = toOwnTime(line.dataset);
  line.textContent = text;
  line.hidden = text === null;
  return text !== null;
});

// In a frame on another site a browser may keep nothing: then the switch holds for this visit.
const show = (isShown) => document.documentElement.classList.toggle("club-time", !isShown);
const isShown = kept.read("own-time") !== false;
show(isShown);

if (own.length > 0) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "switch";
  button.textContent = say(words.ownTime, { zone: ownZone });
  button.setAttribute("aria-pressed", isShown);
  button.addEventListener("click", () => {
    const isShown = button.getAttribute("aria-pressed") === "false";
    kept.write("own-time", isShown);
    button.setAttribute("aria-pressed", isShown);
    show(isShown);
  });
  own[0].after(button);
}
`;
