"use client";
import { useRef } from "react";
import type { MetricValue } from "#server/jobs/metrics.schema.ts";

export interface Sample {
  readonly at: number;
  readonly value: MetricValue;
}

/** Ten minutes at one every five seconds. */
const most = 120;

/** What came in since the page was opened, by metric, the oldest first. A metric that is missing leaves a gap. */
export function useSamples(
  answer: { readonly at: number; readonly values: readonly MetricValue[] } | undefined,
): ReadonlyMap<string, readonly Sample[]> {
  const kept = useRef(new Map<string, readonly Sample[]>());
  const last = useRef(0);
  if (answer !== undefined && answer.at !== last.current) {
    last.current = answer.at;
    for (const value of answer.values) {
      const before = kept.current.get(value.name) ?? [];
      kept.current.set(value.name, [...before, { at: answer.at, value }].slice(-most));
    }
  }
  return kept.current;
}
