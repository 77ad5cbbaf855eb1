/** The style sheet of every page: system fonts, one accent, light and dark. */
import { FOUND_STYLE } from "./style/found.ts";
import { PRINT } from "./style/print.ts";
import { SCRIPTED } from "./style/scripted.ts";

export const STYLE = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fcfbf9, #131716);
  --card: light-dark(#ffffff, #1b211f);
  --ink: light-dark(#1d2422, #e8ebe9);
  --quiet: light-dark(#56605d, #a3aeaa);
  --line: light-dark(#dedcd5, #343c39);
  --accent: light-dark(#17605b, #7fcfc4);
  --on-accent: light-dark(#ffffff, #06211e);
  --warn: light-dark(#7a3d00, #f3c58d);
  --warn-paper: light-dark(#fdf1e0, #33260f);
  --gap: clamp(1rem, 3vw, 1.5rem);
}
:root.light { color-scheme: light; }
:root.dark { color-scheme: dark; }

*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-block: 1rem 5rem; }
body {
  margin: 0;
  padding: 0 var(--gap);
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: break-word;
}
body > header, body > main, body > footer { max-width: 52rem; margin-inline: auto; }
h1, h2, h3 { line-height: 1.25; font-weight: 650; margin: 0; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.6rem); letter-spacing: -.015em; text-wrap: balance; }
h2 { font-size: 1.375rem; margin-block: 0 1rem; }
h3 { font-size: 1.125rem; }
/* A title in another direction stands at the same side as the rest. */
h1, h2, h3, .lead, .place { text-align: -webkit-match-parent; text-align: match-parent; }
/* Space between letters parts those that are joined. */
h1:dir(rtl) { letter-spacing: normal; }
/* Korean breaks between words, also what stands on its pages, but what has none; names and tags are whole in every script. */
:lang(ko) { word-break: keep-all; }
[lang|="ja"], [lang|="zh"] { word-break: normal; }
.presenters, .people, .tags { word-break: keep-all; }
/* A time, or a zone: on the next line rather than on both. */
.whole { display: inline-block; }
p, ul, table { margin: .5rem 0; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .16em; }
h1 a, h2 a, h3 a { color: inherit; text-decoration: none; }
h1 a:hover, h2 a:hover, h3 a:hover { color: var(--accent); text-decoration: underline; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
img { max-width: 100%; height: auto; border-radius: 8px; background: var(--line); display: block; }
code { font-size: .92em; }

.skip { position: absolute; inset-inline-start: -100vw; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { inset-inline-start: 1rem; inset-block-start: 1rem; padding: .5rem 1rem; background: var(--card); z-index: 1; }
.lead { font-size: 1.125rem; color: var(--quiet); max-width: 40rem; }
.note, .presenters, .when { color: var(--quiet); font-size: .9375rem; }
.when { font-variant-numeric: tabular-nums; margin-bottom: .25rem; }
article .when { color: var(--ink); font-size: 1.0625rem; font-weight: 550; }
.local, .countdown { font-size: .9375rem; margin: 0 0 .5rem; }
.local { color: var(--quiet); }
.countdown { font-weight: 600; }
.presenters { margin: .25rem 0 0; }
.number { margin: 0 0 .25rem; color: var(--accent); font-weight: 600; }

.masthead { padding-block: clamp(1.25rem, 5vw, 3.5rem) 0; }
.masthead > p { margin-block: .75rem 0; }
.crumb {
  display: flex; flex-wrap: wrap; gap: .5rem 1rem; justify-content: space-between; align-items: center;
  padding-block: 1rem; border-bottom: 1px solid var(--line); margin-bottom: clamp(1.5rem, 5vw, 3rem);
}
main > section { margin-top: clamp(1.75rem, 5vw, 3rem); }
main.subscribe > section { margin-top: 2.5rem; }
main > h1 + .lead { margin-top: 1rem; }
article > h2 { margin-top: 2.25rem; margin-bottom: .5rem; font-size: 1.1875rem; }
article > h1 { margin-bottom: 1rem; }
.foot { margin-block: 4rem 2rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .9375rem; }

.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: var(--gap); margin: 0; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.next h3 { font-size: clamp(1.25rem, 1.1rem + .9vw, 1.6rem); margin-block: .25rem; }
.columns { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.columns, .columns + .card, .card + .card { margin-top: 1rem; }
.columns > .card { margin-top: 0; }
.columns h2 { margin-bottom: .75rem; font-size: 1.1875rem; }
.columns h3 { font-size: 1rem; margin-top: 1rem; }
.columns ol { margin-block: .5rem; padding-inline-start: 1.25rem; }
details.card { padding-block: .75rem; }
summary { cursor: pointer; font-weight: 600; padding-block: .25rem; }
.notice {
  color: var(--warn); background: var(--warn-paper); border-radius: 8px; padding: .6rem 1rem; margin-block: 1rem;
  font-size: .9375rem;
}

.button, button {
  display: inline-block; min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: 8px;
  background: var(--card); color: var(--ink); font: inherit; font-size: 1rem; font-weight: 550; line-height: 1.6;
  text-decoration: none; cursor: pointer; text-align: center;
}
.button:hover, button:hover { border-color: var(--accent); color: var(--accent); }
.button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.button.primary:hover { color: var(--on-accent); text-decoration: underline; }
.button.small, .small .button { min-height: 0; padding: .3rem .8rem; font-size: .9375rem; }
.buttons { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-top: 1rem; }
.subscribe-block { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; }
.subscribe-block h2, .subscribe-block p { margin: 0; }
.actions:empty { display: none; }
[hidden] { display: none !important; }

.address { margin-block: .5rem; }
.address label, .field span { display: block; font-size: .875rem; color: var(--quiet); }
.row { display: flex; gap: .5rem; }
.row button { white-space: nowrap; }
input[type="text"], input[type="search"], select {
  width: 100%; min-width: 0; min-height: 2.75rem; padding: .4rem .7rem; border: 1px solid var(--line);
  border-radius: 8px; background: var(--paper); color: var(--ink); font: inherit; font-size: 1rem;
}
.address input { font-size: .9375rem; text-overflow: ellipsis; }
#starred .address .button { margin-top: .5rem; }
.fields { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin-block: 1rem; }
/* As wide as the longest of its choices: those of some languages are long. */
.field { flex: 1 1 auto; min-width: 8rem; max-width: 100%; }
.check { flex: 1 1 100%; }
.check input { width: 1.15rem; height: 1.15rem; vertical-align: -.2rem; accent-color: var(--accent); }
.fields [role="status"] { flex: 1 1 100%; margin: 0; min-height: 1.5em; }

.sessions, .videos { list-style: none; padding: 0; }
.session { padding-block: 1.1rem; border-top: 1px solid var(--line); }
.session:first-child { border-top: 0; padding-top: .25rem; }
.session p { margin-block: .15rem; }
.session h2 { margin: 0; font-size: 1.125rem; }
.years { margin-block: 1.25rem; }
.years a[aria-current] { border-color: var(--accent); color: var(--accent); }
.with-picture { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: 1.25rem; align-items: start; }
.videos { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr)); }
.videos a { display: grid; gap: .4rem; color: inherit; text-decoration: none; font-size: .9375rem; line-height: 1.4; }
.videos a:hover { color: var(--accent); text-decoration: underline; }
.videos img { width: 100%; }
.videos-title { margin-top: 2rem; margin-bottom: .75rem; }
.badge {
  display: inline-block; padding: 0 .55rem; border-radius: 99px; background: var(--warn-paper); color: var(--warn);
  font-size: .8125rem; font-weight: 600; white-space: nowrap;
}
.badge.on { background: var(--accent); color: var(--on-accent); }

.player { max-width: 44rem; }
.player a { position: relative; display: block; border-radius: 12px; overflow: hidden; }
.player img, .player iframe { width: 100%; height: auto; aspect-ratio: 16 / 9; border: 0; border-radius: 12px; display: block; }
/* No picture is asked of other sites: as high as the button needs. */
.player.plain a { min-height: 7rem; border: 1px solid var(--line); background: var(--card); }
.play {
  position: absolute; inset-block-end: 1rem; inset-inline-start: 1rem; padding: .5rem 1.1rem; border-radius: 99px; font-weight: 600;
  background: var(--accent); color: var(--on-accent);
}
.play::before { content: "\\25B6\\FE0E"; margin-inline-end: .55rem; font-size: .8em; }
.replay + .replay { margin-top: 1.5rem; }
.replay h3 { font-size: 1rem; margin-top: 1rem; }
${FOUND_STYLE}.abstract { max-width: 44rem; }
.abstract pre { overflow-x: auto; }
.abstract img { max-width: 100%; }
/* Those of Windows, Apple and TeX, by name, as not every browser finds them by itself. */
math { font-family: "Cambria Math", "STIX Two Math", STIXTwoMath-Regular, "Latin Modern Math", "Noto Sans Math", math; }
.formula { display: block; overflow: auto hidden; margin-block: .5rem; padding-block: .25rem; }
.tml-left { text-align: left; }
.tml-right { text-align: right; padding-right: 0; }
.tml-right + .tml-left { padding-left: 0; }
.tml-overline { border-top: .06em solid; }
.tml-underline { border-bottom: .06em solid; }
.neighbours {
  display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
  margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line);
}
.neighbours a { text-decoration: none; }
.neighbours .note { display: block; }
.neighbours a[rel="next"] { text-align: end; grid-column-end: -1; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: start; vertical-align: top; padding-block: .4rem; padding-inline: 0 .75rem; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--quiet); font-size: .875rem; }

.framed body { padding: .75rem 1rem; font-size: 1rem; }
.framed h1 { font-size: 1.25rem; margin-bottom: .5rem; }
.framed h2 { font-size: 1.0625rem; margin: 0; }
.framed .actions { margin-top: .75rem; }
.framed .card h2 { font-size: 1.25rem; margin-block: .25rem; }
/* A small picture until somebody presses play. */
.framed .player { margin: 0; }
.framed .play { inset-block-end: .4rem; inset-inline-start: .4rem; padding: .3rem .65rem; font-size: 0; line-height: 1.6; }
.framed .play::before { margin: 0; font-size: .8125rem; }
.framed .plain a { min-height: 0; border: 0; background: none; }
.framed .plain .play { position: static; font-size: .9375rem; }
.framed .plain .play::before { margin-inline-end: .5rem; }
.framed .with-picture:has(iframe) { grid-template-columns: minmax(0, 1fr); }

@media (max-width: 34rem) {
  .with-picture { grid-template-columns: 6.5rem minmax(0, 1fr); gap: .9rem; }
  .neighbours a[rel="next"] { text-align: start; }
}
@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}
${SCRIPTED}${PRINT}`;
