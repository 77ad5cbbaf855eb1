/** The texts that `fixed-text.ts` writes of, by the name of their document: for the build, and for what runs in Node. */
import { PROGRAMME_SCHEMA } from "../formats/programme-schema.ts";
import { SESSION_EXTENSION } from "../formats/session-extension-text.ts";
import { ELEMENT_SCRIPT } from "../pages/assets/element-script.ts";

export const TEXTS: Readonly<Record<string, string>> = {
  element: ELEMENT_SCRIPT,
  "programme-schema": PROGRAMME_SCHEMA,
  "session-extension": SESSION_EXTENSION,
};
