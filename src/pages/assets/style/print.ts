/** The style sheet of paper. */
export const PRINT = `@media print {
  :root { color-scheme: light; }
  body { background: none; font-size: 11pt; }
  .skip, .subscribe-block, #starred, .foot, .neighbours, .cite, .play, .buttons, .buttons + .note, .replay ~ .note, form, button, [aria-labelledby="embed-title"],
  .button:not(.join), h2:has(+ .buttons) { display: none !important; }
  .crumb { margin: 0; padding-block: 0 .5rem; }
  .actions { position: static !important; }
  main > section, article > h2, .masthead { margin-top: 1.25rem; padding-top: 0; }
  h1, h2, h3 { break-after: avoid; }
  li, .card, .player, math { break-inside: avoid; }
  .player { max-width: 20rem; }
  .button.join { all: revert; color: inherit; }
  /* Paper has no links: where one leads stands after it. Of moments the time is enough. */
  main a[href^="http"]:not([data-play], .moments a, .moment a, .transcript a)::after, .crumb a::after { content: " (" attr(href) ")"; }
  [data-address]::after { content: " (" attr(data-address) ")" !important; }
  a::after { font-size: .8em; font-weight: 400; overflow-wrap: anywhere; }
}
`;
