import { millisecondsOf } from "../../flink/log-records/line-cursor.ts";
import { levelOf } from "../../flink/log-records/log-record.ts";
import { RecordMerger } from "../../flink/log-records/record-merger.ts";
import type { ContainerReader } from "./container-reader.ts";
import { isRecord, type LaneItem } from "./lane-item.ts";
import type { ViewFormat } from "./record-encoder.ts";
import { costOf, type LaneHost, ViewLane } from "./view-lane.ts";
import type { Wakeup } from "./wakeup.ts";

/** All in milliseconds. */
export interface MergeTimes {
  /** How long a live record waits for an older one of another pod, and for the lines that follow it. */
  readonly hold: number;
  /** A log that brings nothing for so long while its history is read has no more of it. */
  readonly quiet: number;
  /** How long the others wait for a connection: a node may be down. */
  readonly connecting: number;
  /** How long they wait for its first bytes. */
  readonly opening: number;
}

export const usualMergeTimes: MergeTimes = { hold: 80, quiet: 500, connecting: 4_000, opening: 1_000 };

/** A line that is not older is of now. */
const recentMs = 1_500;
/** A node's clock may be slow: after so long, a line from after the opening is taken for one of now. */
const patienceMs = 60_000;

/** What was left out because the reader of the view is too slow. */
export interface Thinned {
  readonly lines: number;
  readonly from: string;
  readonly to: string;
}

/**
 * Characters that wait to be merged: while history is read, before readers wait for room; once live, before records are
 * left out. History keeps its records short: what waits for long outlives the cheap part of the garbage collection, which
 * took a fifth of the time and half of the memory with four times as much.
 */
const heldOfHistoryMax = 2 * 1024 * 1024;
const heldOfLiveMax = 8 * 1024 * 1024;

/**
 * The containers of a view on their way into one order of time, within bounded memory.
 *
 * While history is read, readers wait for room. Once live, records other than errors are left out and counted instead:
 * a log that nobody reads is rotated away at the kubelet.
 */
export class ViewLanes implements LaneHost {
  readonly merger: RecordMerger<LaneItem, ViewLane>;
  readonly format: ViewFormat;
  readonly #times: MergeTimes;
  readonly #wakeup: Wakeup;
  readonly isFollowing: boolean;
  readonly #lanes = new Set<ViewLane>();
  readonly #opened = Date.now();
  #held = 0;
  #behindAt = performance.now();
  #thinned: Thinned | undefined;
  /** Set once history is given out: from then on a slow reader loses lines instead of holding them up. */
  mayThin = false;

  /** @param wakeup is woken when something may be due */
  constructor(wakeup: Wakeup, isFollowing: boolean, times: MergeTimes, format: ViewFormat) {
    this.merger = new RecordMerger(times.hold);
    this.#times = times;
    this.format = format;
    this.#wakeup = wakeup;
    this.isFollowing = isFollowing;
  }

  open(pod: string, container: string, reader: ContainerReader): ViewLane {
    const lane = new ViewLane(this, pod, container, reader);
    this.#lanes.add(lane);
    return lane;
  }

  end(lane: ViewLane): void {
    lane.end();
    this.#lanes.delete(lane);
  }

