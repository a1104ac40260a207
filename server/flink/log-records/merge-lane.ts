/** What can be merged: things with a fixed-width RFC 3339 timestamp. */
export interface Timed {
  readonly at: string;
}

interface Batch<Item> {
  items: readonly Item[];
  next: number;
  readonly arrived: number;
}

/** One container's records on their way into a merge, oldest first. */
export class Lane<Item extends Timed, Source> {
  readonly source: Source;
  /** Decides between lanes whose heads have the same time. */
  readonly order: number;
  #batches: Batch<Item>[] = [];
  /** While true, others wait for this lane whenever it is empty: its history is still being read. */
  behind = true;
  ended = false;
  queued = 0;
  /** Time and arrival of the oldest record; "" and 0 when there is none. */
  headAt = "";
  headArrived = 0;

  constructor(source: Source, order: number) {
    this.source = source;
    this.order = order;
  }

  add(items: readonly Item[], arrived: number): void {
    if (items.length === 0) return;
    this.#batches.push({ items, next: 0, arrived });
    this.queued += items.length;
    if (this.queued === items.length) this.#look();
  }

  shift(): Item | undefined {
    const batch = this.#batches[0];
    const item = batch?.items[batch.next];
    if (batch === undefined || item === undefined) return undefined;
    this.queued--;
    if (++batch.next === batch.items.length) this.#batches.shift();
    this.#look();
    return item;
  }

  /** Leaves out the queued items that `drop` names. */
  thin(drop: (item: Item, source: Source) => boolean): void {
    for (const batch of this.#batches) {
      batch.items = batch.items.slice(batch.next).filter((item) => !drop(item, this.source));
      batch.next = 0;
    }
    this.#batches = this.#batches.filter((batch) => batch.items.length > 0);
    this.queued = this.#batches.reduce((sum, batch) => sum + batch.items.length, 0);
    this.#look();
  }

  #look(): void {
    const batch = this.#batches[0];
    this.headAt = batch?.items[batch.next]?.at ?? "";
    this.headArrived = batch?.arrived ?? 0;
  }
}
