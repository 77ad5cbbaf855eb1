/** How soon each app notices a change, and why to subscribe. As the apps' makers and users report it; not measured here. */

const APPS: { app: string; delay: string }[] = [
  { app: "Google Calendar", delay: "12 to 24 hours; it cannot be hurried" },
  { app: "Apple Calendar", delay: "as set for the calendar: every 5 minutes to every week" },
  { app: "Outlook.com and Microsoft 365", delay: "about 3 hours, at times up to 24" },
  { app: "Thunderbird", delay: "as set for the calendar: every 30 minutes unless changed" },
  { app: "Feed readers", delay: "an hour or so" },
];

export function FreshnessTable() {
  return (
    <details class="card">
      <summary>How soon will I see a change?</summary>
      <p>This service notices a change within minutes. Then it is for your app to ask again:</p>
      <table>
        <thead>
          <tr>
            <th scope="col">App</th>
            <th scope="col">Asks again after</th>
          </tr>
        </thead>
        <tbody>
          {APPS.map(({ app, delay }) => (
            <tr>
              <th scope="row">{app}</th>
              <td>{delay}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Subscribe rather than download: a downloaded file is a copy of today that no change reaches, and
        importing it again may double every event. For a session of the next hours trust its page rather than
        your calendar.
      </p>
    </details>
  );
}
