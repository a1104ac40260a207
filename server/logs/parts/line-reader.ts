import type { LineCursor } from "../../flink/log-records/line-cursor.ts";
import type { LogGap } from "../schema.ts";

/** Takes a container's log from one or many connections, each line once. */
export interface LineReader {
  /** The last line seen, where to go on. */
  readonly cursor: LineCursor | undefined;
  /** Set when the last line wanted has come. */
  readonly isPast: boolean;
  /** What the kubelet said instead of lines, since the last connection was opened. */
  readonly notice: string | undefined;
  /** Begins with the bytes of a new connection; what was cut off by the end of the last one comes again. */
  reopen(options: { readonly mustMeetCursor: boolean }): void;
  push(chunk: Uint8Array): void;
  /** The container itself has ended: its last line is whole even without a line end. */
  endOfRun(): void;
  /** Says what can't be had any more. */
  add(gap: LogGap): void;
}
