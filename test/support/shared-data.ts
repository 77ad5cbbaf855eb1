/** The data of the build, which files that share a process share. */
import { compiled } from "#data";

/** As it was, whatever a test has put into it. */
export function restoreData(found: PropertyDescriptorMap): void {
  for (const name of Reflect.ownKeys(compiled)) Reflect.deleteProperty(compiled, name);
  Object.defineProperties(compiled, found);
}
