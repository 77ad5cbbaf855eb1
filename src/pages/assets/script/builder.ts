/** Addresses that follow the form, their parameters in the order of the canonical form. */
export const BUILDER = `
const FEED_PARAMETERS = ["show", "tag", "presenter"];
const PARAMETERS = [...FEED_PARAMETERS, "cancelled", "alarm"];
const form = document.querySelector("[data-builder]");

const toQuery = (fields, names) => {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = fields.get(name);
    if (value) query.set(name, value);
  }
  return query.size === 0 ? "" : "?" + query;
};

const fillIn = (template, url) => {
  const webcal = url.replace(/^https?:/, "webcal:");
  return template
    .replace("{url}", () => url)
    .replace("{encoded}", () => encodeURIComponent(url))
    .replace("{webcal}", () => webcal)
    .replace("{webcal-encoded}", () => encodeURIComponent(webcal));
};

// What the addresses in the page were made for.
let followed = toQuery(new URLSearchParams(location.search), PARAMETERS);

const follow = () => {
  const chosen = new FormData(form);
  const query = toQuery(chosen, PARAMETERS);
  if (query === followed) return;
  followed = query;
  const feedQuery = toQuery(chosen, FEED_PARAMETERS);
  for (const target of all("[data-template]")) {
    const url = target.dataset.document;
    const address = fillIn(target.dataset.template, url + (url.endsWith(".ics") ? query : feedQuery));
    if (target instanceof HTMLInputElement) target.value = address;
    else target.href = address;
  }
};

if (form) {
  form.querySelector("button").hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    follow();
    form.querySelector("[data-built]").textContent = words.changed;
  });
  // A browser that comes back to the page keeps the form as it was left.
  addEventListener("pageshow", follow);
}
`;
