/** Dates without a year, below a heading that says one: where they turn back, the heading's year has ended. */
import { DAY } from "../../../programme/instant.ts";
import type { readDateCell } from "./sheet-dates.ts";

/** Between two terms of a year. */
const MAX_GAP_DAYS = 240;
/** Rows out of order by no more than that are in the same year. */
const MAX_BACK_DAYS = 60;

/** Given the dates in order, it says why one may be of another year than its heading; null where nothing speaks for that. */
export function createYearWatch(): (date: ReturnType<typeof readDateCell>) => string | null {
  let before: string | null = null;
  let direction = 0;
  let isOver = false;
  return (read) => {
    if (!read.ok) return null;
    const { date, isYearSaid } = read.value;
    const days = before === null ? 0 : (Date.parse(date) - Date.parse(before)) / DAY;
    const isBack = Math.abs(days) > MAX_GAP_DAYS || (days * direction < 0 && Math.abs(days) > MAX_BACK_DAYS);
    isOver = !isYearSaid && (isOver || isBack);
    if (isOver) return `says no year, and stands after ${before}, expected its year in its cell or a heading`;
    before = date;
    direction = Math.sign(days) || direction;
    return null;
  };
}
