/** An empty session file, with what may be filled in as comments. */
import { Document } from "yaml";
import { toYaml } from "../announce/session-text.ts";

export interface NewSession {
  id: string;
  title: string;
  date: string;
  start?: string;
}

/** @param usual what holds where the file says nothing, for the comment */
export function toTemplate(session: NewSession, usual: string): string {
  return `---
${toYaml(new Document(session, { schema: "failsafe" }))}# ${usual}
# Take the "#" away from what you fill in.
# presenters:
#   - name: Ada Example
#     affiliation: University of Example
#     x: ada_example
#     url: https://ada.example
# papers:
#   - title: "The paper's title"
#     arxiv: 2601.00001
# join: https://…
---
`;
}
