import { timestampOf } from "../../flink/log-records/line-cursor.ts";
import type { LogSource } from "./log-source.ts";

/** When the first line was printed that the kubelet still has; undefined for an empty log. */
export async function readFirstTimestamp(
  source: LogSource,
  container: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const enough = new AbortController();
  try {
    const head = await source.open({ container, limitBytes: 64 }, AbortSignal.any([signal, enough.signal]));
    for await (const chunk of head) return timestampIn(chunk);
    return undefined;
  } finally {
    enough.abort();
  }
}

/** The timestamp at the beginning of a log's bytes. */
export function timestampIn(chunk: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(chunk.subarray(0, 40));
  const date = new Date(/^\S+/.exec(head)?.[0] ?? "");
  return Number.isNaN(date.getTime()) ? undefined : timestampOf(date);
}
