/** Matrix: a message to a room (Client-Server API, "PUT /rooms/{roomId}/send/{eventType}/{txnId}"). */
import { escapeHtml } from "../../wording/html.ts";
import { JSON_TYPE, type Post, type Writer } from "./writer.ts";

/** A server takes a message with an id that it has had for the same one, so that no repeat shows. */
export const writeMatrix: Writer = ({ id, title, lines, links }, { url, secret }): Post => {
  const plain = [
    title,
    ...lines,
    ...links.map(({ label, url: to, beside }) =>
      [`${label}: ${to}`, ...(beside === undefined ? [] : [beside])].join(" "),
    ),
  ];
  const formatted = [
    `<strong>${escapeHtml(title)}</strong>`,
    ...lines.map(escapeHtml),
    ...links.map(({ label, url: to, beside }) => {
      const link = `<a href="${escapeHtml(to)}">${escapeHtml(label)}</a>`;
      return beside === undefined ? link : `${link} ${escapeHtml(beside)}`;
    }),
  ];
  return {
    url: `${url}/send/m.room.message/${encodeURIComponent(id)}`,
    method: "PUT",
    headers: { ...JSON_TYPE, authorization: `Bearer ${secret}` },
    body: JSON.stringify({
      msgtype: "m.text",
      body: plain.join("\n"),
      format: "org.matrix.custom.html",
      formatted_body: formatted.join("<br>"),
      // Says that nobody is called, whatever the text holds.
      "m.mentions": {},
    }),
  };
};
