/** Words that say that a session does not take place as announced, or that something of it changed. */
import { splitLead } from "../lines/line.ts";

/** Begins a line about a session that does not take place as announced. */
export const CALLED_OFF =
  /^(?:[[(*_]*(?:(?:has been|is|was) )?(?:cancell?ed|postponed|called off|abgesagt|verschoben|entfällt|annulée?|reportée?|cancelad[oa]|aplazad[oa]|adiad[oa]|annullato|rinviato|sospes[oa]|suspendid[oa]|suspendu|geannuleerd|afgelast|取消|中止|延期|休講)[*_\])]*|no (?:session|meeting|reading group|talk|seminar)|we (?:won['’]t|will not|do not|don['’]t|are not) (?:meet|meeting))(?![\p{L}\p{N}])/iu;

/** In capitals a word alone says it wherever it stands, and so does one in brackets. */
const SHOUTED =
  /(?:^|[\s([{*_:–—-])(?:CANCELL?ED|POSTPONED|ABGESAGT|VERSCHOBEN|ANNULÉE?|REPORTÉE?|CANCELAD[OA]|APLAZAD[OA]|ADIAD[OA])(?![\p{L}\p{N}])|[([](?:cancell?ed|postponed)[)\]]/u;
/** "postponed to October 19", "moved to next week"; "moved to 3pm" changes the time alone. */
const TO_ANOTHER_DAY =
  /(?<![\p{L}])(?:postponed|rescheduled|moved|verschoben|reportée?|aplazad[oa]|adiad[oa]) (?:to|until|till|auf|au|à|al?|para) (?:(?:the|le|den|el)\s+)?(?:\d(?!\d?(?:[:.]\d\d)?\s?(?:[ap]\.?m|h\b|Uhr|ET\b))|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|next|another)/iu;
/** Sentences that nothing but a session is the subject of. */
const SAID = [
  /[(,;:–—|\p{Extended_Pictographic}\ufe0f-]\s*(?:cancell?ed|postponed|called off|abgesagt|verschoben|annulée?|reportée?|cancelad[oa]|aplazad[oa]|adiad[oa])(?:[)\].!\s\p{Extended_Pictographic}\ufe0f]*$|\s+(?:due|because|owing|until|wegen|en raison|por)(?![\p{L}]))/iu,
  /(?<![\p{L}])(?:session|talk|meeting|seminar|reading group|event|lecture)\s+(?:(?:has been|is|was|will be|on [^.]{3,40} is)\s+)?(?:cancell?ed|postponed|called off|rescheduled|suspended)(?![\p{L}])/u,
  /^\W*(?:(?:sorry|update|note|hi all|all)[,:]?\s+)?(?:this(?: one| week(?:['’]s \p{L}+)?)?|it) (?:(?:is|was) |has been |will be |had to be )(?:now |unfortunately |sadly )?(?:cancell?ed|postponed|called off|suspended)(?=[\s\p{P}]*$|[,.!;]|\s(?:due|because|until|sorry|as)(?![\p{L}]))/iu,
  /(?<![\p{L}])(?:will be|is|have|having) no (?:\p{L}+ )?(?:session|meeting|reading group|talk|seminar|journal club|class)(?![\p{L}])/iu,
  /(?<![\p{L}])(?:will|does|can|do|did|would)(?: not|n['’]t) (?:take place|happen)(?![\p{L}])|(?<![\p{L}])(?:won['’]t|cannot) (?:take place|happen)(?![\p{L}])/iu,
  /(?:muss|müssen) (?:leider )?(?:ausfallen|entfallen)|(?<![\p{L}])fällt (?:\p{L}+ ){0,2}aus(?![\p{L}])|(?<![\p{L}])findet (?:\p{L}+ ){0,2}nicht statt|(?<![\p{L}])entfällt(?![\p{L}])|(?:wurde|wird|ist) (?:leider )?(?:abgesagt|verschoben)(?![\p{L}])/iu,
  /(?:est|sera|a été|sont) (?:annulée?s?|reportée?s?)(?![\p{L}])|n['’]aura pas lieu/iu,
  /(?<![\p{L}])(?:se (?:cancela|suspende|aplaza)|(?:queda|fue|está|es|ha sido|foi|será) (?:cancelad[oa]|aplazad[oa]|suspendid[oa]|adiad[oa])|è stat[oa] (?:annullat[oa]|rinviat[oa]))(?![\p{L}])/iu,
  /(?:中止|延期|休講|休会)(?:になり|と(?:なり|させ)|します|いたします|です)|(?:讲座|会议|报告|活动|本次|已|被)(?:\p{Lo}{0,4})(?:取消|延期|改期)/u,
];

/** Whether words of an announcement say that it does not take place as announced. */
export function isCalledOff(text: string): boolean {
  const patterns = [SHOUTED, TO_ANOTHER_DAY, ...SAID];
  return CALLED_OFF.test(splitLead(text).rest) || patterns.some((pattern) => pattern.test(text));
}

/** @param quoted the words that call it off, in quotes */
export function toCalledOff(quoted: string): string {
  return `${quoted} calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file`;
}

const CORRECTION =
  /^\W*(?:update|correction|erratum|corrigendum|edit|nb|ps|p\.s\.|korrektur|änderung|rectificatif|corrección|correção|訂正|更正)(?:\s+\(?[\d/.-]+\)?)?\s*[:!–—-]|(?<![\p{L}])(?:instead of|instead|room change|time change|change of (?:room|time|venue|date|speaker)|new (?:room|time|link|venue)|(?:room|time|venue|link|speaker|title|date|location) (?:has |was |is )?changed|moved to|now (?:at|in|on)|replaces|in place of|unfortunately|(?:later|earlier) than usual|minutes (?:later|earlier)|starts? (?:later|earlier)|is (?:ill|sick|unwell)|statt(?: um| in)?|au lieu d|en lugar de|em vez d)(?![\p{L}])/iu;

/** "Counting Sheep is postponed", "Counting Sheep abgesagt": words at the end of a title that are hardly of it. */
const AT_END =
  /(?<![\p{L}])(?:cancell?ed|postponed|rescheduled|called off|abgesagt|verschoben|entfällt|annulée?|reportée?|cancelad[oa]|aplazad[oa]|adiad[oa]|annullato|rinviato|geannuleerd)[\s\p{P}\p{Extended_Pictographic}]*$|(?:取消|中止|延期|休講|취소|연기)$/iu;

/** Whether a title ends as if it did not take place. */
export function endsCalledOff(title: string): boolean {
  return AT_END.test(title);
}

/** Whether words beside an announcement may change what it says. */
export function isCorrection(text: string): boolean {
  return (
    CORRECTION.test(text) ||
    ANOTHER.test(text) ||
    (!OF_READERS.test(text) && (CHANGED.test(text) || PERHAPS_CALLED_OFF.test(text)))
  );
}

/** "If you can't make it", "those who cannot attend": readers may, and nothing changes. */
export const OF_READERS =
  /^\W*(?:if|in case|should you|to cancel)(?![\p{L}])|(?<![\p{L}])(?:you|your|those|anyone|anybody|people|who)(?: \p{L}+)? (?:can|can['’]t|cannot|unable|no longer|wish|want|need|are|cancel)(?![\p{L}])/iu;

/** Who stands in for whom, and what is otherwise now. */
const CHANGED =
  /(?<![\p{L}])(?:(?:is|are|will be) now|(?:step(?:s|ping)?|fill(?:s|ing)?|stand(?:s|ing)?|jump(?:s|ing)?) in for|subbing for|takes? over|taking over|will replace|replaced by|swap(?:s|ped|ping)?|switch(?:ed|ing)? (?:to|with|from)|mov(?:ed?|es|ing) (?:from|to|up|back)|brought forward|no longer|mistake|typo|wrong|not as announced|(?:can['’]t|cannot|can not|(?:is|are|be) (?:not )?(?:un)?able to|won['’]t be able to) (?:make|come|present|give|attend|join)|vertritt|springt ein|einspringen|remplacera?|sustituye|substitui)(?![\p{L}])/iu;
/** Any word for it in any language: where it stands beside an announcement, the announcement may hold no more. */
const PERHAPS_CALLED_OFF =
  /(?<![\p{L}])(?:cancel(?:l?ed|l?ing|lation)?|call(?:ing|ed)? (?:it |this |the \p{L}+ )?off|postpon(?:e|ed|ing|ement)|reschedul(?:e|ed|ing)|suspend(?:ed|u|ue|id[oa])?|put off|on hold|rain ?check|hiatus|had to (?:withdraw|cancel|drop)|withdr[ae]wn?|(?:sadly|is|are|week|today|session|meeting|talk|seminar) off|delayed|skip(?:ped|ping)?|scrapped|won['’]t (?:meet|happen|be)|abgesagt|absage|verschoben|verlegt|aufgeschoben|verschieben|entfällt|entfallen|ausfallen|ausgefallen|fällt|annul(?:ée?s?|ation|er)|reporté?e?s?|décalée?|supprimée?|cancelad[oa]|cancelación|cancelamento|aplazad[oa]|pospuest[oa]|(?:se )?pospone|remarcad[oa]|adiad[oa]|adiamento|annullat[oa]|rinviat[oa]|sospes[oa]|posticipat[oa]|geannuleerd|afgelast|uitgesteld|vervalt|gaat niet door|avlyst|inställt|odwołan[ey])(?![\p{L}])|取消|中止|延期|休講|休会|改期|推迟|推遲|暂停|취소|연기|휴강/iu;

/** "Talk 2: …", "1:45pm  Ada Example (MIT): …": the session has more than was read. */
const ANOTHER =
  /^\W*(?:(?:talk|speaker|presentation|paper|part|vortrag)\s*#?\d\s*[:.–—|-]|(?:second|third|next) (?:talk|speaker|paper)|\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?\s*(?:[:–—|-]|\s\s|\p{Lu}))/iu;
