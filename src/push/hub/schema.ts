/** The hub's tables. */
export const HUB_TABLES = `
CREATE TABLE push_subscription (
  id TEXT PRIMARY KEY,          -- of topic and callback
  topic TEXT NOT NULL,          -- the whole address, as it was subscribed to
  callback TEXT NOT NULL,
  host TEXT NOT NULL,           -- the callback's
  secret TEXT NOT NULL,         -- "" for none
  lease_until INTEGER NOT NULL,
  etag TEXT NOT NULL            -- of the representation that the subscriber has
);
CREATE INDEX push_subscription_host ON push_subscription (host);
CREATE INDEX push_subscription_lease ON push_subscription (lease_until);
CREATE TABLE push_hub_ask (     -- what was asked for within the last hour
  at INTEGER NOT NULL,
  host TEXT NOT NULL,
  subscription TEXT NOT NULL
);
CREATE INDEX push_hub_ask_at ON push_hub_ask (at);
`;
