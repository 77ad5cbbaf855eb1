/** What the script adds to pages, how it looks, and the place it has before it comes. */
export const SCRIPTED = `/* What the script will say has its place from the start: nothing moves when it comes. */
@media (scripting: enabled) {
  .countdown[hidden] { display: block !important; visibility: hidden; min-height: 1.6em; }
}
.club-time .local { display: none; }
.switch { min-height: 0; padding: .1rem .7rem; margin-bottom: .5rem; border-radius: 99px; font-size: .875rem; font-weight: 400; }
.switch[aria-pressed="true"]::before { content: "\\2713"; margin-inline-end: .4em; }
/* On a phone the way in to a session of the next hours stays in sight, however long its title is. */
@media (max-width: 34rem) and (min-height: 25rem) {
  article > .actions:has(.primary) {
    margin-inline: calc(-1 * var(--gap)); padding: .6rem var(--gap); border-block: 1px solid transparent;
  }
  article.soon > .actions:has(.primary) {
    position: sticky; bottom: 0; z-index: 1; background: var(--paper); border-color: var(--line);
  }
  .soon.card > .actions:has(.primary) { background: var(--card); }
}
/* The star has its place before the script puts it there. */
[data-session] { position: relative; }
@media (scripting: enabled) {
  .session > div > .when, .next > .when { padding-inline-end: 2.25rem; }
  /* At the side of the page where the star is, whatever the direction of the title. */
  article:not(.card):dir(ltr) > h1 { padding-right: 2.75rem; }
  article:not(.card):dir(rtl) > h1 { padding-left: 2.75rem; }
}
.star {
  position: absolute; top: .85rem; inset-inline-end: -.6rem; min-height: 0; width: 2.75rem; height: 2.25rem; padding: 0;
  border: 0; background: none; color: var(--quiet); font-size: 1.375rem; line-height: 1;
}
.session:first-child .star { top: 0; }
.next > .star { top: .65rem; inset-inline-end: .4rem; }
article:not(.card) > .star { top: .25rem; }
.star::before { content: "\\2606"; }
.star[aria-pressed="true"] { color: var(--accent); }
.star[aria-pressed="true"]::before { content: "\\2605"; }
`;
