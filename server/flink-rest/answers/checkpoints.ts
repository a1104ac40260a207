import { z } from "zod";

const number = z.number().nullish();

const checkpoint = z
  .object({
    id: z.number(),
    status: z.string(),
    is_savepoint: z.boolean(),
    trigger_timestamp: z.number(),
    latest_ack_timestamp: z.number(),
    state_size: z.number(),
    checkpointed_size: number,
    end_to_end_duration: z.number(),
    num_subtasks: z.number(),
    num_acknowledged_subtasks: z.number(),
    checkpoint_type: z.string().optional(),
    external_path: z.string().nullish(),
    discarded: z.boolean().nullish(),
    failure_timestamp: number,
    failure_message: z.string().nullish(),
  })
  .transform((sent) => ({
    id: sent.id,
    /** COMPLETED, FAILED or IN_PROGRESS. */
    status: sent.status,
    isSavepoint: sent.is_savepoint,
    triggeredAt: sent.trigger_timestamp,
    /** When the last subtask answered; 0 or less when none has. */
    acknowledgedAt: sent.latest_ack_timestamp > 0 ? sent.latest_ack_timestamp : undefined,
    failedAt: sent.failure_timestamp ?? undefined,
    durationMs: sent.end_to_end_duration,
    /** The whole state, in bytes. */
    stateSize: sent.state_size,
    /** What this checkpoint wrote anew, in bytes. */
    checkpointedSize: sent.checkpointed_size ?? sent.state_size,
    subtasks: sent.num_subtasks,
    acknowledgedSubtasks: sent.num_acknowledged_subtasks,
    type: sent.checkpoint_type,
    path: sent.external_path ?? undefined,
    discarded: sent.discarded ?? undefined,
    failure: sent.failure_message ?? undefined,
  }));

const restored = z
  .object({
    id: z.number(),
    restore_timestamp: z.number(),
    is_savepoint: z.boolean(),
    external_path: z.string().nullish(),
  })
  .transform((sent) => ({
    id: sent.id,
    at: sent.restore_timestamp,
    isSavepoint: sent.is_savepoint,
    path: sent.external_path ?? undefined,
  }));

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((sent) => sent ?? undefined);

/** `GET /jobs/:jobid/checkpoints`; the history is the newest first and as long as `web.checkpoints.history`. */
export const checkpointStatistics = z.object({
  counts: z.object({
    restored: z.number(),
    total: z.number(),
    in_progress: z.number(),
    completed: z.number(),
    failed: z.number(),
  }),
  latest: z.object({
    completed: optional(checkpoint),
    savepoint: optional(checkpoint),
    failed: optional(checkpoint),
    restored: optional(restored),
  }),
  history: z.array(checkpoint),
});
export type CheckpointStatistics = z.output<typeof checkpointStatistics>;

/** `GET /jobs/:jobid/checkpoints/config` */
export const checkpointConfiguration = z
  .object({
    mode: z.string(),
    interval: z.number(),
    timeout: z.number(),
    min_pause: z.number(),
    max_concurrent: z.number(),
    externalization: z.object({ enabled: z.boolean(), delete_on_cancellation: z.boolean() }),
    state_backend: z.string().nullish(),
    checkpoint_storage: z.string().nullish(),
    unaligned_checkpoints: z.boolean().optional(),
    tolerable_failed_checkpoints: z.number().optional(),
  })
  .transform((sent) => ({
    mode: sent.mode,
    // Flink says Long.MAX_VALUE where checkpoints are not periodic.
    intervalMs: sent.interval < Number.MAX_SAFE_INTEGER ? sent.interval : undefined,
    timeoutMs: sent.timeout,
    minPauseMs: sent.min_pause,
    maxConcurrent: sent.max_concurrent,
    /** Whether the last checkpoint outlives a cancelled job. */
    keptOnCancel: sent.externalization.enabled && !sent.externalization.delete_on_cancellation,
    stateBackend: sent.state_backend ?? undefined,
    storage: sent.checkpoint_storage ?? undefined,
    unaligned: sent.unaligned_checkpoints,
    tolerableFailures: sent.tolerable_failed_checkpoints,
  }));
export type CheckpointConfiguration = z.output<typeof checkpointConfiguration>;
