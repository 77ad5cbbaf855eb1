/** Whether a topic is one of this service's. Pure. */
import { findTopic, WHOLE_TOPICS } from "../../documents/topics.ts";

/**
 * What was expected in place of a topic; null where it is the canonical address of one. Another spelling would be another
 * subscription to the same.
 *
 * @param publicUrl without a slash at the end
 */
export function findTopicFault(topic: string, publicUrl: string): string | null {
  const url = URL.parse(topic);
  const found = url === null ? null : findTopic(url);
  if (found?.ok === true) {
    const canonical = publicUrl + found.value.path;
    return topic === canonical ? null : `its canonical address, ${canonical}`;
  }
  const fault = found?.error;
  if (fault?.reason === "bad_parameter") return `in its parameter ${fault.name} ${fault.expected}`;
  const addresses = WHOLE_TOPICS.map(({ path }) => publicUrl + path).join(", ");
  return `one of ${addresses}, with any of their parameters but q`;
}
