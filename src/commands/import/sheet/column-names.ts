/** What the columns of sheets are called, in the languages of announcements: without spaces, the surest names first. */

const NAMES = {
  date: "date sessiondate talkdate meetingdate seminardate dateofsession dateoftalk datum fecha data datetime dateandtime datumenuhrzeit dateheure dateetheure fechayhora dataehora dataeora when wann quand cuando quando wanneer 日期 日付 日时 日時 时间日期 開催日 날짜",
  weekday:
    "weekday dayofweek dayoftheweek wochentag jourdelasemaine diadelasemana diadasemana giornodellasettimana weekdag day tag jour dia giorno dag 星期 曜日 요일",
  time: "time starttime start starts begin begins hour uhrzeit zeit beginn startzeit horaire horaires heure heuredebut heurededebut debut hora horario horainicio horadeinicio horadecomienzo inicio ora orario orainizio oradiinizio inizio tijd starttijd begintijd aanvang 时间 時間 時刻 开始时间 開始時間 開始時刻 開始 시간",
  end: "endtime end ends until ende endzeit endet fin heurefin heuredefin horafin horadefin horafim fim termino horadetermino fine orafine oradifine eind einde eindtijd 结束时间 結束時間 結束 終了 終了時刻 終了時間",
  duration:
    "duration length minutes mins durationmin durationminutes dauer lange minuten duree duracion duracao durata duur tijdsduur minuti minutos 时长 時長 所要時間 長さ",
  zone: "timezone tz zone zeitzone fuseau fuseauhoraire zonahoraria fusohorario fusoorario tijdzone 时区 時區 タイムゾーン",
  year: "year jahr annee ano anno jaar academicyear term semester quarter trimester trimestre semestre academicterm schoolyear studienjahr 年 年份 年度 学期",
  number:
    "no nr num number sessionno sessionnr sessionnumber sessionnum meetingno meetingnumber talkno talknumber seminarno nummer lfdnr laufendenummer sitzung sitzungsnummer numero n seancen numerodeseance seance sesion sesionn sessao sessaon sessione sessionen volgnummer session meeting episode ep 编号 序号 場次 场次 期数 回 回数 番号 회차",
  title:
    "title talktitle titleoftalk titleofthetalk presentationtitle sessiontitle seminartitle titel vortragstitel titelderpräsentation titre titreexpose titredelexpose titulo titulodelacharla titulodapalestra titolo talk topic theme subject presentation vortrag thema sujet theme expose tema charla palestra ponencia assunto argomento onderwerp lezing what was quoi 题目 標題 标题 主题 主題 报告题目 タイトル 題目 テーマ 演題 제목",
  presenters:
    "speaker speakers presenter presenters presentername presenternames speakername speakernames presentedby presenting speakerpresenter presenterspeaker invitedspeaker guestspeaker who name names lead leader discussionlead discussionleader discussant referent referentin referenten referentinnen vortragende vortragender vortragenden sprecher sprecherin redner rednerin orateur oratrice orateurs oratrices intervenant intervenants intervenante conferencier conferenciere presentateur presentatrice ponente ponentes orador oradora oradores expositor presentador presentadora apresentador apresentadora apresentadores palestrante palestrantes relatore relatrice relatori oratore spreker sprekers wer qui quien quem chi wie 主讲人 主讲 主講人 讲者 講者 报告人 報告人 演讲者 演讲人 发表者 発表者 講演者 登壇者 担当者 担当 발표자",
  firstName: "firstname givenname forename vorname prenom nombredepila primeironome voornaam",
  lastName:
    "lastname surname familyname nachname familienname nomdefamille apellido apellidos sobrenome cognome achternaam",
  affiliation:
    "affiliation affiliations speakeraffiliation presenteraffiliation institution institutions university organisation organization company employer zugehorigkeit institut universitat institute etablissement institucion afiliacion filiacion universidad instituicao afiliacao filiacao universidade affiliazione istituzione universita affiliatie instelling universiteit 单位 單位 工作单位 机构 機構 所属 所属機関 소속",
  paper:
    "papertitle paper papers article articles reading readings publication preprint papertopresent papersdiscussed artikel papier artigo articulo articolo literatur 论文 論文 文献 논문",
  paperUrl:
    "paperlink paperlinks paperurl linktopaper linktothepaper pdf pdflink papierlink lienarticle liendelarticle enlaceddelarticulo enlacearticulo linkdoartigo linkartigo 论文链接 論文リンク",
  arxiv: "arxivid arxiv arxivlink arxivurl arxivnumber",
  join: "zoomlink zoomurl zoom joinlink joinurl join meetinglink meetingurl meetlink googlemeetlink meet googlemeet teamslink teams videocall videoconference videoconferencia onlinelink virtuallink zugangslink einwahl zugang lienzoom lienvisio lienvisioconference liendeconnexion visio visioconference enlacezoom enlacedezoom enlacedeconexion linkzoom linkdozoom linkdoencontro linkdareuniao collegamentozoom meetinglinks webinar 会议链接 會議連結 会议地址 腾讯会议 接続先 zoomリンク 参加url 参加リンク",
  passcode:
    "passcode password pwd zoompasscode zoompassword meetingpasscode meetingpassword accesscode passwort kennwort kenncode zugangscode codedacces motdepasse code'd'acces contrasena clave clavedeacceso codigodeacceso senha codigodeacesso codicediaccesso codiceaccesso wachtwoord toegangscode 密码 密碼 会议密码 會議密碼 パスコード パスワード",
  location:
    "location room venue place where raum ort saal horsaal veranstaltungsort wo salle lieu ou sala lugar donde local aula luogo onde dove zaal lokaal locatie plaats waar 地点 地點 教室 会議室 会議 会場 場所 장소",
  replay:
    "recording recordings recordinglink recordingurl videorecording replay replaylink youtube youtubelink youtubeurl video videos videolink videourl linktorecording linktovideo aufzeichnung aufzeichnungen aufnahme mitschnitt enregistrement enregistrementvideo rediffusion lienvideo grabacion enlacegrabacion gravacao linkdagravacao registrazione opname 录像 錄影 录播 视频 回放 録画 録画リンク 動画 녹화",
  stream:
    "livestream stream livestreamlink streamlink streamingurl transmision transmissao direct live 直播 直播链接 ライブ配信",
  slides:
    "slides slide slidedeck slidelink slideslink slidesurl linktoslides linktotheslides talkslides presentationslides deck folien prasentation diapositives diapos transparents supports support diapositivas laminas diapositivos lucidi diapositive dias presentatieslides 幻灯片 投影片 课件 ppt スライド 発表資料 資料 슬라이드",
  code: "code codelink codeurl github githublink githuburl repo repository sourcecode linktocode quellcode codesource codigo codigofonte codice broncode notebook 代码 代碼 コード 코드",
  links:
    "links more further furtherlinks furtherreading morelinks morereading resources additionalresources materials material otherlinks references weiterelinks materialien webseite ressources liens autresliens siteweb recursos enlaces materiales masenlaces paginaweb materiais outroslinks risorse materiali altrilink bronnen materiaal 链接 其他链接 相关链接 资料 リンク 関連リンク 参考資料",
  link: "link url enlace lien collegamento verbinding website webpage page eventpage eventurl homepage webseite siteweb sitoweb paginaweb 链接 網址",
  chair:
    "chair sessionchair chairperson chairedby host hosts hostedby moderator moderators moderation moderatorin moderiertvon leitung sitzungsleitung gastgeber moderateur moderatrice animateur animatrice president presidente presidence moderador moderadora anfitrion mediador mediadora anfitriao moderatore moderatrice presidentedisessione voorzitter gastheer facilitator organiser organizer 主持人 主持 司会 司会者 座長 사회자",
  tags: "tags tag keywords keyword topics area areas category categories field subjectarea schlagworter schlagworte stichworter stichworte kategorie themen motscles motcle etiquettes categorie thematique palabrasclave etiquetas categoria categorias palavraschave marcadores parolechiave etichette trefwoorden labels 标签 標籤 关键词 關鍵詞 类别 キーワード タグ 分野 키워드",
  status:
    "status state sessionstatus stand etat statut estado situacao situacion stato 状态 狀態 ステータス 状態 상태",
  language:
    "language lang sessionlanguage talklanguage sprache vortragssprache langue idioma lengua lingua taal voertaal 语言 語言 言語 使用言語 언어",
  abstract:
    "abstract talkabstract summary description talkdescription zusammenfassung kurzfassung beschreibung inhalt resume resumen descripcion resumo descricao riassunto sommario descrizione samenvatting beschrijving 摘要 概要 简介 內容 内容 要旨 講演概要 초록",
} as const;

