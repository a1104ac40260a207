import type { NeverReason, ProofStep } from "../log-level-view.schema.ts";

const longestWaitMs = 3_600_000;

export const never = (reason: NeverReason, detail: string): ProofStep => ({ state: "never", reason, detail });

/** Seen at a time with its evidence, and how long after the change, unless the clocks disagree or it is long ago. */
export function seenStep(at: Date, changedAt: Date | undefined, evidence: string): ProofStep {
  const afterMs = changedAt === undefined ? -1 : at.getTime() - changedAt.getTime();
  const isTold = afterMs >= 0 && afterMs < longestWaitMs;
  return { state: "seen", at: at.toISOString(), ...(isTold && { afterMs }), evidence };
}
