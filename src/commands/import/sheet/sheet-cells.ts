/** Single cells of a row: a number, a state, a length, a language, tags. What is not wholly understood is left over. */
import { sessionFields } from "../../../build/session-fields.ts";
import type { SessionStatus } from "../../../programme/session.ts";

/** What a cell says; `isRead` is false where it says something that is not understood. */
export interface ReadCell<T> {
  value: T | undefined;
  isRead: boolean;
}

const read = <T>(value: T): ReadCell<T> => ({ value, isRead: true });
const nothing: ReadCell<never> = { value: undefined, isRead: true };
const unread: ReadCell<never> = { value: undefined, isRead: false };
/** Cells that say nothing. */
export const NOTHING = /^(?:[-–—?.]+|tb[acd]|n\/?a|none|soon|coming soon|to follow|folgt)?$/i;

/** What is longer is a sentence. */
const MAX_WORD_CHARACTERS = 40;

/** "S12", "#12", "No. 12", "Session 12", "第12回". */
const NUMBER =
  /^(?:S|#|n[°ºo]\.?|nr\.?|num\.?|session|meeting|sitzung|treffen|s[ée]ance|sesi[óo]n|sess[ãa]o|sessione|incontro|bijeenkomst|sessie|第)?\s*#?\s*0*(\d{1,4})\s*(?:回|期|次|讲|講|場|场|\.)?$/iu;

export function readNumber(cell: string): ReadCell<number> {
  if (NOTHING.test(cell)) return nothing;
  const digits = NUMBER.exec(cell.normalize("NFKC"))?.[1];
  return digits === undefined ? unread : read(Number(digits));
}

const STATES: readonly [SessionStatus, RegExp][] = [
  [
    "cancelled",
    /^(?:cancel(?:l?ed)?|abgesagt|entf[äa]llt|ausgefallen|f[äa]llt aus|annul[ée]e?|cancelad[oa]|suspendid[oa]|annullat[oa]|cancellat[oa]|geannuleerd|afgelast|中止|キャンセル(?:済み?)?|(?:已)?取消)$/u,
  ],
  [
    "postponed",
    /^(?:postponed|verschoben|vertagt|report[ée]e?|aplazad[oa]|pospuest[oa]|adiad[oa]|rinviat[oa]|rimandat[oa]|posticipat[oa]|uitgesteld|verplaatst|延期|(?:已)?推迟)$/u,
  ],
  [
    "tentative",
    /^(?:tentative|to be confirmed|tbc|provisional|proposed|vorl[äa]ufig|unbest[äa]tigt|provisoire|[àa] confirmer|por confirmar|a confirmar|provis[óo]ri[oa]|provvisori[oa]|da confermare|voorlopig|onder voorbehoud|仮|調整中|暂定|暫定|待定|未定)$/u,
  ],
  [
    "scheduled",
    /^(?:scheduled|confirmed|done|held|past|over|ok|yes|completed?|finished|took place|upcoming|planned|open|public|geplant|best[äa]tigt|stattgefunden|gehalten|erledigt|fertig|findet statt|ok|pr[ée]vue?|confirm[ée]e?|pass[ée]e?|termin[ée]e?|r[ée]alis[ée]e?|effectu[ée]e?|planifi[ée]e?|programad[oa]|confirmad[oa]|realizad[oa]|celebrad[oa]|hech[oa]|finalizad[oa]|conclu[íi]d[oa]|agendad[oa]|feit[oa]|programmat[oa]|confermat[oa]|svolt[oa]|completat[oa]|conclus[oa]|gepland|bevestigd|gehouden|afgerond|geweest|予定|確定|実施済み?|開催済み?|済み?|終了|完了|计划|確認|确认|已确认|已完成|完成|已结束|结束|[✓✔✅x]\uFE0F?)$/u,
  ],
];

export function readStatus(cell: string): ReadCell<Exclude<SessionStatus, "scheduled">> {
  if (/^tbc$/i.test(cell)) return read("tentative");
  if (NOTHING.test(cell)) return nothing;
  const words = cell
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s.!]+$/, "");
  const status = STATES.find(([, pattern]) => pattern.test(words))?.[0];
  if (status === undefined) return unread;
  return status === "scheduled" ? nothing : read(status);
}

