"use client";
import { useState } from "react";
import type { LoggerRow } from "#server/log-levels/log-level-view.schema.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { useChangeLevels, useRevertLevels } from "./log-level-queries.ts";

export interface Revert {
  /** The logger that is being reverted now. */
  readonly pending: string | undefined;
  /** What was reverted last and can be set again. */
  readonly last: LoggerRow | undefined;
  readonly error: Error | null;
  /** Set where somebody has changed the file since, so that it was left as it is. */
  readonly keptAsChanged: boolean;
  readonly undoing: boolean;
  readonly revert: (row: LoggerRow) => void;
  readonly undo: () => void;
  readonly dismiss: () => void;
}

/** Reverts at once, and sets the level again as it was on Undo. */
export function useRevert(cluster: ClusterPlace): Revert {
  const [last, setLast] = useState<LoggerRow | undefined>(undefined);
  const revert = useRevertLevels();
  const change = useChangeLevels();
  const dismiss = () => {
    setLast(undefined);
    revert.reset();
    change.reset();
  };
  return {
    pending: revert.isPending ? last?.logger : undefined,
    last: revert.isSuccess ? last : undefined,
    error: revert.error ?? change.error,
    keptAsChanged: (revert.data?.keptAsChanged.length ?? 0) > 0,
    undoing: change.isPending,
    revert: (row) => {
      change.reset();
      setLast(row);
      revert.mutate({ ...cluster, loggers: [row.logger] });
    },
    undo: () => {
      if (last?.override === undefined) return;
      const { level, until, reason } = last.override;
      // An end that is over by now is left out: the person wants the level back.
      const end = until !== undefined && Date.parse(until) > Date.now() ? { until } : {};
      const request = {
        ...cluster,
        changes: [{ logger: last.logger, level }],
        ...end,
        ...(reason !== undefined && { reason }),
      };
      change.mutate(request, { onSuccess: dismiss });
    },
    dismiss,
  };
}
