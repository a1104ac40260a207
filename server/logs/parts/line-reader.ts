import type { LineCursor } from "../../flink/log-records/line-cursor.ts";
import type { LogGap } from "../schema.ts";

/** What a reader must know of a connection before its bytes come. */
export interface NewConnection {
  /** The last line seen is in it; where it is not, lines are missing. */
  readonly mustMeetCursor: boolean;
  /** Why they are missing then. */
  readonly missedBy: "rotated" | "too-fast";
  /** Whether lines may be missing after this one, which was printed long before the next one. */
  readonly isHole: (before: LineCursor) => boolean;
}

/** Before any connection: bytes of a file that is read to its end. */
export const firstBytes: NewConnection = { mustMeetCursor: true, missedBy: "rotated", isHole: () => false };

/** What a gap says when the last line seen is not met again. */
export const missedDetail: Record<NewConnection["missedBy"], string> = {
  rotated: "the kubelet began a new file before the rest of the former one was read",
  "too-fast": "it was written faster than it was read: whole files came and went meanwhile",
};

/** Takes a container's log from one or many connections, each line once. */
export interface LineReader {
  /** The last line seen, where to go on. */
  readonly cursor: LineCursor | undefined;
  /** Set when the last line wanted has come. */
  readonly isPast: boolean;
  /** What the kubelet said instead of lines, since the last connection was opened. */
  readonly notice: string | undefined;
  /** Begins with the bytes of a new connection; what was cut off by the end of the last one comes again. */
  reopen(connection: NewConnection): void;
  /** Set where lines may be missing: nothing is taken any more until it is opened anew. */
  readonly isInDoubt: boolean;
  push(chunk: Uint8Array): void;
  /** The container itself has ended: its last line is whole even without a line end. */
  endOfRun(): void;
  /** Says what can't be had any more. */
  add(gap: LogGap): void;
}
