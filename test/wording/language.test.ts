import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findMessagesName, toLanguage } from "../../src/wording/language.ts";
import { messages as en } from "../../src/wording/messages/en.ts";
import { MESSAGES } from "../../src/wording/messages/table.ts";
import { EXPECTED, say } from "./by-language.ts";

const NAMES = Object.keys(MESSAGES);

test.each(Object.entries(EXPECTED))("%s says when and who as its readers do", (tag, expected) => {
  expect(say(tag)).toEqual(expected);
});

test.each([
  ["de", "de"],
  ["de-CH", "de"],
  ["pt-PT", "pt"],
  ["zh", "zh-Hans"],
  ["zh-CN", "zh-Hans"],
  ["zh-TW", null],
  ["ar-Latn", null],
  ["nl", null],
])("who reads %s reads the messages in %s", (tag, name) => {
  expect(findMessagesName(tag, NAMES)).toBe(name);
});

test.each([
  ["en", "ltr"],
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["fa", "rtl"],
  ["ja", "ltr"],
  ["az-Arab", "rtl"],
  ["az", "ltr"],
])("%s runs %s", (tag, direction) => {
  expect(toLanguage(tag).direction).toBe(direction);
});

test("a language without words of its own has the English ones, and its own dates", () => {
  const { words, locale, wordsLocale } = toLanguage("nl");
  expect([words === en, locale, wordsLocale]).toEqual([true, "nl", null]);
});

test("every file of messages is in the table, under its own name", () => {
  const files = readdirSync("src/wording/messages").map((file) => file.replace(".ts", ""));
  expect(files.filter((name) => name !== "table").toSorted()).toEqual(NAMES.toSorted());
});

type Node = string | ((...given: never[]) => string) | { [name: string]: Node };

/** Every text by its path; of functions what they make of "1", "2" and so on. */
function toTexts(node: Node, path = ""): [string, string][] {
  if (typeof node === "string") return [[path, node]];
  if (typeof node === "function") {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each takes texts and numbers, and puts them into a text
    const call = node as unknown as (...given: string[]) => string;
    return [[path, call("<1>", "<2>", "<3>", "<4>", "<5>")]];
  }
  return Object.entries(node).flatMap(([name, inner]) => toTexts(inner, `${path}.${name}`));
}

const toHoles = (text: string) => [...new Set(text.match(/\{\w+\}|<\d>/g))].toSorted();

describe.each(Object.entries(MESSAGES))("the messages in %s", (_name, messages) => {
  const texts = toTexts(messages);

  test("have a place for all that the English ones have a place for", () => {
    const wanted = toTexts(en).map(([path, text]) => [path, toHoles(text)]);
    expect(texts.map(([path, text]) => [path, toHoles(text)])).toEqual(wanted);
  });

  test("say something everywhere, in clean text", () => {
    expect(texts.filter(([, text]) => text.trim() === "" || /\s{2}|[\u2066-\u2069]/.test(text))).toEqual([]);
  });

  test("end an address in plain text with a space before anything else", () => {
    const { names, session } = messages;
    expect([session.withPasscode("1").at(0), names.beside.at(-1)]).toEqual([" ", " "]);
  });

  test("have labels that a parameter of a calendar holds unquoted (RFC 5545 3.1)", () => {
    const { join, liveStream } = messages.session;
    expect([join, liveStream].filter((label) => /[:;,"]/.test(label))).toEqual([]);
  });
});

const TRANSLATED = Object.entries(MESSAGES).filter(([name]) => name !== "en");

test.each(TRANSLATED)("the messages in %s are no English ones", (name, messages) => {
  const english = new Map(toTexts(en));
  const kept = toTexts(messages).filter(
    ([path, text]) => english.get(path) === text && /[a-z]{2}/.test(text),
  );
  expect(kept.map(([, text]) => text).toSorted()).toEqual(LOANED[name] ?? []);
});

/** Words that are the same there as in English. */
const LOANED: Record<string, string[]> = {
  de: ["App", "Code", "Links", "Links", "Papers", "Status"],
  fr: ["Code", "Programme"],
  pt: ["Links", "Links", "Slides"],
};