  /** Nobody takes any more: readers that wait for room look up, and find that they are to end. */
  giveUp(): void {
    for (const lane of this.#lanes) lane.giveRoom();
  }

  wake(): void {
    this.#wakeup.wake();
  }

  hold(characters: number): boolean {
    this.#held += characters;
    return this.#held > this.#heldMax;
  }

  /**
   * For a reader of the view who is slow: leaves out what waits, errors excepted, once that is much. A console that is slow
   * itself leaves nothing out; its readers wait for room.
   */
  makeRoom(): void {
    if (!this.mayThin || this.#held < this.#heldMax / 2) return;
    let { lines, from, to } = this.#thinned ?? { lines: 0, from: "\uffff", to: "" };
    this.merger.thin((item, lane) => {
      if (!isRecord(item) || isError(item)) return false;
      lines += 1 + item.more.length;
      if (item.at < from) from = item.at;
      if (item.at > to) to = item.at;
      lane.release(costOf(item));
      return true;
    });
    if (lines > 0) this.#thinned = { lines, from, to };
    this.#giveRoom();
  }

  /** What was left out since the last call. */
  takeThinned(): Thinned | undefined {
    const thinned = this.#thinned;
    this.#thinned = undefined;
    return thinned;
  }

  /** Gives out at most `most` items that are due, in order of time; answers how many. */
  take(most: number, give: (item: LaneItem, lane: ViewLane) => void): number {
    const taken = this.merger.take(performance.now(), most, (item, lane) => {
      lane.release(costOf(item));
      give(item, lane);
    });
    if (taken > 0) this.#giveRoom();
    return taken;
  }

  /** Notices which logs have caught up, and gives out records that no line has followed for a while. */
  tick(): void {
    const now = performance.now();
    for (const lane of this.#lanes) {
      if (lane.lane.behind && this.isFollowing && this.#hasCaughtUp(lane, now)) lane.lane.behind = false;
      if (!lane.lane.behind && lane.reader.holds && now - lane.heardAt >= this.#times.hold) lane.flush();
    }
    if (this.#isBehind()) this.#behindAt = now;
  }

  /** True once every log's history has been read and merged. */
  get hasCaughtUp(): boolean {
    // What came last is held twice: for lines that follow it, and for older records.
    return performance.now() - this.#behindAt > 2.5 * this.#times.hold;
  }

  get isEmpty(): boolean {
    return this.#lanes.size === 0 && this.merger.queued === 0;
  }

  /** Milliseconds until it is worth to look again without being woken; undefined when nothing is under way. */
  waitMs(): number | undefined {
    const waits: number[] = this.isFollowing && !this.hasCaughtUp ? [this.#times.hold] : [];
    for (const lane of this.#lanes) {
      if (lane.lane.behind) {
        if (this.isFollowing) waits.push(this.#times.quiet / 4);
      } else if (lane.reader.holds) waits.push(this.#times.hold / 4);
    }
    const due = this.merger.waitMs(performance.now());
    if (due !== undefined) waits.push(Math.max(due, 5));
    return waits.length === 0 ? undefined : Math.min(...waits);
  }

  #giveRoom(): void {
    const isRoomy = this.#held < this.#heldMax * 0.8;
    for (const lane of this.#lanes) {
      // A lane that has run empty is waited for by all others: it reads on whatever there is of room.
      if (lane.isWaitingForRoom && (isRoomy || lane.lane.queued === 0)) lane.giveRoom();
    }
  }

  get #heldMax(): number {
    return this.mayThin ? heldOfLiveMax : heldOfHistoryMax;
  }

  #isBehind(): boolean {
    for (const lane of this.#lanes) if (lane.lane.behind) return true;
    return false;
  }

  /** Of now, and not only of after the opening: what came while history was read is history too. */
  #isRecent(at: string): boolean {
    const ms = at === "" ? 0 : millisecondsOf(at);
    const now = Date.now();
    return ms > this.#opened && (now - ms < recentMs || now - this.#opened > patienceMs);
  }

  #hasCaughtUp(lane: ViewLane, now: number): boolean {
    if (this.#isRecent(lane.reader.newestAt)) return true;
    if (lane.connectingSince !== undefined) return now - lane.connectingSince > this.#times.connecting;
    if (lane.waitingSince === undefined) return false;
    return now - lane.waitingSince > (lane.heardAt > 0 ? this.#times.quiet : this.#times.opening);
  }
}

function isError(record: Parameters<typeof levelOf>[0]): boolean {
  const level = levelOf(record);
  return level === "ERROR" || level === "FATAL";
}
