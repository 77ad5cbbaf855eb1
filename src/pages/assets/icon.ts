/** Drawn pictures: the icon of the service, and what stands where a video has no thumbnail. */

/** A calendar leaf with a play sign. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect x="3" y="5" width="26" height="24" rx="5" fill="#1f5f5b"/>
<path d="M3 12h26" stroke="#fff" stroke-opacity=".55" stroke-width="1.5"/>
<path d="M10 2.5v5M22 2.5v5" stroke="#1f5f5b" stroke-width="3" stroke-linecap="round"/>
<path d="M13 16v9l8-4.5z" fill="#fff"/>
</svg>
`;

/** In the size of YouTube's picture; grey enough for light and dark pages. */
export const PLACEHOLDER = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180" viewBox="0 0 320 180">
<rect width="320" height="180" fill="#26403f"/>
<path d="M0 180 120 0h60L60 180z" fill="#fff" fill-opacity=".05"/>
<circle cx="160" cy="90" r="30" fill="#fff" fill-opacity=".14"/>
<path d="M151 75v30l26-15z" fill="#fff" fill-opacity=".85"/>
</svg>
`;
