/** The columns of a sheet, recognised by their names in several languages. */
import { fail, succeed, type Result } from "../../../programme/result.ts";

const NAMES = {
  date: "date day when datum tag fecha dia jour data sessiondate talkdate meetingdate dateofsession dateandtime datetime 日期 日付 时间日期",
  time: "time hour start starttime begin uhrzeit zeit beginn horaire horaires heure debut hora horario ora inizio 时间 時間 开始时间 開始",
  end: "end endtime until ende heurefin fin fim fine 结束时间 終了",
  zone: "timezone tz zone zeitzone fuseau fuseauhoraire zonahoraria fusohorario 时区",
  year: "year jahr annee ano anno 年 年份",
  number:
    "no nr num number session sessionno sessionnumber meeting meetingno nummer numero n seance sesion sessao 编号 序号 回",
  title:
    "title talk talktitle titleoftalk topic subject presentation sessiontitle seminartitle titel thema vortrag titre sujet expose titulo tema charla titolo 题目 标题 主题 タイトル テーマ",
  presenters:
    "speaker speakers presenter presenters presentername speakername presentedby presenting who name lead leader discussionleader referent referentin referenten vortragende vortragender vortragenden redner orateur oratrice orateurs intervenant intervenants intervenante presentateur ponente ponentes presentador presentadora palestrante relatore 主讲人 讲者 报告人 演讲者 发表者 発表者 講演者",
  affiliation:
    "affiliation affiliations speakeraffiliation institution university organisation organization company institut universitat institute etablissement institucion afiliacion instituicao afiliacao 单位 机构 所属",
  paper: "paper papers papertitle article reading publication artikel papier artigo articulo 论文 論文",
  paperUrl: "paperlink paperurl linktopaper pdf papierlink lien lienarticle 论文链接",
  arxiv: "arxiv arxivid arxivlink arxivurl",
  join: "zoom zoomlink join joinlink meetinglink meetingurl meet googlemeet teams teamslink videocall link visio webinar 会议链接 腾讯会议",
  location: "room location venue place where raum ort salle lieu sala lugar local aula 地点 教室 会場 場所",
  replay:
    "video videolink recording recordings recordinglink replay youtube youtubelink aufzeichnung aufnahme enregistrement rediffusion grabacion gravacao registrazione 录像 录播 视频 録画",
  abstract:
    "abstract summary description talkabstract zusammenfassung beschreibung resume resumen resumo riassunto descripcion 摘要 概要 简介",
  status: "status state stand etat estado 状态",
} as const;

export type Role = keyof typeof NAMES;
export const ROLES = Object.keys(NAMES).filter((name): name is Role => name in NAMES);

/** Which column holds what. */
export interface Columns {
  at: { [role in Role]?: number | undefined };
  /** The name of the column of dates says the order of day and month: "Date (dd/mm/yyyy)". */
  order: "day-first" | "month-first" | null;
  /** Names of columns that nothing is taken from. */
  unused: string[];
}

/** A row of names, or null where it is none: a sheet needs dates and titles. */
export function findColumns(cells: readonly string[], mapped: ReadonlyMap<Role, string>): Columns | null {
  const at: Columns["at"] = {};
  for (const [role, name] of mapped) {
    const index = cells.findIndex((cell) => toKey(cell) === toKey(name) && cell.trim() !== "");
    if (index === -1) return null;
    at[role] = index;
  }
  const taken = new Set(Object.values(at));
  cells.forEach((cell, index) => {
    const role = taken.has(index) ? undefined : toRole(cell);
    if (role !== undefined && at[role] === undefined) at[role] = index;
  });
  // A sheet of papers, or of starts with their days.
  at.title ??= at.paper;
  if (at.date === undefined) [at.date, at.time] = [at.time, undefined];
  if (at.title === undefined || at.date === undefined) return null;
  const used = new Set(Object.values(at));
  return {
    at,
    order: toOrder(cells[at.date] ?? ""),
    unused: cells.filter((cell, index) => cell.trim() !== "" && !used.has(index)).map((cell) => cell.trim()),
  };
}

/** "Date (dd/mm/yyyy)". */
function toOrder(name: string): Columns["order"] {
  if (/\bd{1,2}[/.-]m{1,2}\b/i.test(name)) return "day-first";
  return /\bm{1,2}[/.-]d{1,2}\b/i.test(name) ? "month-first" : null;
}

/** Read "title=Talk,date=When". */
export function parseMap(text: string): Result<Map<Role, string>, { reason: "bad_map"; message: string }> {
  const mapped = new Map<Role, string>();
  for (const part of text.split(",").filter((one) => one.trim() !== "")) {
    const [, name = "", column = ""] = /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(part) ?? [];
    const role = ROLES.find((known) => known === name);
    if (role === undefined)
      return fail({
        reason: "bad_map",
        message: `"${part}" is no FIELD=COLUMN, expected a field of ${ROLES.join(", ")}`,
      });
    mapped.set(role, column);
  }
  return succeed(mapped);
}

function toRole(cell: string): Role | undefined {
  if (/^\s*#\s*$/.test(cell)) return "number";
  const [whole, outside] = [toKey(cell), toKey(cell.replace(/[([].*$/, ""))];
  return ROLES.find((role) => NAMES[role].split(" ").some((name) => name === whole || name === outside));
}

/** "Speaker(s)" and "Présentateur :" without case, accents and signs. */
function toKey(cell: string): string {
  return cell
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/\((s|e|in|nen)\)/g, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
