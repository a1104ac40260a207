import { type LogCounts, type LogCursor, mainContainer, type StreamRecord } from "#server/logs/schema.ts";

type Place = Pick<LogCursor, "at" | "nth">;

const keyOf = ({ pod, container }: { readonly pod: string; readonly container?: string | undefined }) =>
  `${pod}/${container ?? mainContainer}`;

const isAfter = (one: Place, other: Place) => one.at > other.at || (one.at === other.at && one.nth > other.nth);

/**
 * Where a view stands in each container, so that a stream which breaks off goes on without repeating or losing.
 *
 * The next stream begins after what was counted, so that no count is lost; of what it repeats, records that were already
 * given out are dropped here.
 */
export class StreamCursors {
  readonly #given = new Map<string, LogCursor>();
  readonly #counted = new Map<string, LogCursor>();

  /** Answers whether the record is new. */
  take(record: StreamRecord): boolean {
    const key = keyOf(record);
    const given = this.#given.get(key);
    if (given !== undefined && !isAfter(record, given)) return false;
    const { pod, container } = record;
    this.#given.set(key, { pod, ...(container !== undefined && { container }), ...(record.last ?? placeOf(record)) });
    return true;
  }

  counted(counts: LogCounts): void {
    for (const cursor of counts.seen) this.#counted.set(keyOf(cursor), cursor);
  }

  /** What the next stream goes on after. */
  after(): LogCursor[] {
    return [...this.#counted.values()];
  }
}

const placeOf = ({ at, nth }: StreamRecord): Place => ({ at, nth });
