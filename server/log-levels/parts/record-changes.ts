import type { Caller, ClusterAddress } from "../../caller.ts";
import type { ChangeNote } from "./edit-levels.ts";
import type { LevelChange } from "./level-overrides.ts";

/** Runs a change of levels between the two writes of an audit entry for each logger. */
export function recordChanges<T>(
  { context, namespace, clusterId }: ClusterAddress,
  caller: Caller,
  { loggers }: LevelChange,
  { until, reason }: Pick<ChangeNote, "until" | "reason">,
  change: () => Promise<T>,
): Promise<T> {
  const after = (to: string) => [until === undefined ? to : `${to} until ${until}`, reason].filter(Boolean).join(": ");
  return loggers.reduceRight<() => Promise<T>>(
    (inner, { logger, from, to }) =>
      () =>
        caller.audit.record(
          {
            action: "log-level.change",
            context,
            namespace,
            clusterId,
            subject: logger,
            before: from,
            after: after(to),
          },
          inner,
        ),
    change,
  )();
}
