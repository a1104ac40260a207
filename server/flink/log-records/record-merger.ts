import { Lane, type Timed } from "./merge-lane.ts";

/**
 * Merges the records of many containers by their time: a k-way merge while history is read, and with a short hold, in
 * which a slower lane may still bring an older record, once all are live.
 *
 * It has no clock: `now` is milliseconds of any clock that does not go back.
 */
export class RecordMerger<Item extends Timed, Source> {
  readonly #holdMs: number;
  readonly #lanes = new Set<Lane<Item, Source>>();
  /** A heap of the lanes that hold something, the one with the oldest head first. */
  #heap: Lane<Item, Source>[] = [];
  #opened = 0;

  constructor(holdMs: number) {
    this.#holdMs = holdMs;
  }

  /** A lane for one container; until it is `behind` no more, or has ended, the others wait for it. */
  open(source: Source): Lane<Item, Source> {
    const lane = new Lane<Item, Source>(source, this.#opened++);
    this.#lanes.add(lane);
    return lane;
  }

  push(lane: Lane<Item, Source>, items: readonly Item[], now: number): void {
    const wasEmpty = lane.queued === 0;
    lane.add(items, now);
    if (wasEmpty && lane.queued > 0) {
      this.#heap.push(lane);
      this.#rise(this.#heap.length - 1);
    }
  }

  /** The lane brings nothing more; what it holds is still merged. */
  end(lane: Lane<Item, Source>): void {
    lane.ended = true;
    if (lane.queued === 0) this.#lanes.delete(lane);
  }

  get queued(): number {
    let sum = 0;
    for (const lane of this.#lanes) sum += lane.queued;
    return sum;
  }

  thin(drop: (item: Item, source: Source) => boolean): void {
    for (const lane of this.#lanes) {
      lane.thin(drop);
      if (lane.ended && lane.queued === 0) this.#lanes.delete(lane);
    }
    this.#heap = [];
    for (const lane of this.#lanes) {
      if (lane.queued === 0) continue;
      this.#heap.push(lane);
      this.#rise(this.#heap.length - 1);
    }
  }

  /** Gives out what is due, at most `most` items in order of time, and answers how many. */
  take(now: number, most: number, give: (item: Item, source: Source) => void): number {
    let given = 0;
    let due = this.#dueBefore(now);
    while (given < most && due !== undefined) {
      const lane = this.#heap[0];
      if (lane === undefined || lane.headArrived > due) break;
      given += this.#takeRun(lane, due, most - given, give);
      if (lane.queued > 0) {
        this.#sink(0);
      } else {
        this.#leave(lane);
        due = this.#dueBefore(now);
      }
    }
    return given;
  }

  /** Milliseconds until something queued is due by its age alone; undefined when nothing is, or a lane is behind. */
  waitMs(now: number): number | undefined {
    const lane = this.#heap[0];
    const due = this.#dueBefore(now);
    return lane === undefined || due === undefined ? undefined : Math.max(0, lane.headArrived - due);
  }

  /** What arrived by then may go; undefined while a lane that is behind has nothing queued. */
  #dueBefore(now: number): number | undefined {
    if (this.#heap.length === this.#lanes.size) return Number.POSITIVE_INFINITY;
    for (const lane of this.#lanes) if (lane.queued === 0 && lane.behind) return undefined;
    return now - this.#holdMs;
  }

  /** As long as one lane has the oldest record there is nothing to reorder. */
  #takeRun(lane: Lane<Item, Source>, due: number, most: number, give: (item: Item, source: Source) => void): number {
    const left = this.#heap[1];
    const right = this.#heap[2];
    const rival = left === undefined || (right !== undefined && isBefore(right, left)) ? right : left;
    let given = 0;
    do {
      const item = lane.shift();
      if (item === undefined) break;
      give(item, lane.source);
      given++;
    } while (
      given < most &&
      lane.queued > 0 &&
      lane.headArrived <= due &&
      (rival === undefined || isBefore(lane, rival))
    );
    return given;
  }

  #leave(lane: Lane<Item, Source>): void {
    const last = this.#heap.pop();
    if (last !== undefined && last !== lane) {
      this.#heap[0] = last;
      this.#sink(0);
    }
    if (lane.ended) this.#lanes.delete(lane);
  }

  #rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfBefore(index, parent)) return;
      index = parent;
    }
  }

  #sink(from: number): void {
    let index = from;
    for (;;) {
      const left = this.#heap[2 * index + 1];
      const right = this.#heap[2 * index + 2];
      if (left === undefined) return;
      const child = right !== undefined && isBefore(right, left) ? 2 * index + 2 : 2 * index + 1;
      if (!this.#swapIfBefore(child, index)) return;
      index = child;
    }
  }

  #swapIfBefore(lower: number, upper: number): boolean {
    const a = this.#heap[lower];
    const b = this.#heap[upper];
    if (a === undefined || b === undefined || !isBefore(a, b)) return false;
    this.#heap[lower] = b;
    this.#heap[upper] = a;
    return true;
  }
}

function isBefore<Item extends Timed, Source>(a: Lane<Item, Source>, b: Lane<Item, Source>): boolean {
  const aAt = a.headAt;
  const bAt = b.headAt;
  return aAt < bAt || (aAt === bAt && a.order < b.order);
}