const HOURS =
  /^(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|hours?|std\.?|stunden?|heures?|horas?|or[ae]|uur|時間|小时|小時)\.?\s*(?:(?:und|and|et|y|e|en)\s*)?(?:(\d{1,2})\s*(?:m|min\.?|mins|minutes?|minuten|minutos|minuti|分|分钟|分鐘)?)?$/u;
const MINUTES = /^(\d{2,3})\s*(?:m|'|′|min\.?|mins|minutes?|minuten|minutos|minuti|分|分钟|分鐘|分間)?$/u;
const CLOCK = /^(\d{1,2}):(\d{2})(?::00)?$/;

/** Minutes of "90", "90 min", "1h30", "1.5 hours", "1:30". */
export function readDuration(cell: string): ReadCell<number> {
  if (NOTHING.test(cell)) return nothing;
  const minutes = cell.length > MAX_WORD_CHARACTERS ? null : toMinutes(cell.normalize("NFKC").toLowerCase());
  return minutes !== null && minutes > 0 && minutes <= MAX_MINUTES ? read(minutes) : unread;
}

function toMinutes(text: string): number | null {
  const only = MINUTES.exec(text)?.[1];
  if (only !== undefined) return Number(only);
  const [, hours, minutes = "0"] = CLOCK.exec(text) ?? HOURS.exec(text) ?? [];
  return hours === undefined ? null : Math.round(Number(hours.replace(",", ".")) * 60) + Number(minutes);
}

/** Nobody meets longer than a day. */
const MAX_MINUTES = 1_440;

/** Names of languages in the languages of sheets, to their tags. */
const LANGUAGES = new Map<string, string>();
const TAGS =
  "en de fr es pt it nl ja zh ko ru pl cs sv da no fi el tr uk hu ro ar he ca eu gl fa hi id vi th".split(
    " ",
  );
for (const locale of ["en", "de", "fr", "es", "pt", "it", "nl", "ja", "zh"]) {
  const names = new Intl.DisplayNames(locale, { type: "language" });
  for (const tag of TAGS) LANGUAGES.set((names.of(tag) ?? tag).toLowerCase(), tag);
}
for (const tag of TAGS)
  LANGUAGES.set((new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag).toLowerCase(), tag);

for (const [name, tag] of Object.entries({
  英文: "en",
  日文: "ja",
  法文: "fr",
  德文: "de",
  韩文: "ko",
  汉语: "zh",
}))
  LANGUAGES.set(name, tag);

/** "German", "deutsch", "de", "pt-BR" to a tag. */
export function readLanguage(cell: string): ReadCell<string> {
  if (NOTHING.test(cell)) return nothing;
  const named = LANGUAGES.get(cell.toLowerCase());
  if (named !== undefined) return read(named);
  const tag = /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/i.test(cell) ? cell.replace("_", "-") : "";
  const known = sessionFields.language.safeParse(tag);
  const isLanguage = known.success && known.data !== undefined && LANGUAGE_NAMES.of(tag) !== known.data;
  return isLanguage ? read(known.data) : unread;
}

const LANGUAGE_NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** "a, b; c" and "#a #b". */
export function readTags(cell: string): ReadCell<string[]> {
  if (NOTHING.test(cell)) return read([]);
  const parts = cell.split(/[,;、，；|\n]|\s(?=#)/).map((part) => part.trim().replace(/^#/, ""));
  const tags = [...new Set(parts.filter((part) => part !== ""))];
  return sessionFields.tags.safeParse(tags).success ? read(tags) : unread;
}
