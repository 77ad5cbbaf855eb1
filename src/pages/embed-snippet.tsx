/** What a club pastes into its own site to show the programme there. */

/** The frame's size: wide enough for any column, high enough for the next session and a few more. */
export const FRAME_HEIGHT = 480;
export const FRAME_WIDTH = 640;

/** One line of HTML for another site, as wide as its place there, at most `width` CSS pixels if given. */
export function toFrameHtml(
  src: string,
  title: string,
  { width, height = FRAME_HEIGHT }: FrameSize = {},
): string {
  const limit = width === undefined ? "" : `max-width:${width}px;`;
  return `<iframe src="${toAttribute(src)}" title="${toAttribute(title)}" height="${height}" style="width:100%;${limit}border:0" loading="lazy"></iframe>`;
}

export interface FrameSize {
  width?: number;
  height?: number;
}

export function EmbedSnippet({ publicUrl, name }: { publicUrl: string; name: string }) {
  return (
    <section aria-labelledby="embed-title">
      <h2 id="embed-title">On your own site</h2>
      <p>
        One line of HTML shows the programme anywhere. It takes the parameters of the feeds, and{" "}
        <code>theme=light</code> or <code>theme=dark</code>.
      </p>
      <div class="address">
        <label for="snippet">HTML</label>
        <span class="row">
          <input id="snippet" type="text" readonly value={toFrameHtml(`${publicUrl}/embed`, name)} />
          <button type="button" data-copy="snippet" aria-label="Copy the HTML" hidden>
            Copy
          </button>
        </span>
      </div>
    </section>
  );
}

function toAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
