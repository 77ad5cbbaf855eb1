/**
 * Stars: sessions that a visitor has marked, kept in the browser with what a list shows of them, as a page does not show
 * every session. What is kept is brought up to date wherever the session is seen.
 */
export const STARS = `
const MOST = 100;
const list = document.getElementById("starred");

// Sessions by id. A page may be open twice, so what is kept is read anew each time.
const readStars = () => {
  const found = kept.read("stars");
  // Whatever else lies there is not ours.
  return Object.fromEntries(Object.entries(found ?? {}).filter(([, told]) => told?.title && told.when));
};

const describe = (session) => ({
  title: session.querySelector("h1, h2, h3").textContent,
  when: session.querySelector(".when time").textContent,
});

const show = () => {
  const stars = readStars();
  const ids = Object.keys(stars);
  for (const button of all("[data-star]")) button.setAttribute("aria-pressed", button.dataset.star in stars);
  if (!list) return;
  list.hidden = ids.length === 0;
  list.querySelector("[data-count]").textContent = ids.length;
  list.querySelector("ul").replaceChildren(
    ...ids.map((id) => {
      const item = document.createElement("li");
      const when = document.createElement("p");
      const link = document.createElement("a");
      when.className = "when";
      when.textContent = stars[id].when;
      link.href = base + "sessions/" + encodeURIComponent(id);
      link.dir = "auto";
      link.textContent = stars[id].title;
      item.className = "session";
      item.append(when, link);
      return item;
    }),
  );
  const field = list.querySelector("input");
  if (!field) return;
  // The last hundred that were starred, in the order of the canonical address.
  field.value = field.dataset.calendar + "?ids=" + ids.slice(-MOST).sort().join(",");
  list.querySelector("[data-webcal-of]").href = field.value.replace(/^https?:/, "webcal:");
};

for (const session of all("[data-session]")) {
  const id = session.dataset.session;
  const told = describe(session);
  const stars = readStars();
  if (id in stars) kept.write("stars", { ...stars, [id]: told });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "star";
  button.dataset.star = id;
  button.setAttribute("aria-label", say(words.star, { title: told.title }));
  button.addEventListener("click", () => {
    const { [id]: before, ...others } = readStars();
    kept.write("stars", before ? others : { ...others, [id]: told });
    show();
  });
  session.append(button);
}
show();
addEventListener("storage", show);
`;
