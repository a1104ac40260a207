import { setTimeout as sleep } from "node:timers/promises";
import { isFailure } from "../../errors.ts";
import { type LineCursor, millisecondsOf, timestampOf } from "../../flink/log-records/line-cursor.ts";
import type { LogGap } from "../schema.ts";
import { ConnectionAge } from "./connection-age.ts";
import type { ContainerTarget } from "./container-target.ts";
import { readFirstTimestamp, timestampIn } from "./first-timestamp.ts";
import type { LineReader, NewConnection } from "./line-reader.ts";
import type { FollowListener, FollowOptions, LogSource } from "./log-source.ts";
import { readAhead } from "./read-ahead.ts";

const firstPauseMs = 300;
const lastPauseMs = 10_000;
const triesOfHistory = 6;
/** A container prints its first line at once; a later first line means that older ones are gone. */
const silentStartMs = 10_000;

/**
 * Reads a container's log into a reader until it prints nothing more, over dropped connections, refusals for too many
 * requests, and restarts. What can't be had any more becomes a gap. Throws only when the signal aborts.
 */
export async function followContainer(
  source: LogSource,
  reader: LineReader,
  options: FollowOptions,
  listener: FollowListener,
  signal: AbortSignal,
): Promise<void> {
  const follower = new Follower(source, reader, options, listener, signal);
  if (options.follow && !options.previous) await follower.follow();
  else await follower.readOnce(options.previous);
}

/** `doubted` was given up by us, because lines may be missing in it. */
type Outcome = "ended" | "dropped" | "gone" | "doubted";

class Follower {
  readonly #source: LogSource;
  readonly #reader: LineReader;
  readonly #options: FollowOptions;
  readonly #listener: FollowListener;
  readonly #signal: AbortSignal;
  #target: ContainerTarget;
  /** A cursor of an earlier run of the container is not found in the present one. */
  #mustMeetCursor = true;
  #missedBy: NewConnection["missedBy"] = "rotated";
  #pauseMs = firstPauseMs;
  #lastNotice = "";

  constructor(
    source: LogSource,
    reader: LineReader,
    options: FollowOptions,
    listener: FollowListener,
    signal: AbortSignal,
  ) {
    this.#source = source;
    this.#reader = reader;
    this.#options = options;
    this.#listener = listener;
    this.#signal = signal;
    this.#target = options.target;
  }

