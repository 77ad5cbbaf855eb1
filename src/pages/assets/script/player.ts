/** The player takes the place of its link when somebody presses play. */
export const PLAYER = `
for (const link of all("[data-play]")) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.src = link.dataset.play;
    frame.title = link.dataset.title;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    link.replaceWith(frame);
    frame.focus();
  });
}
`;