/** Beside the first there may be others of the kind: "Speaker 2", "Co-presenter". */
const FURTHER = /^(?:co|second|third|2nd|3rd)|(?<=\p{L})[1-4]$/gu;

export type Role = keyof typeof NAMES;
export const ROLES = Object.keys(NAMES).filter((name): name is Role => name in NAMES);

/** A name's role, and how sure it is: 0 is surest. */
export interface Named {
  role: Role;
  rank: number;
  /** "Speaker 2": further ones of a kind. */
  isFurther?: true;
}

/** "Speaker(s)" and "Présentateur :" without case, accents and signs. */
export function toColumnKey(cell: string): string {
  return cell
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/\((s|e|in|nen)\)/g, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const KNOWN = new Map<string, Named>();
for (const role of ROLES)
  NAMES[role].split(" ").forEach((name, rank) => {
    const key = toColumnKey(name);
    if (!KNOWN.has(key)) KNOWN.set(key, { role, rank });
  });

/** "Vortragende/r", "Orateur·rice", "Referent:in". */
const GENDERED =
  /(?<=\p{L})\s?[·•*:_/(-]-?(?:in(?:nen)?|r|e|es|s|n|nen|a|as|os|rice|trice|euse|ne|ère)\)?(?!\p{L})/giu;
/** "Start UTC". */
const ZONE = /[\s,/–-]+(?:(?:UTC|GMT)\S*|[A-Z]{1,4}T)\s*$/;
/** "Link to slides", "Slides URL": of what is nothing but an address. */
const LINK =
  /^(?:links?|urls?|liens?|enlaces?)(?:to|tothe|for|zu|zuden|zum|zur|vers|des|de|du|do|da|dos|al|a|alla|delle|naar)?|(?:links?|urls?)$/g;
const LINKED: readonly Role[] = ["slides", "code", "replay", "stream", "paper"];

/** What is longer names no column. */
const MAX_NAME_CHARACTERS = 80;

/** The role of a column by its name; null where it has none. */
export function toNamed(cell: string): Named | null {
  if (cell.length > MAX_NAME_CHARACTERS) return null;
  if (/^\s*#\s*$/.test(cell)) return { role: "number", rank: 0 };
  const bare = cell.replace(/\s*[([（【].*$/s, "").replace(ZONE, "");
  const forms = [cell, bare, cell.replace(GENDERED, ""), bare.replace(GENDERED, "")];
  const named = forms.map((form) => KNOWN.get(toColumnKey(form))).find((one) => one !== undefined);
  return named ?? toFurther(bare) ?? toLinked(bare) ?? toTwice(bare);
}

function toFurther(name: string): Named | null {
  const first = KNOWN.get(toColumnKey(name).replace(FURTHER, ""));
  return first?.role === "presenters" ? { ...first, isFurther: true } : null;
}

function toLinked(name: string): Named | null {
  const linked = KNOWN.get(toColumnKey(name).replace(LINK, ""));
  if (linked === undefined || !LINKED.includes(linked.role)) return null;
  return { role: linked.role === "paper" ? "paperUrl" : linked.role, rank: linked.rank };
}

/** "Titre / Title", "日期 Date": in two languages. */
function toTwice(name: string): Named | null {
  const parts = name.split(/\s*[/|&\n]\s*/);
  const roles = (parts.length > 1 ? parts : name.split(/\s+/)).map((part) => KNOWN.get(toColumnKey(part)));
  const [first] = roles;
  const isOne = roles.length > 1 && roles.every((one) => one?.role === first?.role);
  return isOne ? (first ?? null) : null;
}
