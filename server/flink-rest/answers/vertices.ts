import { z } from "zod";
import { ioMetrics } from "./job-details.ts";
import { timeOrNone } from "./jobs.ts";

const subtask = z
  .object({
    subtask: z.number(),
    status: z.string(),
    attempt: z.number(),
    endpoint: z.string().optional(),
    "taskmanager-id": z.string().optional(),
    "start-time": timeOrNone,
    duration: z.number(),
    metrics: ioMetrics,
  })
  .transform((sent) => ({
    subtask: sent.subtask,
    status: sent.status,
    attempt: sent.attempt,
    /** Also the pod's name; absent until the subtask is placed. */
    taskManager: sent["taskmanager-id"] === "(unassigned)" ? undefined : sent["taskmanager-id"],
    startTime: sent["start-time"],
    durationMs: sent.duration,
    metrics: sent.metrics,
  }));

/** `GET /jobs/:jobid/vertices/:vertexid` */
export const vertexDetails = z
  .object({ id: z.string(), name: z.string(), parallelism: z.number(), now: z.number(), subtasks: z.array(subtask) })
  .transform((sent) => sent);
export type VertexDetails = z.output<typeof vertexDetails>;

/** Flink sends «NaN» as text where something is not measured. */
const finite = z
  .number()
  .nullish()
  .catch(undefined)
  .transform((sent) => sent ?? undefined);

/** `GET …/vertices/:vertexid/backpressure`: shares of the last seconds, 0 to 1, by subtask. */
export const vertexBackPressure = z
  .object({
    subtasks: z
      .array(z.object({ subtask: z.number(), ratio: finite, idleRatio: finite, busyRatio: finite }))
      .nullish()
      .transform((sent) => sent ?? []),
  })
  .transform((sent) =>
    sent.subtasks.map((one) => ({
      subtask: one.subtask,
      backPressured: one.ratio,
      idle: one.idleRatio,
      busy: one.busyRatio,
    })),
  );

export type SubtaskPressure = z.output<typeof vertexBackPressure>[number];

/** `GET …/metrics?get=…`: a value is text, often a number. */
export const metricValues = z.array(z.object({ id: z.string(), value: z.string() }));
export type MetricValue = z.output<typeof metricValues>[number];
/** `GET …/metrics` without names to get. */
export const metricNames = z.array(z.object({ id: z.string() })).transform((sent) => sent.map(({ id }) => id));

/** `GET …/subtasks/metrics?get=…&agg=…` over all subtasks of a vertex. */
export const aggregatedMetrics = z.array(
  z.object({ id: z.string(), min: finite, max: finite, avg: finite, sum: finite }),
);
export type AggregatedMetric = z.output<typeof aggregatedMetrics>[number];

/** `GET …/watermarks`: the current input watermark of each subtask, milliseconds since 1970. */
export const watermarks = metricValues.transform((sent) =>
  sent.flatMap(({ id, value }) => {
    const subtask = Number(id.split(".")[0]);
    const watermark = Number(value);
    // Long.MIN_VALUE means that no watermark has come yet, Long.MAX_VALUE that the input has ended.
    const known = Number.isInteger(subtask) && watermark > 0 && watermark < 8.64e15;
    return known ? [{ subtask, watermark }] : [];
  }),
);

export type SubtaskWatermark = z.output<typeof watermarks>[number];

export interface FlameNode {
  readonly name: string;
  readonly value: number;
  readonly children: readonly FlameNode[];
}
const flameNode: z.ZodType<FlameNode> = z.lazy(() =>
  z.object({ name: z.string(), value: z.number(), children: z.array(flameNode) }),
);

/** `GET …/flamegraph`. Flink samples on demand: `root` is absent until it has something. */
export const flameGraph = z.object({ endTimestamp: z.number(), data: flameNode.nullish() }).transform((sent) => ({
  /** -1 to -3 are Flink's ways to say «not yet», «switched off» and «waiting». */
  state:
    sent.endTimestamp > 0 ? ("sampled" as const) : sent.endTimestamp === -1 ? ("off" as const) : ("waiting" as const),
  endTime: sent.endTimestamp > 0 ? sent.endTimestamp : undefined,
  root: sent.data ?? undefined,
}));
export type FlameGraph = z.output<typeof flameGraph>;
