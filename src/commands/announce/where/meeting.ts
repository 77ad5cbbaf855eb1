/** Sites on which people meet. */

/** Address of a meeting by its site, and not of its recording; without the flag "g", to be asked of a text. */
export const MEETING =
  /(?:^|[/.])(?:zoom\.us|zoom\.com|zoomgov\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|meet\.jit\.si|whereby\.com|gather\.town|bigbluebutton\.[a-z.]+|meeting\.tencent\.com|voovmeeting\.com|feishu\.cn)\/(?!rec\/)/i;
