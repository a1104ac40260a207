import { lengthOf } from "../../flink/log-records/log-record.ts";
import type { Lane } from "../../flink/log-records/merge-lane.ts";
import type { RecordMerger } from "../../flink/log-records/record-merger.ts";
import type { ContainerReader } from "./container-reader.ts";
import { isRecord, type LaneItem } from "./lane-item.ts";
import type { FollowListener } from "./log-source.ts";
import type { RecordEncoder, ViewFormat } from "./record-encoder.ts";
import { Wakeup } from "./wakeup.ts";

/** What the lanes of a view share. */
export interface LaneHost {
  readonly format: ViewFormat;
  readonly merger: RecordMerger<LaneItem, ViewLane>;
  /** False where all is read to its end: then every record waits for its turn, however long that takes. */
  readonly isFollowing: boolean;
  /** Something may be due. */
  wake(): void;
  /** Counts characters in (or, negative, out) and tells whether there are too many. */
  hold(characters: number): boolean;
}

/** What one container may hold although there is no room left, so that the others never wait for it in vain. */
const heldOfLaneMax = 64 * 1024;

/** One container in a view, between its reader and the merge. */
export class ViewLane implements FollowListener {
  readonly pod: string;
  readonly container: string;
  readonly encode: RecordEncoder;
  readonly reader: ContainerReader;
  readonly lane: Lane<LaneItem, ViewLane>;
  readonly #host: LaneHost;
  readonly #room = new Wakeup();
  /** Characters on their way into the merge. */
  held = 0;
  /** When its newest bytes came. */
  heardAt = 0;
  /** Since when it waits for bytes; undefined while it is not connected, or itself the one that is waited for. */
  waitingSince: number | undefined;
  /** Since when it waits for a connection that was asked for. */
  connectingSince: number | undefined;
  isWaitingForRoom = false;

  constructor(host: LaneHost, pod: string, container: string, reader: ContainerReader) {
    this.#host = host;
    this.pod = pod;
    this.container = container;
    this.encode = host.format.record(pod, container);
    this.reader = reader;
    this.lane = host.merger.open(this);
  }

  connecting(): void {
    this.connectingSince = performance.now();
  }

  arrived(waiting: boolean): Promise<void> | undefined {
    const isFull = this.#push();
    this.waitingSince = waiting ? performance.now() : undefined;
    this.connectingSince = undefined;
    if (!isFull || this.held <= heldOfLaneMax) return undefined;
    return this.#waitForRoom();
  }

  unreachable(): void {
    this.#push();
    this.waitingSince = undefined;
    if (this.#host.isFollowing) this.lane.behind = false;
    this.#host.wake();
  }

  /** Gives out the record at hand although lines may still follow it. */
  flush(): void {
    this.reader.flush();
    this.#push();
  }

  end(): void {
    this.flush();
    this.#host.merger.end(this.lane);
    this.#host.wake();
  }

  /** Something was taken, or left out. */
  release(characters: number): void {
    this.held -= characters;
    this.#host.hold(-characters);
  }

  giveRoom(): void {
    this.#room.wake();
  }

  #push(): boolean {
    const items = this.reader.take();
    const now = performance.now();
    if (items.length > 0 || this.reader.holds) {
      this.heardAt = now;
      this.#host.wake();
    }
    if (items.length === 0) return this.#host.hold(0);
    let characters = 0;
    for (const item of items) characters += costOf(item);
    this.held += characters;
    this.#host.merger.push(this.lane, items, now);
    return this.#host.hold(characters);
  }

  async #waitForRoom(): Promise<void> {
    this.waitingSince = undefined;
    this.isWaitingForRoom = true;
    await this.#room.sleep();
    this.isWaitingForRoom = false;
    this.waitingSince = performance.now();
  }
}

export function costOf(item: LaneItem): number {
  return isRecord(item) ? lengthOf(item) : 300;
}
