/** The part of the style sheet for searches, transcripts and chapters. */
export const FOUND_STYLE = `.moments { list-style: none; padding: 0; max-width: 44rem; }
.transcript { margin-top: 2.25rem; max-width: 44rem; }
.transcript summary { font-size: 1.1875rem; font-weight: 650; }
.transcript p { margin-block: .4rem; }
.transcript p:target { background: var(--warn-paper); border-radius: 8px; outline: .4rem solid var(--warn-paper); }
.transcript a, .moment a, .clock { font-variant-numeric: tabular-nums; }
.search { display: flex; gap: .5rem; max-width: 40rem; margin-block: 1rem; }
.search input { flex: 1; text-overflow: ellipsis; }
.found h2 { font-size: 1.125rem; margin: 0; }
.moment { font-size: .9375rem; }
mark { background: var(--warn-paper); color: var(--warn); font-weight: 600; border-radius: 3px; padding-inline: .1em; }
.moments a { display: inline-block; padding-block: .15rem; }
`;
