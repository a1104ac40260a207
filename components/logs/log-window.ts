import type { LogGap, StreamItem, StreamRecord } from "#server/logs/schema.ts";

/** One row of the viewer. `id` grows and is never used twice. */
export type LogRow = { readonly id: number } & (
  | { readonly kind: "record"; readonly record: StreamRecord }
  | { readonly kind: "gap"; readonly gap: LogGap }
  | { readonly kind: "came"; readonly at: string; readonly pod: string; readonly joined: boolean }
  | { readonly kind: "thinned"; readonly lines: number; readonly from: string; readonly to: string }
);

/**
 * How many rows the viewer holds, and by how many it shrinks when it has more. The places of all of them are worked out
 * anew when some come, many times a second: with fifty thousand, that alone kept the page from painting.
 */
const rowsMax = 20_000;
const shrinkBy = 4_000;
const moreLinesMax = 2_000;

/**
 * The rows of a viewer: append only, bounded, the oldest leave first. While held, what comes waits beside them, so that
 * nothing moves under the reader.
 */
export class LogWindow {
  #rows: LogRow[] = [];
  #waiting: LogRow[] = [];
  #nextId = 0;
  /** Rows that left because the window is bounded, or were never in it. */
  #left = 0;
  isHeld = false;

  get rows(): readonly LogRow[] {
    return this.#rows;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get left(): number {
    return this.#left;
  }

  add(item: StreamItem): void {
    const target = this.isHeld ? this.#waiting : this.#rows;
    if (item.type === "record") this.#addRecord(target, item);
    else if (item.type === "gap") target.push({ id: this.#nextId++, kind: "gap", gap: item });
    else if (item.type === "joined" || item.type === "left") {
      target.push({ id: this.#nextId++, kind: "came", at: item.at, pod: item.pod, joined: item.type === "joined" });
    } else if (item.type === "thinned") {
      target.push({ id: this.#nextId++, kind: "thinned", lines: item.lines, from: item.from, to: item.to });
    } else if (item.type === "earlier") this.#left += item.records;
  }

  /** Call after adding many: keeps the bound. */
  settle(): void {
    this.#rows = this.#bounded(this.#rows);
    this.#waiting = this.#bounded(this.#waiting);
  }

  /** Takes in what waits. */
  release(): void {
    this.isHeld = false;
    const rows = this.#rows.concat(this.#waiting);
    this.#waiting = [];
    this.#rows = this.#bounded(rows);
  }

  clear(): void {
    this.#rows = [];
    this.#waiting = [];
    this.#left = 0;
    this.isHeld = false;
  }

  /** Lines that follow a record which was already given out are put to it, where it is still at hand. */
  #addRecord(target: LogRow[], record: StreamRecord): void {
    const index = record.continues ? beginningOf(record, target) : -1;
    const row = target[index];
    if (row?.kind === "record" && (row.record.more?.length ?? 0) < moreLinesMax) {
      const more = [...(row.record.more ?? []), record.line, ...(record.more ?? [])];
      const last = record.last ?? { at: record.at, nth: record.nth };
      target[index] = { ...row, record: { ...row.record, more, last } };
      return;
    }
    target.push({ id: this.#nextId++, kind: "record", record });
  }

  #bounded(rows: LogRow[]): LogRow[] {
    if (rows.length <= rowsMax) return rows;
    const leaving = rows.length - rowsMax + shrinkBy;
    this.#left += leaving;
    return rows.slice(leaving);
  }
}

/** The newest row of the same container, among the last few hundred. */
function beginningOf({ pod, container }: StreamRecord, rows: readonly LogRow[]): number {
  for (let index = rows.length - 1; index >= Math.max(0, rows.length - 500); index--) {
    const row = rows[index];
    if (row?.kind === "record" && row.record.pod === pod && row.record.container === container) return index;
  }
  return -1;
}
