/** A club in each language, with content in that language: names, description, titles, an abstract. */
import type { Publication, PublishedProgramme } from "../../src/programme/publication.ts";
import type { Session } from "../../src/programme/session.ts";
import {
  aClub,
  aNotice,
  aPublication,
  aPublishedSession,
  aPublishedVideo,
  aReplayedSession,
} from "./builders.ts";

interface Content {
  name: string;
  description: string;
  title: string;
  abstract: string;
  presenters: [string, string];
  tag: string;
  location: string;
  affiliation: string;
}

export const CONTENTS: Record<string, Content> = {
  de: {
    name: "Lesekreis Diskrete Diffusion",
    description: "Ein Lesekreis über Diffusionsmodelle, wöchentlich und frei zugänglich.",
    title: "Gleichverteiltes Rauschen neu betrachtet",
    abstract: "Wir zeigen, wann gleichverteiltes Rauschen genügt und wann nicht.",
    presenters: ["Jürgen Müller", "Anna Groß"],
    tag: "Theorie",
    location: "Großer Hörsaal",
    affiliation: "Universität Tübingen",
  },
  fr: {
    name: "Groupe de lecture Diffusion discrète",
    description: "Un groupe de lecture sur les modèles de diffusion, hebdomadaire et ouvert à tous.",
    title: "Le bruit uniforme revisité",
    abstract: "Nous montrons quand le bruit uniforme suffit, et quand il ne suffit pas.",
    presenters: ["Hélène Lefèvre", "François Dupré"],
    tag: "théorie",
    location: "Amphithéâtre Poincaré",
    affiliation: "École normale supérieure",
  },
  es: {
    name: "Grupo de lectura Difusión discreta",
    description: "Un grupo de lectura sobre modelos de difusión, semanal y abierto.",
    title: "El ruido uniforme, de nuevo",
    abstract: "Mostramos cuándo basta el ruido uniforme y cuándo no.",
    presenters: ["María Núñez", "José Ibáñez"],
    tag: "teoría",
    location: "Aula Magna",
    affiliation: "Universidad de Salamanca",
  },
  pt: {
    name: "Grupo de leitura Difusão discreta",
    description: "Um grupo de leitura sobre modelos de difusão, semanal e aberto.",
    title: "O ruído uniforme revisitado",
    abstract: "Mostramos quando o ruído uniforme basta e quando não basta.",
    presenters: ["João Gonçalves", "Inês Araújo"],
    tag: "teoria",
    location: "Sala das Sessões",
    affiliation: "Universidade de São Paulo",
  },
  ja: {
    name: "離散拡散モデル読書会",
    description: "離散拡散モデルの論文を毎週オンラインで読む会です。どなたでも参加できます。",
    title: "一様ノイズを見直す",
    abstract: "一様ノイズで十分な場合とそうでない場合を示します。",
    presenters: ["山田花子", "佐藤健"],
    tag: "理論",
    location: "第一講義室",
    affiliation: "東京大学",
  },
  "zh-Hans": {
    name: "离散扩散模型读书会",
    description: "每周在线研读离散扩散模型的论文，欢迎参加。",
    title: "重新审视均匀噪声",
    abstract: "我们说明均匀噪声何时足够，何时不够。",
    presenters: ["王小明", "李华"],
    tag: "理论",
    location: "第一报告厅",
    affiliation: "清华大学",
  },
  ko: {
    name: "이산 확산 모델 읽기 모임",
    description: "이산 확산 모델 논문을 매주 온라인으로 함께 읽습니다. 누구나 참여할 수 있습니다.",
    title: "균등 잡음 다시 보기",
    abstract: "균등 잡음으로 충분한 경우와 그렇지 않은 경우를 보입니다.",
    presenters: ["김민지", "박서준"],
    tag: "이론",
    location: "대강당",
    affiliation: "서울대학교",
  },
  ar: {
    name: "حلقة قراءة الانتشار المتقطع",
    description: "حلقة قراءة أسبوعية مفتوحة للجميع عن نماذج الانتشار المتقطع.",
    title: "نظرة جديدة إلى الضجيج المنتظم",
    abstract: "نبيّن متى يكفي الضجيج المنتظم ومتى لا يكفي.",
    presenters: ["ليلى حداد", "عمر المصري"],
    tag: "نظرية",
    location: "القاعة الكبرى",
    affiliation: "جامعة القاهرة",
  },
  he: {
    name: "חוג קריאה בדיפוזיה בדידה",
    description: "חוג קריאה שבועי ופתוח לכול על מודלי דיפוזיה בדידים.",
    title: "מבט נוסף על רעש אחיד",
    abstract: "אנו מראים מתי רעש אחיד מספיק ומתי לא.",
    presenters: ["נועה כהן", "יואב לוי"],
    tag: "תאוריה",
    location: "האולם הגדול",
    affiliation: "האוניברסיטה העברית",
  },
};

