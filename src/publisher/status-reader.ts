/** Where the status is read together from every department. */
import { compiled } from "#data";
import { toLeftOut } from "../documents/addresses.ts";
import type { Instant } from "../programme/instant.ts";
import type { PublishedProgramme } from "../programme/publication.ts";
import type { Departments } from "./departments.ts";
import { toStatus, type Status } from "./status.ts";

type LeftOut = ReturnType<typeof toLeftOut>;

export class StatusReader {
  readonly #departments: Departments;
  /** Once for each programme at an address: it takes as long as writing a calendar does. */
  #leftOut: { programme: PublishedProgramme; publicUrl: string; value: LeftOut } | null = null;

  constructor(departments: Departments) {
    this.#departments = departments;
  }

  read(now: Instant): Status {
    const { editions, config, intake, search, facts, push, storeVersion, rows } = this.#departments;
    const { programme, published, videos, vanished } = editions.current(now);
    return toStatus(
      {
        club: compiled.club.name,
        kind: config.kind,
        sources: intake.reports(),
        dataApi: intake.reportApi(now),
        programme,
        videos: videos.length,
        changedAt: published.changedAt,
        vanished: vanished.map(({ id }) => id),
        calendar: this.#toLeftOut(published),
        search: search.report(compiled.build, published),
        unwritten: facts.get("unwritten"),
        push: push.status(now),
        build: compiled.build,
        store: { version: storeVersion, setAside: rows.readSetAside() },
      },
      now,
    );
  }

  #toLeftOut(programme: PublishedProgramme): LeftOut {
    const publicUrl = this.#departments.editions.publicUrl();
    if (this.#leftOut?.programme !== programme || this.#leftOut.publicUrl !== publicUrl) {
      const value = toLeftOut({ club: compiled.club, programme, publicUrl });
      this.#leftOut = { programme, publicUrl, value };
    }
    return this.#leftOut.value;
  }
}
