/**
 * The hub's tables.
 *
 *   push_subscription.id       of topic and callback
 *   push_subscription.topic    the whole address, as it was subscribed to
 *   push_subscription.host     the callback's
 *   push_subscription.secret   "" for none
 *   push_subscription.etag     of the representation that the subscriber has
 *   push_subscription.is_slow  1 where the last delivery was not answered in time
 *   push_hub_ask               what was asked for within the last hour
 */
export const HUB_TABLES = `
CREATE TABLE push_subscription (
  id TEXT PRIMARY KEY,
  topic TEXT NOT NULL,
  callback TEXT NOT NULL,
  host TEXT NOT NULL,
  secret TEXT NOT NULL,
  lease_until INTEGER NOT NULL,
  etag TEXT NOT NULL,
  is_slow INTEGER NOT NULL
);
CREATE INDEX push_subscription_host ON push_subscription (host);
CREATE INDEX push_subscription_lease ON push_subscription (lease_until);
CREATE TABLE push_hub_ask (
  at INTEGER NOT NULL,
  host TEXT NOT NULL,
  subscription TEXT NOT NULL
);
CREATE INDEX push_hub_ask_at ON push_hub_ask (at);
`;
