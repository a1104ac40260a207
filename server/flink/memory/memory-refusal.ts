import { Refusal } from "../issue-collector.ts";

/** Sizes that don't fit together. The detail has the numbers; whose memory it is, is added by who caught it. */
export function memoryRefusal(detail: string, code = "memory-inconsistent", field?: string): Refusal {
  return new Refusal({ code, detail, ...(field && { field }) });
}
