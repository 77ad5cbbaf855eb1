/**
 * The script of the pages, joined from its parts. Every page works without it; it adds the visitor's own time, a
 * countdown, copy buttons, addresses that follow the form, what suits the device, stars, and the player in place. It asks nothing of any
 * other host until somebody presses play.
 *
 * Plain JavaScript as text, because the Worker serves it as it is. The parts share what {@link SHARED} and {@link OWN_TIME} have, and
 * nothing else.
 */
import { BUILDER } from "./script/builder.ts";
import { COUNTDOWN } from "./script/countdown.ts";
import { COPY } from "./script/copy.ts";
import { DEVICE } from "./script/device.ts";
import { OWN_TIME } from "./script/own-time.ts";
import { PLAYER } from "./script/player.ts";
import { SHARED } from "./script/shared.ts";
import { STARS } from "./script/stars.ts";
import { TIME } from "./script/time.ts";

const PARTS = [TIME, COUNTDOWN, STARS, DEVICE, COPY, BUILDER, PLAYER];

export const SCRIPT = `"use strict";
(() => {
${SHARED}${OWN_TIME}
${PARTS.map((part) => `{\n${part}}\n`).join("")}})();
`;
