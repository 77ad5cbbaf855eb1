/** What the parts of the page's script share: the page's elements, its words, and what the browser keeps. */
export const SHARED = `
const all = (selector, root = document) => root.querySelectorAll(selector);

// In the language of the page, as are dates; in the visitor's own kind of it where it is theirs.
const { dataset: words, src } = document.currentScript;
const { lang } = document.documentElement;
const toBase = (tag) => tag.split("-")[0];
const locale = navigator.languages.find((own) => toBase(own) === toBase(lang)) ?? lang;
const say = (text, values) => text.replace(/\\{(\\w+)\\}/g, (_, name) => values[name]);

// Another site may share the origin, so names begin with where this one lies. Storage may be forbidden, full or hold
// anything: then nothing is remembered.
const base = new URL(".", src).pathname;
const kept = {
  read(name) {
    try {
      return JSON.parse(localStorage.getItem(base + name));
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(base + name, JSON.stringify(value));
    } catch {}
  },
};
`;
