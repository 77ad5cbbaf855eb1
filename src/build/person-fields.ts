/** A person as data files name one: a host of the club or a presenter. */
import { group } from "./field.ts";
import { handle, text, webAddress } from "./field-kinds.ts";

const MAX_NAME_CHARACTERS = 100;
const MAX_AFFILIATION_CHARACTERS = 200;

/** @param description who the person is, for editors */
export function person(description: string) {
  return group(
    {
      name: text(MAX_NAME_CHARACTERS, "The name as the person writes it."),
      affiliation: text(MAX_AFFILIATION_CHARACTERS, "University, company or group.").exactOptional(),
      x: handle('X (Twitter) handle; with "@" it needs quotes.').exactOptional(),
      url: webAddress("The person's own site.").exactOptional(),
    },
    'a group of fields that begins with "name: …"',
    description,
  );
}
