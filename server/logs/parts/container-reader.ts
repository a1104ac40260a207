import { ContainerLines } from "../../flink/log-records/container-lines.ts";
import type { LineCursor } from "../../flink/log-records/line-cursor.ts";
import { LineFramer } from "../../flink/log-records/line-framer.ts";
import type { LogRecord } from "../../flink/log-records/log-record.ts";
import type { LineParser } from "../../flink/log-records/parsed-line.ts";
import { RecordGrouper } from "../../flink/log-records/record-grouper.ts";
import { type KeptGap, parseCut, parseGap } from "./kept/kept-line.ts";
import type { LaneItem } from "./lane-item.ts";
import { firstBytes, type LineReader, missedDetail, type NewConnection } from "./line-reader.ts";

/** Whose records they are. */
export interface RecordOrigin {
  readonly pod: string;
  readonly container: string;
}

export interface ReaderBounds {
  /** Lines before it are left out. */
  readonly since?: string | undefined;
  /** Reading ends with the first line after it. */
  readonly until?: string | undefined;
  /** The last line that was seen. */
  readonly after?: LineCursor | undefined;
}

/**
 * Turns the bytes of one container, from one or many connections, into records and gaps, each line once.
 */
export class ContainerReader implements LineReader {
  readonly #bounds: ReaderBounds;
  readonly #grouper: RecordGrouper;
  readonly #origin: RecordOrigin;
  #items: LaneItem[] = [];
  #lines: ContainerLines;
  #framer: LineFramer;
  #after: LineCursor | undefined;
  /** What was cut off the line that follows, in a kept log. */
  #cutBytes = 0;
  /** Set when the last line wanted has come. */
  isPast = false;
  /** What the kubelet said instead of lines, since the last connection was opened. */
  notice: string | undefined;

  constructor(parse: LineParser, bounds: ReaderBounds, origin: RecordOrigin) {
    this.#bounds = bounds;
    this.#origin = origin;
    this.#after = bounds.after;
    this.#grouper = new RecordGrouper(parse, (record: LogRecord) => this.#items.push(record));
    this.#lines = this.#newLines(firstBytes);
    this.#framer = this.#newFramer();
  }

  /** The last line seen, where to go on. */
  get cursor(): LineCursor | undefined {
    return this.#after;
  }

  /** Begins with the bytes of a new connection; what was cut off by the end of the last one comes again. */
  reopen(connection: NewConnection): void {
    this.notice = undefined;
    this.#lines = this.#newLines(connection);
    this.#framer = this.#newFramer();
  }

  get isInDoubt(): boolean {
    return this.#lines.isInDoubt;
  }

  push(chunk: Uint8Array): void {
    this.#framer.push(chunk);
    this.#after = this.#lines.cursor ?? this.#after;
  }

  /** The container itself has ended: its last line is whole even without a line end. */
  endOfRun(): void {
    this.#framer.end();
    this.#after = this.#lines.cursor ?? this.#after;
    this.#grouper.flush();
  }

  /** Gives out the newest record although lines may still follow it. */
  flush(): void {
    this.#grouper.flush();
  }

  /** Time of the newest line seen; "" before the first. */
  get newestAt(): string {
    return this.#after?.at ?? "";
  }

  get holds(): boolean {
    return this.#grouper.holds;
  }

  add(item: LaneItem): void {
    this.#grouper.flush();
    this.#items.push(item);
  }

  /** What has come since the last call. */
  take(): readonly LaneItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #newFramer(): LineFramer {
    return new LineFramer((line, cutBytes) => this.#lines.take(line, cutBytes));
  }

  #newLines({ mustMeetCursor, missedBy, isHole }: NewConnection): ContainerLines {
    const { since = "", until = "\uffff" } = this.#bounds;
    return new ContainerLines(
      {
        onLine: (at, nth, line, cutBytes) => {
          if (at > until) this.isPast = true;
          if (at >= since && !this.isPast) this.#grouper.line(at, nth, line, cutBytes + this.#cutBytes);
          this.#cutBytes = 0;
        },
        onNotice: (text) => this.#takeNotice(text),
        onGap: (after, at) => {
          const detail = missedDetail[missedBy];
          const gap = { type: "gap", ...this.#origin, from: after.at, to: at, reason: missedBy, detail } as const;
          if (mustMeetCursor) this.add({ ...gap, at: after.at });
        },
        isHole,
      },
      this.#after,
    );
  }

  /** A line of the kubelet's own, or of the console's own where the bytes are those of a kept log. */
  #takeNotice(text: string): void {
    const cutBytes = parseCut(text);
    const gap = parseGap(text);
    if (cutBytes !== undefined) this.#cutBytes = cutBytes;
    else if (gap !== undefined) this.#takeKeptGap(gap);
    else this.notice = text.slice(0, 500);
  }

  #takeKeptGap({ from, to, reason, detail }: KeptGap): void {
    const { since = "", until = "\uffff" } = this.#bounds;
    if (to < since || from > until) return;
    this.add({ type: "gap", at: from, ...this.#origin, from, to, reason, ...(detail !== undefined && { detail }) });
  }
}
