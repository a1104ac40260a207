import { timestampOf } from "../../flink/log-records/line-cursor.ts";

/** The timestamp at the beginning of a log's bytes. */
export function timestampIn(chunk: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(chunk.subarray(0, 40));
  const date = new Date(/^\S+/.exec(head)?.[0] ?? "");
  return Number.isNaN(date.getTime()) ? undefined : timestampOf(date);
}
