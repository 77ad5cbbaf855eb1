/** Rows of the table for people: the programme, year by year, and how to subscribe to it. */
import { findLeftOut } from "../formats/icalendar/calendar.ts";
import { toPagePolicy } from "../http/page-policy.ts";
import { toHomePage } from "../pages/home.tsx";
import { toSubscribePage } from "../pages/subscribe.tsx";
import { toYearPage } from "../pages/year.tsx";
import { YEAR_PAGE } from "../programme/address.ts";
import type { Document } from "./document.ts";
import { HTML } from "./header-fields.ts";
import { PAGE_PARAMETERS } from "./parameters.ts";

export const PROGRAMME_PAGES: readonly Document[] = [
  {
    name: "home",
    pattern: "/",
    parameters: [...PAGE_PARAMETERS, "year"],
    isForm: true,
    contentType: HTML,
    headers: toPagePolicy(),
    write: toHomePage,
    hasTurns: true,
    isPrepared: true,
    isListed: true,
    about: "people: the programme",
  },
  {
    name: "subscribe",
    pattern: "/subscribe",
    parameters: PAGE_PARAMETERS,
    isForm: true,
    contentType: HTML,
    headers: toPagePolicy(),
    write: (publication, selection, links) =>
      toSubscribePage(publication, selection, links, findLeftOut(publication, links.to("calendar")).years),
    isListed: true,
    about: "people: how to subscribe",
  },
  {
    name: "year",
    pattern: YEAR_PAGE,
    parameters: [],
    contentType: HTML,
    headers: toPagePolicy(),
    write: toYearPage,
    hasTurns: true,
    isListed: true,
    about: "people: the sessions of a year",
  },
];
