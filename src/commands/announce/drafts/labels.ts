/** Labels that begin lines, "Title: …", "**Ponente:** …", "講演者：…", in the languages of announcements. */
import { splitLead } from "../lines/line.ts";
import { findZone } from "../when/zones.ts";

/** What a label can stand for. */
const LABEL_NAMES = [
  "title",
  "time",
  "zone",
  "abstract",
  "join",
  "passcode",
  "meetingId",
  "presenters",
  "affiliation",
  "paper",
  "location",
  "number",
  "slides",
  "code",
  "status",
  "other",
] as const;
export type LabelName = (typeof LABEL_NAMES)[number];

/** Without accents, in small letters; "(s)" and the like are taken off first. */
const WORDS: Readonly<Record<LabelName, string>> = {
  title:
    "title|charla|palestra|ponencia|lecture|vortrag|expose|talk title|session title|paper title|title of talk|talk|topic|what|titel|vortragstitel|thema|titre|sujet|titulo|tema|titolo|題目|題名|演題|講演題目|タイトル|题目|報告題目|报告题目|讲座题目|演讲题目|标题|標題|主题|제목",
  time: "date|time|when|day|datetime|start|starts|start time|starts at|date & time|date and time|time and date|date/time|time/date|date, time|termin|datum|zeit|uhrzeit|wann|beginn|datum und uhrzeit|datum & uhrzeit|heure|quand|horaire|date et heure|fecha|hora|cuando|horario|fecha y hora|data|quando|data e hora|data e horario|dia|ora|data e ora|tijd|wanneer|日時|日程|日付|時間|時刻|開始|開催日時|时间|時間|日期|报告时间|讲座时间|일시|when & where|when and where|when/where|time & place|time and place|date & location|wann und wo|ort und zeit|zeit und ort",
  zone: "time zone|timezone|zeitzone|fuseau horaire|zona horaria|fuso horario",
  abstract:
    "abstract|summary|description|about|about the talk|about the paper|about the session|talk abstract|tl;dr|tldr|zusammenfassung|kurzfassung|abstrakt|resume|resumen|resumo|riassunto|samenvatting|概要|要旨|講演概要|アブストラクト|摘要|报告摘要|内容摘要|초록",
  join: "meeting|zoom|meet|google meet|teams|join|joining|video|call|link|video call|meeting link|meeting url|meeting room|zoom link|zoom url|zoom room|zoom meeting|join zoom meeting|meet link|google meet link|teams link|join link|join us|join url|join here|joining link|joining info|video link|video call link|call link|link to join|connection|online link|virtual link|zoom-link|zugang|einwahl|lien|lien zoom|lien de connexion|visio|visioconference|enlace|enlace zoom|enlace de zoom|link de acesso|link do zoom|link zoom|collegamento|参加url|接続先|zoomリンク|会议链接|腾讯会议|线上链接|参会链接|腾讯会议链接",
  passcode:
    "passcode|password|pass code|pw|pwd|zoom passcode|zoom password|meeting passcode|meeting password|access code|passwort|kennwort|kenncode|code d'acces|mot de passe|contrasena|clave|senha|パスコード|パスワード|密码|会议密码",
  meetingId:
    "meeting id|webinar id|zoom id|zoom meeting id|id|meeting-id|ミーティングid|会议号|会议id|会议 id",
  presenters:
    "speaker|speakers|led by|discussion led by|discussion by|presentation by|talk by|given by|keynote|keynote speaker|lecturer|discussant|discussants|panelist|panelists|panellists|facilitator|vortrag von|es spricht|presenter|presenters|speaker name|speaker names|presented by|presenting|guest|guests|guest speaker|invited speaker|who|by|lead|discussion lead|discussion leader|vortragende|vortragender|vortragenden|referent|referentin|referenten|referentinnen|referent:in|referent*in|sprecher|sprecherin|redner|rednerin|orateur|oratrice|orateurs|oratrices|intervenant|intervenante|intervenants|conferencier|conferenciere|presentateur|ponente|ponentes|orador|oradora|expositor|expositora|conferencista|presenta|presentador|palestrante|palestrantes|apresentador|apresentadora|apresentacao|relatore|relatrice|relatori|spreker|sprekers|講演者|発表者|登壇者|講師|話者|スピーカー|报告人|主讲人|演讲人|演讲者|主讲|讲者|嘉宾|報告人|主講人|講者|발표자|연사",
  affiliation:
    "affiliation|affiliations|institution|university|organization|organisation|zugehorigkeit|afiliacion|institucion|filiacao|instituicao|affiliazione|所属|所属机构|单位|工作单位",
  paper:
    "paper|papers|paper 1|paper 2|paper 3|preprint|preprints|arxiv|read|reading|publication|paper link|paper links|paper url|arxiv link|preprint link|link to paper|link to the paper|article|artikel|papier|articulo|artigo|articolo|論文|论文",
  location:
    "location|room|venue|where|place|address|location/zoom|location & zoom|raum|ort|wo|horsaal|veranstaltungsort|lieu|salle|ou|lugar|aula|sala|donde|local|onde|luogo|dove|locatie|zaal|場所|会場|地点|地點|教室|报告地点|会议地点|讲座地点|장소",
  number: "session number|meeting number|session no|session no.|session #|session",
  slides: "slides|talk slides|slide deck|folien|diapositives|diapositivas|スライド",
  code: "code|github|repo|repository|source code|code link|quellcode|codigo",
  status: "status",
  other:
    "host|hosts|hosted by|faculty host|refreshments|food|lunch|snacks|catering|sponsor|sponsors|sponsored by|more info|more information|questions|add to calendar|social|level|audience|chair|session chair|organizer|organizers|organiser|organisers|moderator|moderators|moderation|author|authors|project|project page|website|webpage|homepage|speaker website|youtube|recording|recordings|replay|replays|contact|mailing list|calendar|discord|slack|twitter|ps|p.s.|tag|tags|keywords|series|seminar|event|format|channel|rsvp|register|registration|language|kontakt|contacto|contato|autoren|auteurs|auteur|autores|autor|langue|idioma|sprache|主办单位|主持人|联系人|司会|主催|言語",
};

