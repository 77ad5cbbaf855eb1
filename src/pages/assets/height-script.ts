/**
 * The script of what other sites show in a frame: it tells the site around it how high the content is, now and whenever
 * that changes, and nothing else. So it may be told to anybody.
 */
export const HEIGHT_SCRIPT = `"use strict";
if (parent !== window) {
  const root = document.documentElement;
  new ResizeObserver(() => {
    parent.postMessage({ type: "journal-club:height", height: Math.ceil(root.getBoundingClientRect().height) }, "*");
  }).observe(root);
}
`;
