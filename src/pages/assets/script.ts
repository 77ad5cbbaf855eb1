/**
 * The script of the pages. Every page works without it; it adds the visitor's own time, copy buttons, addresses that follow
 * the form, and the player in place. It asks nothing of any other host until somebody presses play.
 *
 * Plain JavaScript as text, because the Worker serves it as it is.
 */
export const SCRIPT = `"use strict";
(() => {
  const all = (selector) => document.querySelectorAll(selector);
  // In the language of the page, as are dates; in the visitor's own kind of it where it is theirs.
  const words = document.currentScript.dataset;
  const { lang } = document.documentElement;
  const toBase = (tag) => tag.split("-")[0];
  const locale = navigator.languages.find((own) => toBase(own) === toBase(lang)) ?? lang;

  // The visitor's own time, where it differs from the session's.
  for (const line of all("[data-starts]")) {
    const starts = new Date(line.dataset.starts);
    const ends = new Date(line.dataset.ends);
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const format = new Intl.DateTimeFormat(locale, {
      weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit",
    });
    line.textContent = words.inYourTime
      .replace("{time}", () => format.formatRange(starts, ends))
      .replace("{zone}", () => zone);
  }

  // No app on Android opens webcal links.
  if (/android/i.test(navigator.userAgent)) {
    for (const item of all("[data-webcal]")) item.remove();
  }

  // Copy buttons.
  for (const button of all("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    const word = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        document.execCommand("copy");
      }
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = word; }, 2000);
    });
  }
  for (const field of all(".address input")) {
    field.addEventListener("focus", () => field.select());
  }

  // Addresses that follow the form: the parameters in the order of their canonical form.
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

  // The player, on request.
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
})();
`;
