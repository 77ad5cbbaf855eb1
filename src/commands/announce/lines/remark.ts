/** What hosts say to their readers around what they announce: "Please register", "All are welcome", "Pizza will be served". */

/** Begins a paragraph of theirs, and hardly one of an abstract. */
const TO_READERS = new RegExp(
  "^\\W*(?:" +
    [
      "please|rsvp|register(?: (?:here|at|by|via|now))?(?:[:.]| https?:)|sign up|registration (?:is|link)",
      "join (?:us|zoom|the|here|via|by|with)|join:|zoom|meeting id|passcode|dial|one tap|add to calendar",
      "to (?:join|attend|register|rsvp|subscribe|participate|sign up|receive (?:the|future)|be added|get the (?:link|zoom))",
      "if you (?:(?:would|['’]d) like|want|wish|plan|are (?:interested|planning|joining)) (?:to (?:join|attend|meet|present|register|subscribe|be added|speak|talk|sign)|in (?:joining|attending|meeting|presenting))",
      "for (?:more|further|additional) (?:information|info|details)|for (?:any )?questions",
      "(?:this |the |our )?(?:talk|session|seminar|event|meeting|lecture|slides|recording|video|link)s? (?:will be|is|are) (?:also )?(?:recorded|live|live-?streamed|streamed|held|hybrid|in[- ]person|online|virtual|open to|free|followed by|on zoom|via zoom|broadcast|available|posted|shared|uploaded|sent)",
      "every(?:one|body) is|all are|all welcome|open to|no registration|free (?:entry|admission)",
      "(?:light |free )?(?:lunch|pizza|coffee|refreshments?|snacks|food|drinks|cookies|tea)(?![\\p{L}])",
      "we (?:will|['’]ll|are going to) (?:meet|serve|record|stream|provide|have (?:pizza|lunch|coffee|snacks))",
      "bring your|don['’]t (?:miss|forget)|hope to see|(?:we )?look(?:ing)? forward|see you",
      "anmeldung|alle (?:interessierten|sind)|um anmeldung|bitte|inscription|merci de|entrada libre|inscripción|por favor|todos (?:son|están|são|estão)|参加(?:登録|希望|申込)|欢迎|歡迎",
    ].join("|") +
    ")(?![\\p{L}])",
  "iu",
);
/** Longer ones say something of their own. */
const MAX_CHARACTERS = 400;

/** Whether a paragraph speaks to the readers of the post, and not of its subject. */
export function isToReaders(text: string): boolean {
  return text.length <= MAX_CHARACTERS && TO_READERS.test(text);
}
