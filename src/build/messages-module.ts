/** The Worker's table of messages: English and the club's language, as all ten would be a seventh of its size. */
import { findMessagesName } from "../wording/language.ts";
import { MESSAGES } from "../wording/messages/table.ts";

/**
 * The text of the module that the Worker imports as `#messages`, see `wrangler.toml`.
 *
 * @param language of the club, BCP 47
 */
export function toMessagesModule(language: string): string {
  const name = findMessagesName(language, Object.keys(MESSAGES)) ?? "en";
  const names = [...new Set(["en", name])];
  const imports = names.map(
    (each, index) => `import { messages as m${index} } from "../src/wording/messages/${each}.ts";\n`,
  );
  const rows = names.map((each, index) => `${JSON.stringify(each)}: m${index}`);
  return `// Made from the club's language by src/build/compile.ts.
${imports.join("")}
export const MESSAGES = { ${rows.join(", ")} };
`;
}
