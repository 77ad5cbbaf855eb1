/** Rooms as announcements name them. */

/** "Room 2.14", "the Turing Auditorium", "salle 3052". */
const WORD =
  /(?<![\p{L}])(?:room|rm\.?|hall|building|bldg\.?|auditorium|theat(?:er|re)|lounge|library|\d(?:st|nd|rd|th) floor|raum|hörsaal|saal|gebäude|salle|amphi(?:théâtre)?|bâtiment|sala|aula|edificio|edifício|auditório|zaal)(?![\p{L}])|教室|会議室|会议室|号館|楼/iu;
/** "Gates 104", "MIT 32-G449", "Soda 306", but no year and no "Session 24". */
const NUMBERED =
  /^(?!(?:Session|Talk|Week|Day|Part|Chapter|Level|Version|NeurIPS|ICLR|ICML|ACL|GPT|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[\p{L}]*\.?\s)(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?!(?:19|20)\d{2}$)(?:[A-Z]{0,2}\d{0,3}[-.]?[A-Z]?\d{1,4}[A-Za-z]?)$/u;

/** Words about a room that name none. */
const SAID_OF_ROOM =
  /(?<![\p{L}])(?:no|not|yet|changed?|booked|different|new|another|will|is|are|has|we|see|please|instead|tba|tbd)(?![\p{L}])/iu;

/** Whether words name a room by themselves. */
export function isRoom(text: string): boolean {
  const bare = text.replace(/^(?:in|at|@)\s+(?:the\s+)?/i, "").trim();
  return !SAID_OF_ROOM.test(bare) && (WORD.test(bare) || NUMBERED.test(bare));
}
