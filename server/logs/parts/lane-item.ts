import type { LogRecord } from "../../flink/log-records/log-record.ts";
import type { LogGap } from "../schema.ts";

/** A pod that came into the view or left it, in its place among the records. */
export interface Came {
  readonly type: "joined" | "left";
  readonly at: string;
  readonly pod: string;
}

/** What comes out of one container on its way into a view. */
export type LaneItem = LogRecord | LogGap | Came;

export function isRecord(item: LaneItem): item is LogRecord {
  return "line" in item;
}
