/**
 * Arabic, with the digits of times and numbers everywhere. The mark of direction before a passcode keeps its groups of
 * digits in their order, and stands where nobody copies it along.
 */
import type { Messages } from "./en.ts";

const rules = new Intl.PluralRules("ar");

/** "أسبوعين", "3 أسابيع", "11 أسبوعًا", "100 أسبوع". */
function toCount(count: number, [two, few, many, other]: readonly [string, string, string, string]): string {
  const form = rules.select(count);
  if (form === "two") return two;
  if (form === "few") return `${count} ${few}`;
  return `${count} ${form === "many" ? many : other}`;
}

export const messages: Messages = {
  colon: ": ",
  dates: {
    timed: (day, times, zone) => `${day}، ${times} (${zone})`,
    untimed: (day, zone) => `${day}، يُعلن الوقت لاحقًا (${zone})`,
    span: (start, end) => `${start}–${end}`,
    overMidnight: (start, endDay, end) => `${start} – ${endDay}، ${end}`,
    zone: (name, offset) => `${name}, ${offset}`,
    offsets: (start, end) => `${start}، وعند الانتهاء ${end}`,
  },
  rhythm: (weekday, _day, time, zone, weeks) => {
    const day = `يوم ${weekday} الساعة ${time} (${zone})`;
    if (weeks === undefined) return day;
    if (weeks === 1) return `كل أسبوع ${day}`;
    return `كل ${toCount(weeks, ["أسبوعين", "أسابيع", "أسبوعًا", "أسبوع"])} ${day}`;
  },
  status: {
    tentative: { badge: "موعد مبدئي", sentence: "لم يُؤكَّد هذا الموعد بعد." },
    cancelled: { badge: "أُلغيت", sentence: "أُلغيت هذه الجلسة." },
    postponed: { badge: "أُجّلت", sentence: "أُجّلت هذه الجلسة." },
    moved: "تغيّر الموعد",
    wasMoved: (when) => `تغيّر موعد هذه الجلسة. الموعد السابق: ${when}.`,
    on: "جارية الآن",
    withReplay: "مع تسجيل",
  },
  names: {
    sessions: "الجلسات",
    replays: "التسجيلات",
    tagged: (tag) => `وسم ${tag}`,
    presentedBy: (name) => `تقديم ${name}`,
    about: (text) => `عن ${text}`,
    inYear: (year) => `عام ${year}`,
    between: "، ",
    beside: "، ",
    calendar: "التقويم",
  },
  session: {
    number: (number) => `الجلسة ${number}`,
    page: "صفحة الجلسة",
    presenters: () => "تقديم",
    chairs: () => "إدارة الجلسة",
    presentedBy: "تقديم",
    chairedBy: "إدارة الجلسة",
    summary: (when, names) => `${when}. تقديم: ${names}.`,
    abstract: "الملخص",
    talks: "العروض",
    by: (names) => `، تقديم ${names}`,
    papers: (count) => (count === 1 ? "الورقة البحثية" : "الأوراق البحثية"),
    slides: "شرائح العرض",
    code: "الشيفرة البرمجية",
    links: "روابط",
    addresses: (count) => (count === 1 ? "رابط" : "روابط"),
    tags: "الوسوم: {tags}",
    location: "المكان",
    join: "الانضمام",
    joinOnline: "الانضمام عبر الإنترنت",
    passcode: "رمز الدخول",
    withPasscode: (passcode) => ` (رمز الدخول:\u200e ${passcode})`,
    liveStream: "البث المباشر",
    watchLive: (site) => `مشاهدة البث المباشر على ${site}`,
    notRecorded: "لم تُسجَّل هذه الجلسة.",
    cite: "الاستشهاد بالجلسة (BibTeX)",
    transcript: "النص المكتوب",
    captions: "مأخوذ من الترجمة النصية للتسجيل، وقد لا يكون دقيقًا دائمًا.",
    asWebVtt: "بصيغة WebVTT",
    previous: "السابقة",
    next: "التالية",
    others: "جلسات أخرى",
  },
  replay: {
    label: "تسجيل",
    headings: (count) => (count === 1 ? "التسجيل" : "التسجيلات"),
    of: (title) => `تسجيل: ${title}`,
    play: "تشغيل التسجيل",
    watch: "مشاهدة",
    watchOn: (site) => `مشاهدة على ${site}`,
    chapters: "الفصول",
    privacy: (names) => `لا يُحمَّل المشغّل من ${names} إلا عند الضغط على التشغيل، ولا يُطلب منه شيء قبل ذلك.`,
  },
  notice: {
    moved: "تغيّر الموعد",
    cancelled: "أُلغيت",
    postponed: "أُجّلت",
    reinstated: "تُعقد في موعدها",
    before: (when) => `الموعد السابق: ${when}.`,
    isMoved: (when) => `الموعد الجديد: ${when}.`,
    isCancelled: (when) => `${when}: أُلغيت هذه الجلسة.`,
    isPostponed: (when) => `${when}: أُجّلت هذه الجلسة، وسيُعلن موعد جديد.`,
    isPostponedTo: (when) => `أُجّلت إلى: ${when}.`,
    isReinstated: (when) => `${when}: ستُعقد هذه الجلسة بعد أن أُلغيت أو أُجّلت.`,
  },
  event: {
    timeToBeAnnounced: "سيُعلن الوقت لاحقًا.",
    isNotRecorded: "لا تُسجَّل هذه الجلسة.",
    isPostponed: "أُجّلت هذه الجلسة، ولم يُحدَّد موعدها بعد.",
    isPostponedFrom: (when) => `أُجّلت هذه الجلسة، ولن تُعقد في موعدها: ${when}. سيُعلن موعد جديد.`,
    isPostponedTo: (when, was) => `أُجّلت هذه الجلسة. الموعد الجديد: ${when}. الموعد السابق: ${was}.`,
  },
  frame: {
    skip: "الانتقال إلى المحتوى",
    programme: "البرنامج",
    allFeeds: "جميع الخلاصات (OPML)",
    status: "حالة الخدمة",
    subscribe: "اشترك",
  },
  home: {
    sample: "التسجيلات في هذه الصفحة من قناة تجريبية.",
    next: "الجلسة القادمة",
    nothingAnnounced: "لم يُعلن عن أي جلسة حاليًا.",
    meets: (rhythm) => `تُعقد الجلسات عادةً ${rhythm}.`,
    subscribeAndSee: "اشترك لتصلك الجلسة القادمة تلقائيًا.",
    details: "التفاصيل والإضافة إلى التقويم",
    coming: "قريبًا",
    past: "ما سبق",
    leftOut: "لا يتسع التقويم لأقدم الجلسات، وهي في تقاويم سنواتها:",
    pastSessions: "الجلسات السابقة",
    nothingFits: "لا توجد جلسة سابقة تطابق هذا الاختيار.",
    nothingPast: "لا توجد جلسات سابقة بعد.",
    more: (shown, all) => `عرض ${shown} من أصل ${all} من الجلسات السابقة`,
    otherVideos: "مقاطع فيديو أخرى",
    sessions: "الجلسات",
    show: "عرض",
    everything: "عرض الكل",
  },
  choice: {
    show: "عرض",
    all: "الجلسات والتسجيلات",
    sessions: "الجلسات فقط",
    replays: "التسجيلات فقط",
    tag: "الوسم",
    allTags: "جميع الوسوم",
    presenter: "تقديم",
    allPresenters: "الجميع",
  },
  takePart: {
    file: "ملف ‎.ics",
    add: "الإضافة إلى التقويم",
    copy: "تُضاف بهذا نسخة لا تتغيّر بعد ذلك. الأفضل أن {subscribe} ليتحدّث تقويمك عند تغيّر موعد الجلسة.",
    subscribe: "تشترك",
  },
  subscribe: {
    title: "الاشتراك",
    lead: "تظهر الجلسات في تقويمك تلقائيًا. وإذا تغيّر موعد جلسة أو أُلغيت تحدّث تقويمك، ثم يُضاف التسجيل إلى الموعد بعد انتهائها.",
    inCalendar: "في تقويمك",
    address: "عنوان يصلح لأي تقويم",
    elsewhere: "في أي تطبيق آخر: انسخ العنوان وابحث عن «اشتراك» أو «من عنوان URL» أو «تقويم جديد من الشبكة».",
    inReader: "في قارئ الخلاصات",
    openIn: "الفتح في",
    narrow: "ما يهمّك فقط، أو مع تنبيه",
    alarm: "التنبيه (التقويم)",
    noAlarm: "بلا تنبيه",
    before: (duration) => `${duration} قبل الموعد`,
    withoutCancelled: "استبعاد الجلسات الملغاة (التقويم)",
    make: "إنشاء العناوين",
    copy: "نسخ",
    copyAddress: (label) => `نسخ: ${label}`,
  },
  search: {
    title: "بحث",
    description: (club) => `البحث في جلسات ${club}.`,
    field: "البحث في الجلسات والنصوص المكتوبة",
    placeholder: "البحث في الجلسات",
    lead: "يشمل البحث العناوين والمقدّمين والأوراق البحثية والملخصات وما قيل. علامات الاقتباس تُبقي الكلمات معًا.",
    found: (count) => {
      if (count === 0) return "لا توجد جلسات عن «{query}».";
      if (count === 1) return "جلسة واحدة عن «{query}».";
      return `${toCount(count, ["جلستان", "جلسات", "جلسةً", "جلسة"])} عن «{query}».`;
    },
    unfinished: "يجري إعداد الفهرس: قد تظهر نتائج أخرى خلال دقائق.",
    pages: "صفحات النتائج",
    page: (page, pages) => `الصفحة ${page} من ${pages}`,
    earlier: "النتائج السابقة",
    more: "مزيد من النتائج",
    follow: "ليصلك كل جديد",
  },
  freshness: {
    title: "متى يظهر لي التغيير؟",
    lead: "تلاحظ هذه الخدمة التغيير خلال دقائق، وبعد ذلك يتوقف الأمر على موعد استعلام تطبيقك من جديد:",
    app: "التطبيق",
    delay: "يستعلم من جديد بعد",
    google: "من 12 إلى 24 ساعة، ولا يمكن تسريع ذلك",
    apple: "حسب إعداد التقويم: من كل 5 دقائق إلى كل أسبوع",
    outlookName: "Outlook.com وMicrosoft 365",
    outlook: "نحو 3 ساعات، وقد تبلغ 24 ساعة أحيانًا",
    thunderbird: "حسب إعداد التقويم: كل 30 دقيقة ما لم يُغيَّر",
    readersName: "قارئات الخلاصات",
    readers: "ساعة تقريبًا",
    advice:
      "الاشتراك أفضل من التنزيل: فالملف المنزَّل نسخة من اليوم لا يصلها أي تغيير، وقد يؤدي استيراده مرة أخرى إلى تكرار جميع المواعيد. وإذا كانت الجلسة خلال الساعات القادمة فاعتمد على صفحتها لا على تقويمك.",
  },
  embed: {
    title: "في موقعك",
    lead: "سطر واحد من HTML يعرض البرنامج في أي مكان.",
    parameters: "يقبل معاملات الخلاصات، وكذلك {light} أو {dark}.",
    copyHtml: "نسخ HTML",
  },
  problem: {
    titles: {
      400: "طلب غير صالح",
      404: "الصفحة غير موجودة",
      405: "طريقة غير مسموح بها",
      503: "الخدمة غير متاحة",
    },
    advice: {
      400: "يطلب هذا العنوان شيئًا غير موجود هنا. النموذج في الصفحة الرئيسية ينشئ عناوين صالحة.",
      404: "لا توجد صفحة كهذه. ربما كُتب العنوان خطأً؛ فصفحة الجلسة تبقى دائمًا بعد الإعلان عنها.",
      503: "تتعذّر قراءة البرنامج حاليًا. تحتفظ الخلاصات والتقاويم بما لديها؛ يُرجى المحاولة بعد دقيقة.",
    },
    notAllowed: "{name}: القيمة {value} غير مسموح بها، والمتوقَّع {expected}",
    nothingAt: "لا يوجد شيء في {path}",
    nothingHere: "لا يوجد شيء في هذا العنوان",
    notPossible: "لا يمكن استخدام {method} هنا، بل {allow} فقط",
    tryAgain: (seconds) =>
      `تتعذّر قراءة البرنامج حاليًا، حاول بعد ${toCount(seconds, ["ثانيتين", "ثوانٍ", "ثانية", "ثانية"])}`,
    home: "إلى البرنامج",
  },
  script: {
    inYourTime: "بتوقيتك: {time} ({zone})",
    copied: "تم النسخ",
    changed: "تغيّرت العناوين أعلاه.",
  },
};
