import { z } from "zod";
import type { LogGap } from "../../schema.ts";

/**
 * How kept logs are written: each line as the API server gave it, its timestamp in fixed width. Lines that begin with an
 * exclamation mark are the console's own; no line of a container does, for each begins with its timestamp.
 */
const gapMark = "!gap ";
const cutMark = "!cut ";

const gapFields = z.object({
  from: z.string(),
  to: z.string(),
  reason: z.enum(["rotated", "not-watched", "over-budget", "refused", "kubelet", "too-fast"]),
  detail: z.string().optional(),
});
export type KeptGap = z.infer<typeof gapFields>;

export function printLine(at: string, text: string, cutBytes: number): string {
  return cutBytes > 0 ? `${cutMark}${cutBytes}\n${at} ${text}\n` : `${at} ${text}\n`;
}

export function printGap({ from, to, reason, detail }: Omit<LogGap, "type" | "at" | "pod">): string {
  return `${gapMark}${JSON.stringify({ from, to, reason, detail })}\n`;
}

/** The gap that a line of the console's own tells of. */
export function parseGap(line: string): KeptGap | undefined {
  return line.startsWith(gapMark) ? gapFields.safeParse(parseJson(line.slice(gapMark.length))).data : undefined;
}

/** How many bytes were cut off the line that follows. */
export function parseCut(line: string): number | undefined {
  return line.startsWith(cutMark) ? Number(line.slice(cutMark.length)) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a line that a crash cut in two
  }
}
