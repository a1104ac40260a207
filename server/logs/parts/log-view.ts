import { timestampOf } from "../../flink/log-records/line-cursor.ts";
import type { ContainerReader } from "./container-reader.ts";
import { isRecord, type LaneItem } from "./lane-item.ts";
import { LogCounter } from "./log-counter.ts";
import type { ViewFormat } from "./record-encoder.ts";
import type { RecordFilter } from "./record-filter.ts";
import { RecordSelector } from "./record-selector.ts";
import type { ViewLane } from "./view-lane.ts";
import { type MergeTimes, ViewLanes } from "./view-lanes.ts";
import { ViewOutput } from "./view-output.ts";
import { Wakeup } from "./wakeup.ts";

export interface ViewOptions {
  readonly filter: RecordFilter | undefined;
  readonly contextRecords: number;
  readonly tail: number | undefined;
  /** How much of a timestamp names a span of the counts; undefined for no counts. */
  readonly countedSpan: number | undefined;
  readonly follow: boolean;
  readonly times: MergeTimes;
  readonly format: ViewFormat;
}

/** While history is read, and once it is. */
const countsEveryMs = 500;
const liveCountsEveryMs = 2_000;
const heartbeatMs = 15_000;
/** A reader that takes a chunk only after so long is slow: what waits for it is thinned. */
const slowMs = 150;
/** One chunk of the answer, roughly, and how long a smaller one may wait to grow while history is read. */
const chunkCharacters = 128 * 1024;
const growMs = 20;

/** Merges what the readers of many containers bring into one stream of text. */
export class LogView {
  readonly #options: ViewOptions;
  readonly #wakeup = new Wakeup();
  readonly #lanes: ViewLanes;
  readonly #output: ViewOutput;
  readonly #selector: RecordSelector<ViewLane>;
  readonly #counter: LogCounter | undefined;
  #countsDue = 0;
  #isLive = false;
  /** Set when no container is to come any more. */
  #isComplete = false;

  constructor(options: ViewOptions) {
    this.#options = options;
    this.#lanes = new ViewLanes(this.#wakeup, options.follow, options.times, options.format);
    this.#output = new ViewOutput(options.tail);
    this.#counter = options.countedSpan === undefined ? undefined : new LogCounter(options.countedSpan);
    this.#selector = new RecordSelector(options.filter, options.contextRecords, (record, lane, isContext) =>
      this.#output.add(lane.encode(record, isContext)),
    );
  }

  open(pod: string, container: string, reader: ContainerReader): ViewLane {
    return this.#lanes.open(pod, container, reader);
  }

  end(lane: ViewLane): void {
    this.#lanes.end(lane);
    this.#wakeup.wake();
  }

  get isLive(): boolean {
    return this.#isLive;
  }

  /** No container is to come any more: the view ends with those that it has. */
  complete(): void {
    this.#isComplete = true;
    this.#wakeup.wake();
  }

  /** The stream; ends with the signal, or when all containers have ended and none is to come. */
  async *chunks(signal: AbortSignal): AsyncGenerator<string> {
    signal.addEventListener("abort", () => this.#leave(), { once: true });
    let startedGrowing = performance.now();
    while (!signal.aborted) {
      const isEmpty = this.#fill();
      if (this.#isDue(isEmpty, startedGrowing)) {
        const given = performance.now();
        yield this.#output.take();
        startedGrowing = performance.now();
        this.#noteTaking(startedGrowing - given);
      } else if (isEmpty) {
        yield this.#options.format.item({ type: "end" });
        return;
      } else {
        const text = await this.#sleep();
        if (text !== undefined) yield text;
      }
    }
  }

  /** A small chunk may wait to grow while history is read. */
  #isDue(isEmpty: boolean, startedGrowing: number): boolean {
    if (this.#output.length === 0) return false;
    const mayGrow = !this.#isLive && !isEmpty && performance.now() - startedGrowing < growMs;
    return !mayGrow || this.#output.length >= chunkCharacters;
  }

  #leave(): void {
    this.#lanes.giveUp();
    this.#wakeup.wake();
  }

  #noteTaking(ms: number): void {
    if (ms > slowMs) this.#lanes.makeRoom();
  }

  /** Moves what is due into the output; true when nothing is to come. */
  #fill(): boolean {
    this.#lanes.tick();
    const thinned = this.#lanes.takeThinned();
    if (thinned !== undefined) this.#tell({ type: "thinned", at: thinned.from, ...thinned });
    while (this.#output.length < chunkCharacters && this.#lanes.take(1_000, this.#give) > 0);
    const isDrained = this.#output.length < chunkCharacters;
    const isEmpty = isDrained && this.#isComplete && this.#lanes.isEmpty;
    if (!this.#isLive && isDrained && (isEmpty || (this.#options.follow && this.#lanes.hasCaughtUp)))
      this.#endHistory();
    this.#tellCounts(isEmpty);
    return isEmpty;
  }

  readonly #give = (item: LaneItem, lane: ViewLane) => {
    if (!isRecord(item)) {
      this.#output.add(this.#options.format.item(item));
      return;
    }
    this.#counter?.add(item, lane);
    if (this.#selector.take(item, lane)) this.#counter?.addMatched();
  };

  #tell(item: object): void {
    this.#output.tell(this.#options.format.item(item));
  }

  #endHistory(): void {
    this.#isLive = true;
    this.#lanes.mayThin = this.#options.follow;
    const records = this.#output.endHistory();
    if (records > 0) this.#tell({ type: "earlier", records });
    if (this.#options.follow) this.#tell({ type: "live", at: timestampOf(new Date()) });
  }

  #tellCounts(atOnce: boolean): void {
    const now = performance.now();
    if (this.#counter === undefined || (now < this.#countsDue && !atOnce)) return;
    const counts = this.#counter.takeChanges();
    if (counts === undefined) return;
    this.#countsDue = now + (this.#isLive ? liveCountsEveryMs : countsEveryMs);
    this.#tell(counts);
  }

  /** Waits for something to be due. Answers a heartbeat when nothing came for long, so that a dead reader is noticed. */
  async #sleep(): Promise<string | undefined> {
    const wait = this.#lanes.waitMs();
    const grow = this.#output.length > 0 ? growMs : undefined;
    const counts = this.#counter?.hasChanges ? Math.max(5, this.#countsDue - performance.now()) : undefined;
    const waits = [wait, grow, counts].filter((ms) => ms !== undefined);
    const started = performance.now();
    await this.#wakeup.sleep(Math.min(heartbeatMs, ...waits));
    if (performance.now() - started < heartbeatMs - 100) return undefined;
    return this.#options.format.item({ type: "heartbeat", at: timestampOf(new Date()) });
  }
}
