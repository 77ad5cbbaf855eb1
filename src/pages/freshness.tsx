/** How soon each app notices a change, and why to subscribe. As the apps' makers and users report it; not measured here. */
import type { Language } from "../wording/language.ts";
import type { Messages } from "../wording/messages/en.ts";

export function FreshnessTable({ language }: { language: Language }) {
  const { freshness } = language.words;
  return (
    <details class="card">
      <summary>{freshness.title}</summary>
      <p>{freshness.lead}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{freshness.app}</th>
            <th scope="col">{freshness.delay}</th>
          </tr>
        </thead>
        <tbody>
          {toApps(freshness).map(({ app, delay }) => (
            <tr>
              <th scope="row">{app}</th>
              <td>{delay}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{freshness.advice}</p>
    </details>
  );
}

function toApps(words: Messages["freshness"]): { app: string; delay: string }[] {
  return [
    { app: "Google Calendar", delay: words.google },
    { app: "Apple Calendar", delay: words.apple },
    { app: words.outlookName, delay: words.outlook },
    { app: "Thunderbird", delay: words.thunderbird },
    { app: words.readersName, delay: words.readers },
  ];
}
