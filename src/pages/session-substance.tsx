/** Who presents what. */
import type { Paper, Presenter } from "../programme/session.ts";

export function PresenterList({ presenters }: { presenters: readonly Presenter[] }) {
  if (presenters.length === 0) return null;
  return (
    <>
      <h2>{presenters.length === 1 ? "Presenter" : "Presenters"}</h2>
      <ul class="people">
        {presenters.map(({ name, affiliation, url, x }) => (
          <li>
            {url === undefined ? name : <a href={url}>{name}</a>}
            {affiliation !== undefined && `, ${affiliation}`}
            {x !== undefined && (
              <>
                {", "}
                <a href={`https://x.com/${x}`}>@{x}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

export function PaperList({ papers }: { papers: readonly Paper[] }) {
  if (papers.length === 0) return null;
  return (
    <>
      <h2>{papers.length === 1 ? "Paper" : "Papers"}</h2>
      <ul>
        {papers.map(({ title, url, arxiv }) => (
          <li dir="auto">
            {url === undefined ? title : <a href={url}>{title}</a>}
            {arxiv !== undefined && `, arXiv:${arxiv}`}
          </li>
        ))}
      </ul>
    </>
  );
}
