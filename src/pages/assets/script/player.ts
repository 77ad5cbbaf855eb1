/**
 * The player takes the place of its link when somebody presses play, or a moment: a chapter of its replay or, as a
 * transcript is of a session's first replay, a passage. What is pressed with another key leads where it leads.
 */
export const PLAYER = `
const isPlain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
const onPress = (link, act) =>
  link.addEventListener("click", (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    act();
  });

for (const link of all("[data-play]")) {
  const place = link.parentElement;
  const { play, from, title } = link.dataset;
  // A frame of its own for each moment: one that is led elsewhere leaves its steps in the browser's history, and follows no
  // fragment.
  const show = (src, name) => {
    const frame = document.createElement("iframe");
    frame.src = src;
    // Said when the focus comes, so that who does not see it knows what plays.
    frame.title = name;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    place.replaceChildren(frame);
    frame.focus({ preventScroll: true });
    frame.scrollIntoView({ block: "nearest" });
  };
  onPress(link, () => show(play, title));

  const replay = place.parentElement;
  const said = replay === document.querySelector(".replay") ? all(".transcript [data-at]") : [];
  for (const moment of from ? [...all("[data-at]", replay), ...said] : []) {
    const clock = (moment.querySelector(".clock") ?? moment).textContent;
    onPress(moment, () => show(say(from, { seconds: moment.dataset.at }), title + " (" + clock + ")"));
  }
}
`;
