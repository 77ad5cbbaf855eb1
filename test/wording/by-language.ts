/** A session, a club's rhythm and the like in each language: in Node and in workerd the same, to the byte. */
import { toBeginning, toDateLine, toDuration } from "../../src/wording/dates.ts";
import { toNameList } from "../../src/wording/labels.ts";
import { toLanguage } from "../../src/wording/language.ts";
import { toRhythm } from "../../src/wording/rhythm.ts";
import { aClub, aSession } from "../support/builders.ts";

/** What a language makes of them. */
export function say(tag: string) {
  const language = toLanguage(tag);
  const session = aSession();
  const [startsAt, endsAt] = [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 2)];
  const toWhen = (fields: object) => toDateLine({ ...session, ...fields }, language);
  const weekly = (fields: object) => toRhythm(aClub({ language: tag, ...fields }));
  return {
    begins: toBeginning(toWhen({}), language),
    overMidnight: toWhen({ timeZone: "Asia/Kolkata" }),
    untimed: toWhen({ isAllDay: true }),
    overChange: toWhen({ timeZone: "Europe/London", startsAt, endsAt }),
    rhythms: [
      weekly({}),
      weekly({ everyWeeks: 1 }),
      weekly({ everyWeeks: 2 }),
      weekly({ everyWeeks: 3 }),
      weekly({ usual: { weekday: 6, start: "18:00", durationMinutes: 90 } }),
    ],
    names: toNameList(["Ada", "Grace", "Max"], language),
    alarms: [5, 30, 60, 120, 1440].map((minutes) =>
      language.words.subscribe.before(toDuration(minutes, language)),
    ),
  };
}