const DAY = 24 * 60 * 60_000;

/** A session of the club; `weeks` from the builders' Monday 15 June 2026. */
function toFields(content: Content, number: number, weeks: number): Partial<Session> {
  const startsAt = Date.UTC(2026, 5, 15, 17) + weeks * 7 * DAY;
  const [first, second] = content.presenters;
  return {
    id: `s${number}`,
    number,
    title: content.title,
    date: new Date(startsAt).toISOString().slice(0, 10),
    startsAt,
    endsAt: startsAt + 90 * 60_000,
    presenters: [{ name: first, affiliation: content.affiliation, x: "lesen" }, { name: second }],
    chair: [{ name: second }],
    papers: [
      { title: "Uniform Noise Revisited", arxiv: "2601.00001", url: "https://arxiv.org/abs/2601.00001" },
    ],
    tags: [content.tag],
    abstract: { html: `<p>${content.abstract}</p>`, text: content.abstract },
  };
}

/** Everything that words are said about: each status, each notice, talks, addresses, replays, another video. */
export function aClubIn(language: string, fields: Partial<Publication> = {}): Publication {
  const content = CONTENTS[language]!;
  const session = (number: number, weeks: number, more: Partial<Session> = {}) =>
    aPublishedSession({ ...toFields(content, number, weeks), ...more });
  const replayed = (number: number, weeks: number, more: Partial<Session> = {}) =>
    aReplayedSession(
      { ...toFields(content, number, weeks), ...more },
      { recording: { videoId: `videoAAAA${number}`, state: "replay" } },
    );
  const notice = (kind: "moved" | "cancelled" | "postponed" | "reinstated", number: number) =>
    aNotice({ kind, sessionId: `s${number}`, number, title: content.title });
  const programme: PublishedProgramme = {
    sessions: [
      replayed(17, -4, { otherReplays: [{ videoId: "vimeo.1", url: "https://vimeo.com/1" }] }),
      session(18, -3, { replay: "none" }),
      replayed(19, -2, {
        talks: [{ title: content.title, presenters: [{ name: content.presenters[0] }], papers: [] }],
      }),
      session(21, 0, {
        join: "https://meet.example/1",
        passcode: "84 62 77",
        stream: "https://vimeo.com/2",
        location: content.location,
        slides: "https://slides.example/1",
        code: "https://code.example/1",
        links: [{ title: content.title, url: "https://links.example/1" }],
      }),
      session(22, 1, { status: "tentative" }),
      session(23, 2, { status: "cancelled" }),
      session(24, 3, { status: "postponed" }),
      session(25, 4, { isAllDay: true }),
    ],
    standAloneVideos: [aPublishedVideo({ title: content.title, description: content.abstract })],
    notices: [
      notice("moved", 21),
      notice("cancelled", 23),
      notice("postponed", 24),
      notice("reinstated", 22),
    ],
    changedAt: Date.UTC(2026, 5, 5, 8),
  };
  const club = aClub({
    name: content.name,
    shortName: content.name,
    description: content.description,
    language,
  });
  return aPublication({ club, programme, ...fields });
}
