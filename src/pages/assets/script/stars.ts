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
  at: { ...session.querySelector(".local")?.dataset },
});

const toggle = (id, told) => {
  const { [id]: before, ...others } = readStars();
  kept.write("stars", before ? others : { ...others, [id]: told });
  show();
};

const toButton = (id, told) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "star";
  button.dataset.star = id;
  button.setAttribute("aria-label", say(words.star, { title: told.title }));
  button.addEventListener("click", () => {
    toggle(id, told);
    // One of the list has gone with its session.
    if (!button.isConnected) list.querySelector("ul a")?.focus();
  });
  return button;
};

const toItem = ([id, told]) => {
  const item = document.createElement("li");
  const text = document.createElement("div");
  const when = document.createElement("p");
  const link = document.createElement("a");
  when.className = "when";
  when.textContent = told.when;
  link.href = base + "sessions/" + encodeURIComponent(id);
  link.dir = "auto";
  link.textContent = told.title;
  text.append(when);
  const own = toOwnTime(told.at);
  if (own !== null) {
    const line = document.createElement("p");
    line.className = "local";
    line.textContent = own;
    text.append(line);
  }
  text.append(link);
  item.className = "session";
  item.dataset.session = id;
  item.append(text, toButton(id, told));
  return item;
};

const show = () => {
  const stars = readStars();
  const ids = Object.keys(stars);
  if (list) {
    list.hidden = ids.length === 0;
    list.querySelector("[data-count]").textContent = ids.length;
    list.querySelector("ul").replaceChildren(...Object.entries(stars).map(toItem));
    // The last hundred that were starred, in the order of the canonical address.
    const field = list.querySelector("input");
    if (field) {
      field.value = field.dataset.calendar + "?ids=" + ids.slice(-MOST).sort().join(",");
      const link = list.querySelector("[data-webcal-of]");
      if (link) link.href = field.value.replace(/^https?:/, "webcal:");
    }
  }
  for (const button of all("[data-star]")) button.setAttribute("aria-pressed", button.dataset.star in stars);
};

for (const session of all("[data-session]")) {
  const id = session.dataset.session;
  const told = describe(session);
  if (id in readStars()) kept.write("stars", { ...readStars(), [id]: told });
  session.querySelector("h1, h2, h3").after(toButton(id, told));
}
show();
addEventListener("storage", show);
`;
