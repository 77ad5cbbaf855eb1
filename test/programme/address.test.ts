import { expect, test } from "vitest";
import {
  toFeedTag,
  toHomeUrl,
  toNoticeTag,
  toSessionTag,
  toSessionUrl,
  toUid,
  toVideoTag,
} from "../../src/programme/address.ts";
import { WHOLE } from "../../src/programme/selection.ts";

const ORIGIN = "https://feeds.example.org";
const AUTHORITY = { uidDomain: "example.org", firstYear: 2025 };

test("addresses hang below the public origin", () => {
  expect([toHomeUrl(ORIGIN), toSessionUrl(ORIGIN, "s21")]).toEqual([
    "https://feeds.example.org/",
    "https://feeds.example.org/sessions/s21",
  ]);
});

test("ids are tag URIs of the club's domain and first year (RFC 4151), and UIDs are of its domain", () => {
  expect([
    toSessionTag(AUTHORITY, "s21"),
    toVideoTag(AUTHORITY, "a-b_C1d2e3f"),
    toNoticeTag(AUTHORITY, "s21", 3),
    toFeedTag(AUTHORITY, WHOLE),
    toFeedTag(AUTHORITY, { ...WHOLE, show: "replays", limit: 5 }),
    toUid(AUTHORITY, "s21"),
  ]).toEqual([
    "tag:example.org,2025:session/s21",
    "tag:example.org,2025:video/a-b_C1d2e3f",
    "tag:example.org,2025:session/s21/notice/3",
    "tag:example.org,2025:feed",
    "tag:example.org,2025:feed?show=replays&limit=5",
    "s21@example.org",
  ]);
});