const NAMES = new Map<string, LabelName>(
  LABEL_NAMES.flatMap((name) => WORDS[name].split("|").map((word) => [word, name] as const)),
);

export interface Label {
  name: LabelName;
  /** As written. */
  words: string;
  value: string;
  /** A title by its form alone. */
  isWeak?: boolean;
}

/** No label is longer; a sentence with a colon in it is. */
const LABEL =
  /^(?:#{1,6} +)?[-*_•> ]*\[?(\p{L}[\p{L}\p{M}\p{N} &/,;.()#:*'’-]{0,32}?)\]?\s*[*_]*\s*[:：]\s*[*_]*\s*(.*)$/u;
/** "Title - Sparse Orders", "Speaker   Ada Example": only words that are hardly anything else. */
const PARTED = /^[-*_•> ]*(\p{L}[\p{L} &/]{1,24}?)[*_]*(?:\s+[–—-]\s+|\s{2,})[*_]*(\S.*)$/u;
/** "### Abstract", "Speaker": the value is below. */
const ALONE = /^(?:#{1,6} +)?[-*_ ]*(\p{L}[\p{L}\p{M} &'’;]{1,24}?)[*_ ]*#*$/u;
const CLEAR: readonly LabelName[] = ["title", "presenters", "time", "abstract", "location", "affiliation"];

/** What is said of a person, whatever the words before it: "Speaker's short bio", "About the presenters". */
export const BIOGRAPHY =
  /^(?:(?:short|brief|author|speaker|presenter|guest)(?:['’]?s)? )*bio(?:graph(?:y|ies)|s)?(?: of .{2,30})?$|^about (?:the |our )?(?:speaker|presenter|author|guest)s?$|^(?:kurz)?biogra(?:fie|phie|fia)$|略歴|紹介|简介|簡介/i;
/** "RSVP by October 9". */
const REGISTRATION =
  /^(?:rsvp|register|registration|sign[ -]?up|anmeldung|inscription)(?: (?:by|until|before|at|link|form|here|bis|avant)(?: .*)?)?$/;

/** The label that begins a line, or null. */
export function parseLabel(text: string): Label | null {
  const { rest } = splitLead(text);
  const label = toLabel(LABEL.exec(rest));
  if (label !== null) return label;
  const clear = toLabel(PARTED.exec(rest) ?? ALONE.exec(rest));
  if (clear === null) return null;
  const isHeading = clear.value === "" && (/^#|^\*\*|^__/.test(rest) || isAboveLink(clear));
  return CLEAR.includes(clear.name) || isHeading || BIOGRAPHY.test(clear.words) ? clear : null;
}

/** "Join Zoom Meeting" and "Zoom link" alone stand above their address. */
function isAboveLink({ name, words }: Label): boolean {
  return name === "join" && /zoom|link|url/i.test(words);
}

/** The time with the zone that its label names. */
export function withZone(words: string, value: string): string {
  const zone = IN_BRACKETS.exec(words)?.[1] ?? "";
  return value !== "" && findZone(zone)?.length === zone.length ? `${value} (${zone})` : value;
}

/** "Time (CET)". */
const IN_BRACKETS = /\(([^()]+)\)\s*$/;

/** @param found the words and the value */
function toLabel(found: RegExpExecArray | null): Label | null {
  const [, words = "", value = ""] = found ?? [];
  const name = toName(words);
  // The colon of an address ends no label.
  if (name === null || value.startsWith("//")) return null;
  return { name, words: words.trim(), value: toValue(name === "time" ? withZone(words, value) : value) };
}

/** What a label's words stand for, whatever their case, accents and plural signs; null where they are none. */
export function toName(words: string): LabelName | null {
  const plain = words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/\((?:s|e|n|in|es|a|as|innen|en)\)|[*:_](?:in|innen|r)$/g, "")
    .replace(/\s*\((?:s\)|[^)]*\))?$/, "")
    .replace(/[\s*_]+/g, " ")
    .trim();
  return NAMES.get(plain) ?? (BIOGRAPHY.test(plain) || REGISTRATION.test(plain) ? "other" : null);
}

/** Emphasis that the label began, or that stands around the value, ends with it. */
function toValue(value: string): string {
  const bare = value.trim();
  const isOpen = (bare.match(/\*+/g)?.length ?? 0) % 2 === 1 || (bare.match(/_+/g)?.length ?? 0) % 2 === 1;
  return isOpen ? bare.replace(/[*_]+$/, "").trim() : bare;
}
