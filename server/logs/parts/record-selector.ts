import type { LogRecord } from "../../flink/log-records/log-record.ts";
import type { RecordFilter } from "./record-filter.ts";

/** Gives out a record, and whether it is there only because it stands beside one that fits. */
export type GiveRecord<Source> = (record: LogRecord, source: Source, isContext: boolean) => void;

/**
 * Lets through what fits, with so many records before and after it. What continues a record goes the way of that record.
 */
export class RecordSelector<Source> {
  readonly #filter: RecordFilter | undefined;
  readonly #context: number;
  readonly #give: GiveRecord<Source>;
  #before: { record: LogRecord; source: Source }[] = [];
  #after = 0;
  readonly #passed = new Map<Source, boolean>();

  constructor(filter: RecordFilter | undefined, context: number, give: GiveRecord<Source>) {
    this.#filter = filter;
    this.#context = context;
    this.#give = give;
  }

  /** Answers whether the record fits. */
  take(record: LogRecord, source: Source): boolean {
    if (this.#filter === undefined) {
      this.#give(record, source, false);
      return true;
    }
    const fits = (record.continues && this.#passed.get(source) === true) || this.#filter(record);
    this.#passed.set(source, fits);
    if (fits) {
      for (const held of this.#before) this.#give(held.record, held.source, true);
      this.#before = [];
      this.#after = this.#context;
      this.#give(record, source, false);
    } else if (this.#after > 0) {
      this.#after--;
      this.#give(record, source, true);
    } else if (this.#context > 0) {
      this.#before.push({ record, source });
      if (this.#before.length > this.#context) this.#before.shift();
    }
    return fits;
  }
}