  async readOnce(previous: boolean): Promise<void> {
    if (previous || this.#target.state !== "waiting") await this.#readToEnd(previous);
  }

  async follow(): Promise<void> {
    await this.#crossRestartBefore();
    let goesOn = true;
    while (goesOn && !this.#reader.isPast) {
      const outcome = this.#target.state === "waiting" ? "dropped" : await this.#connect({ follow: true });
      this.#missedBy = outcome === "doubted" ? "too-fast" : "rotated";
      goesOn = outcome === "doubted" || (outcome !== "gone" && (await this.#comesMore(outcome)));
    }
  }

  /** Looks at the container after a connection has ended, and waits a while when it goes on as it was. */
  async #comesMore(outcome: Outcome): Promise<boolean> {
    if (this.#reader.isPast) return false;
    const now = await this.#look();
    if (now === undefined) this.#podIsGone(outcome);
    if (now === undefined) return false;
    if (now.restarts > this.#target.restarts) await this.#crossRestart(now);
    else if (now.state === "ended" && outcome === "ended") return false;
    else await this.#pause();
    this.#target = now;
    return true;
  }

  /** A run that has ended, or what there is of one. */
  async #readToEnd(previous: boolean): Promise<void> {
    for (let left = triesOfHistory; left > 0; left--) {
      const outcome = await this.#connect({ previous });
      if (outcome !== "dropped" || this.#reader.isPast) return;
      await this.#pause();
    }
    this.#addGap("kubelet", this.#reader.cursor?.at, "the log could not be read to its end");
  }

  /** One connection, from the cursor on, to its end. */
  async #connect(how: { follow?: boolean; previous?: boolean }): Promise<Outcome> {
    const { cursor } = this.#reader;
    try {
      await this.#read(how);
      return this.#reader.isInDoubt ? "doubted" : "ended";
    } catch (error) {
      if (this.#signal.aborted) throw error;
      this.#listener.unreachable();
      if (isFailure(error, "not-permitted")) {
        this.#addGap("refused", cursor?.at, "Kubernetes does not permit this log to be read");
        return "gone";
      }
      // A previous run that is not there is no gap: there may have been none.
      const isGone = isFailure(error, "not-found") || (how.previous && isFailure(error, "kubernetes-rejected"));
      return isGone ? "gone" : "dropped";
    }
  }

  async #read(how: { follow?: boolean; previous?: boolean }): Promise<void> {
    const reader = this.#reader;
    const { container } = this.#target;
    const { since, tailLines } = this.#options;
    const fromStart = reader.cursor === undefined && !how.previous;
    const sinceTime = reader.cursor?.at ?? since;
    const wantsTail = fromStart && tailLines !== undefined;
    if (fromStart && !wantsTail && since !== undefined) this.#tellLostStart(await this.#firstTimestamp(since));
    this.#listener.connecting();
    const left = new AbortController();
    const bytes = await this.#source.open(
      { container, ...how, ...(sinceTime !== undefined && { sinceTime }), ...(wantsTail && { tailLines }) },
      AbortSignal.any([this.#signal, left.signal]),
    );
    const age = new ConnectionAge();
    // Without following, one file is read to its end, whatever comes after it.
    const isHole = ({ at }: LineCursor) => how.follow === true && age.mayHaveMissed(at);
    reader.reopen({ mustMeetCursor: this.#mustMeetCursor, missedBy: this.#missedBy, isHole });
    await this.#listener.arrived(true);
    await this.#readAll(
      readAhead(bytes, () => left.abort()),
      age,
      fromStart && !wantsTail && since === undefined,
    );
    if (reader.notice !== undefined) this.#tellNotice(reader.notice);
  }

  async #readAll(bytes: AsyncIterable<Uint8Array>, age: ConnectionAge, fromStart: boolean): Promise<void> {
    const reader = this.#reader;
    let isFirst = fromStart;
    for await (const chunk of bytes) {
      if (isFirst) this.#tellLostStart(timestampIn(chunk));
      isFirst = false;
      reader.push(chunk);
      age.count(chunk.length);
      if (reader.cursor !== undefined) this.#mustMeetCursor = true;
      this.#pauseMs = firstPauseMs;
      const room = this.#listener.arrived(true);
      if (room !== undefined) await room;
      if (reader.isPast || reader.isInDoubt) return;
    }
    reader.endOfRun();
    await this.#listener.arrived(false);
  }

  /** The kubelet keeps a container's newest file only: says so when the log does not begin where the container did. */
  #tellLostStart(first: string | undefined): void {
    const { startedAt } = this.#target;
    if (startedAt === undefined || first === undefined) return;
    const started = timestampOf(new Date(startedAt));
    const { since } = this.#options;
    const from = since !== undefined && since > started ? since : started;
    if (millisecondsOf(first) - millisecondsOf(from) < silentStartMs) return;
    this.#addGap("rotated", from, "the kubelet keeps only the newest file of a log; what was before it is gone", first);
  }

  /** Where the kubelet's file begins; undefined when the container was started after `since` anyway. */
  async #firstTimestamp(since: string): Promise<string | undefined> {
    const { startedAt, container } = this.#target;
    if (startedAt !== undefined && timestampOf(new Date(startedAt)) > since) return undefined;
    return readFirstTimestamp(this.#source, container, this.#signal);
  }

  /** The last line seen may be one of an earlier run of the container. */
  async #crossRestartBefore(): Promise<void> {
    const { cursor } = this.#reader;
    const { startedAt, previousStartedAt, restarts } = this.#target;
    if (cursor === undefined || restarts === 0 || startedAt === undefined) return;
    // Times of containers are cut to the second.
    const isBefore = (started: string) => millisecondsOf(cursor.at) < Date.parse(started) + 1_000;
    if (!isBefore(startedAt)) return;
    if (previousStartedAt !== undefined && isBefore(previousStartedAt)) {
      const to = timestampOf(new Date(previousStartedAt));
      this.#addGap("not-watched", cursor.at, "runs of the container came and went meanwhile", to);
      this.#mustMeetCursor = false;
    }
    await this.#readToEnd(true);
    this.#mustMeetCursor = false;
  }

  /** The container was started anew: the end of its former run first, as the kubelet still has it. */
  async #crossRestart(now: ContainerTarget): Promise<void> {
    const missed = now.restarts - this.#target.restarts - 1;
    if (missed > 0) {
      const from = this.#reader.cursor?.at;
      this.#addGap("not-watched", from, `${missed} runs of the container came and went meanwhile`);
      this.#mustMeetCursor = false;
    }
    if (this.#reader.cursor !== undefined) await this.#readToEnd(true);
    this.#mustMeetCursor = false;
  }

  /** What a pod printed at its end was not seen when it went while the connection was down. */
  #podIsGone(outcome: Outcome): void {
    const from = this.#reader.cursor?.at;
    if (outcome !== "dropped" || from === undefined) return;
    this.#addGap("not-watched", from, "the pod was deleted while its log could not be read");
  }

  async #look(): Promise<ContainerTarget | undefined> {
    for (;;) {
      try {
        return await this.#source.look();
      } catch (error) {
        if (this.#signal.aborted) throw error;
        if (isFailure(error, "not-permitted")) return this.#target;
        await this.#pause();
      }
    }
  }

  async #pause(): Promise<void> {
    this.#listener.unreachable();
    await sleep(this.#pauseMs, undefined, { signal: this.#signal });
    this.#pauseMs = Math.min(lastPauseMs, this.#pauseMs * 2);
  }

  /** The same words of the kubelet, at each try, are one gap. */
  #tellNotice(notice: string): void {
    if (notice === this.#lastNotice) return;
    this.#lastNotice = notice;
    this.#addGap("kubelet", this.#reader.cursor?.at, notice);
  }

  #addGap(reason: LogGap["reason"], from: string | undefined, detail: string, until?: string): void {
    const { pod, container } = this.#target;
    const to = until ?? timestampOf(new Date());
    this.#reader.add({ type: "gap", at: from ?? to, pod, container, from: from ?? to, to, reason, detail });
  }
}