export const EXPECTED: Record<string, ReturnType<typeof say>> = {
  en: {
    begins: "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
    overMidnight: "Monday 15 June 2026, 22:30 – Tuesday 16 June 2026, 00:00 (Asia/Kolkata, UTC+05:30)",
    untimed: "Monday 15 June 2026, time to be announced (America/New_York)",
    overChange: "Sunday 25 October 2026, 01:30–02:00 (Europe/London, UTC+01:00, at the end UTC+00:00)",
    rhythms: [
      "on Mondays at 13:00 (America/New_York)",
      "every week on Mondays at 13:00 (America/New_York)",
      "every 2 weeks on Mondays at 13:00 (America/New_York)",
      "every 3 weeks on Mondays at 13:00 (America/New_York)",
      "on Saturdays at 18:00 (America/New_York)",
    ],
    names: "Ada, Grace and Max",
    alarms: ["5 minutes before", "30 minutes before", "1 hour before", "2 hours before", "1 day before"],
  },
  de: {
    begins: "Montag, 15. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00)",
    overMidnight:
      "Montag, 15. Juni 2026, 22:30 – Dienstag, 16. Juni 2026, 00:00 Uhr (Asia/Kolkata, UTC+05:30)",
    untimed: "Montag, 15. Juni 2026, Uhrzeit wird noch bekannt gegeben (America/New_York)",
    overChange: "Sonntag, 25. Oktober 2026, 01:30–02:00 Uhr (Europe/London, UTC+01:00, am Ende UTC+00:00)",
    rhythms: [
      "montags um 13:00 Uhr (America/New_York)",
      "jede Woche montags um 13:00 Uhr (America/New_York)",
      "alle 2 Wochen montags um 13:00 Uhr (America/New_York)",
      "alle 3 Wochen montags um 13:00 Uhr (America/New_York)",
      "samstags um 18:00 Uhr (America/New_York)",
    ],
    names: "Ada, Grace und Max",
    alarms: ["5 Minuten vorher", "30 Minuten vorher", "1 Stunde vorher", "2 Stunden vorher", "1 Tag vorher"],
  },
  fr: {
    begins: "Lundi 15 juin 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
    overMidnight: "lundi 15 juin 2026, 22:30 – mardi 16 juin 2026, 00:00 (Asia/Kolkata, UTC+05:30)",
    untimed: "lundi 15 juin 2026, horaire à confirmer (America/New_York)",
    overChange: "dimanche 25 octobre 2026, 01:30–02:00 (Europe/London, UTC+01:00, à la fin UTC+00:00)",
    rhythms: [
      "le lundi à 13:00 (America/New_York)",
      "chaque semaine, le lundi à 13:00 (America/New_York)",
      "toutes les 2 semaines, le lundi à 13:00 (America/New_York)",
      "toutes les 3 semaines, le lundi à 13:00 (America/New_York)",
      "le samedi à 18:00 (America/New_York)",
    ],
    names: "Ada, Grace et Max",
    alarms: ["5 minutes avant", "30 minutes avant", "1 heure avant", "2 heures avant", "1 jour avant"],
  },
  es: {
    begins: "Lunes, 15 de junio de 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
    overMidnight:
      "lunes, 15 de junio de 2026, 22:30 – martes, 16 de junio de 2026, 00:00 (Asia/Kolkata, UTC+05:30)",
    untimed: "lunes, 15 de junio de 2026, hora por anunciar (America/New_York)",
    overChange: "domingo, 25 de octubre de 2026, 01:30–02:00 (Europe/London, UTC+01:00, al final UTC+00:00)",
    rhythms: [
      "los lunes a las 13:00 (America/New_York)",
      "cada semana, los lunes a las 13:00 (America/New_York)",
      "cada 2 semanas, los lunes a las 13:00 (America/New_York)",
      "cada 3 semanas, los lunes a las 13:00 (America/New_York)",
      "los sábados a las 18:00 (America/New_York)",
    ],
    names: "Ada, Grace y Max",
    alarms: ["5 minutos antes", "30 minutos antes", "1 hora antes", "2 horas antes", "1 día antes"],
  },
  pt: {
    begins: "Segunda-feira, 15 de junho de 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
    overMidnight:
      "segunda-feira, 15 de junho de 2026, 22:30 – terça-feira, 16 de junho de 2026, 00:00 (Asia/Kolkata, UTC+05:30)",
    untimed: "segunda-feira, 15 de junho de 2026, horário a anunciar (America/New_York)",
    overChange: "domingo, 25 de outubro de 2026, 01:30–02:00 (Europe/London, UTC+01:00, no fim UTC+00:00)",
    rhythms: [
      "às segundas-feiras, às 13:00 (America/New_York)",
      "toda semana, às segundas-feiras, às 13:00 (America/New_York)",
      "a cada 2 semanas, às segundas-feiras, às 13:00 (America/New_York)",
      "a cada 3 semanas, às segundas-feiras, às 13:00 (America/New_York)",
      "aos sábados, às 18:00 (America/New_York)",
    ],
    names: "Ada, Grace e Max",
    alarms: ["5 minutos antes", "30 minutos antes", "1 hora antes", "2 horas antes", "1 dia antes"],
  },
  ja: {
    begins: "2026年6月15日月曜日 13:00～14:30（America/New_York, UTC−04:00）",
    overMidnight: "2026年6月15日月曜日 22:30～2026年6月16日火曜日 00:00（Asia/Kolkata, UTC+05:30）",
    untimed: "2026年6月15日月曜日 時刻未定（America/New_York）",
    overChange: "2026年10月25日日曜日 01:30～02:00（Europe/London, UTC+01:00、終了時はUTC+00:00）",
    rhythms: [
      "月曜日の13:00（America/New_York）",
      "毎週月曜日の13:00（America/New_York）",
      "2週間ごとの月曜日の13:00（America/New_York）",
      "3週間ごとの月曜日の13:00（America/New_York）",
      "土曜日の18:00（America/New_York）",
    ],
    names: "Ada、Grace、Max",
    alarms: ["5分前", "30分前", "1時間前", "2時間前", "1日前"],
  },
  "zh-Hans": {
    begins: "2026年6月15日星期一 13:00–14:30（America/New_York, UTC−04:00）",
    overMidnight: "2026年6月15日星期一 22:30 – 2026年6月16日星期二 00:00（Asia/Kolkata, UTC+05:30）",
    untimed: "2026年6月15日星期一 时间待定（America/New_York）",
    overChange: "2026年10月25日星期日 01:30–02:00（Europe/London, UTC+01:00，结束时为 UTC+00:00）",
    rhythms: [
      "星期一 13:00（America/New_York）",
      "每星期一 13:00（America/New_York）",
      "每 2 周的星期一 13:00（America/New_York）",
      "每 3 周的星期一 13:00（America/New_York）",
      "星期六 18:00（America/New_York）",
    ],
    names: "Ada、Grace和Max",
    alarms: ["提前5分钟", "提前30分钟", "提前1小时", "提前2小时", "提前1天"],
  },
  ko: {
    begins: "2026년 6월 15일 월요일 13:00~14:30 (America/New_York, UTC−04:00)",
    overMidnight: "2026년 6월 15일 월요일 22:30 ~ 2026년 6월 16일 화요일 00:00 (Asia/Kolkata, UTC+05:30)",
    untimed: "2026년 6월 15일 월요일, 시간 미정 (America/New_York)",
    overChange: "2026년 10월 25일 일요일 01:30~02:00 (Europe/London, UTC+01:00, 종료 시 UTC+00:00)",
    rhythms: [
      "월요일 13:00 (America/New_York)",
      "매주 월요일 13:00 (America/New_York)",
      "2주마다 월요일 13:00 (America/New_York)",
      "3주마다 월요일 13:00 (America/New_York)",
      "토요일 18:00 (America/New_York)",
    ],
    names: "Ada, Grace 및 Max",
    alarms: ["5분 전", "30분 전", "1시간 전", "2시간 전", "1일 전"],
  },
  ar: {
    begins: "الاثنين، 15 يونيو 2026، 13:00–14:30 (America/New_York, UTC−04:00)",
    overMidnight: "الاثنين، 15 يونيو 2026، 22:30 – الثلاثاء، 16 يونيو 2026، 00:00 (Asia/Kolkata, UTC+05:30)",
    untimed: "الاثنين، 15 يونيو 2026، يُعلن الوقت لاحقًا (America/New_York)",
    overChange: "الأحد، 25 أكتوبر 2026، 01:30–02:00 (Europe/London, UTC+01:00، وعند الانتهاء UTC+00:00)",
    rhythms: [
      "يوم الاثنين الساعة 13:00 (America/New_York)",
      "كل أسبوع يوم الاثنين الساعة 13:00 (America/New_York)",
      "كل أسبوعين يوم الاثنين الساعة 13:00 (America/New_York)",
      "كل 3 أسابيع يوم الاثنين الساعة 13:00 (America/New_York)",
      "يوم السبت الساعة 18:00 (America/New_York)",
    ],
    names: "Ada وGrace وMax",
    alarms: [
      "5 دقائق قبل الموعد",
      "30 دقيقة قبل الموعد",
      "ساعة قبل الموعد",
      "ساعتان قبل الموعد",
      "يوم قبل الموعد",
    ],
  },
  he: {
    begins: "יום שני, 15 ביוני 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
    overMidnight: "יום שני, 15 ביוני 2026, 22:30 – יום שלישי, 16 ביוני 2026, 00:00 (Asia/Kolkata, UTC+05:30)",
    untimed: "יום שני, 15 ביוני 2026, השעה תפורסם בהמשך (America/New_York)",
    overChange: "יום ראשון, 25 באוקטובר 2026, 01:30–02:00 (Europe/London, UTC+01:00, ובסיום UTC+00:00)",
    rhythms: [
      "בימי שני בשעה 13:00 (America/New_York)",
      "מדי שבוע בימי שני בשעה 13:00 (America/New_York)",
      "מדי שבועיים בימי שני בשעה 13:00 (America/New_York)",
      "מדי 3 שבועות בימי שני בשעה 13:00 (America/New_York)",
      "בימי שבת בשעה 18:00 (America/New_York)",
    ],
    names: "Ada, Grace ו-Max",
    alarms: ["5 דקות לפני", "30 דקות לפני", "שעה לפני", "שעתיים לפני", "יום לפני"],
  },
  nl: {
    begins: "Maandag 15 juni 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
    overMidnight: "maandag 15 juni 2026, 22:30 – dinsdag 16 juni 2026, 00:00 (Asia/Kolkata, UTC+05:30)",
    untimed: "maandag 15 juni 2026, time to be announced (America/New_York)",
    overChange: "zondag 25 oktober 2026, 01:30–02:00 (Europe/London, UTC+01:00, at the end UTC+00:00)",
    rhythms: [
      "on Mondays at 13:00 (America/New_York)",
      "every week on Mondays at 13:00 (America/New_York)",
      "every 2 weeks on Mondays at 13:00 (America/New_York)",
      "every 3 weeks on Mondays at 13:00 (America/New_York)",
      "on Saturdays at 18:00 (America/New_York)",
    ],
    names: "Ada, Grace en Max",
    alarms: ["5 minutes before", "30 minutes before", "1 hour before", "2 hours before", "1 day before"],
  },
};
