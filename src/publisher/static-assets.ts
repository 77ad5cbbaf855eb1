/** The Worker's static assets: what pages load, and transcripts. None is answered from there itself. */

/** Workers' own, or what stands in for them. */
export interface Assets {
  fetch: (url: string) => Promise<Response>;
}

/**
 * A file of theirs, by its path; undefined where there are none at all. Of the asker's request nothing is handed on:
 * conditions are weighed by who answers it.
 */
export async function fetchAsset(assets: Assets | undefined, path: string): Promise<Response | undefined> {
  return await assets?.fetch(`https://assets.invalid${path}`);
}
