import { z } from "zod";
import { operation } from "../operation.schema.ts";
import { flinkId, job, jobAddress, jobPath, pressure } from "./schema.ts";

const vertexAddress = jobAddress.extend({ vertexId: flinkId });
const vertexPath = `${jobPath}/vertices/{vertexId}`;

/** Sums since the tasks began. Bytes, records, milliseconds. */
const totals = z.object({
  readRecords: z.number(),
  writeRecords: z.number(),
  readBytes: z.number(),
  writeBytes: z.number(),
});

export const vertex = z.object({
  id: z.string(),
  name: z.string(),
  /** Its operators, one a line. */
  description: z.string(),
  parallelism: z.number(),
  status: z.string(),
  startTime: z.number().optional(),
  /** Number of subtasks by Flink's word for their state. */
  subtasks: z.record(z.string(), z.number()),
  totals,
  recordsInPerSecond: z.number().optional(),
  recordsOutPerSecond: z.number().optional(),
  /** Mean over its subtasks. */
  pressure: pressure.optional(),
  /** Of the subtask that suffers most, each kind by itself. */
  worst: pressure.optional(),
  /** The lowest input watermark of its subtasks, milliseconds since 1970. */
  watermark: z.number().optional(),
});
export type Vertex = z.output<typeof vertex>;

export const edge = z.object({ from: z.string(), to: z.string(), shipStrategy: z.string() });

export const jobDetails = z.object({
  job,
  jobType: z.string().optional(),
  /** Whether the parallelism can be changed while it runs. */
  adaptive: z.boolean(),
  /** When the job came into each of Flink's states last. */
  states: z.record(z.string(), z.number()),
  vertices: z.array(vertex),
  edges: z.array(edge),
  /** The period of its checkpoints; absent when they are off. */
  checkpointIntervalMs: z.number().optional(),
  /** When this was seen, and what went wrong since, if anything. */
  at: z.number(),
  stale: z.string().optional(),
});
export type JobDetails = z.output<typeof jobDetails>;

export const readJobOperation = operation({
  id: "readJob",
  method: "GET",
  path: jobPath,
  summary: "One job with its graph, rates, back-pressure and watermarks",
  params: jobAddress,
  answer: jobDetails,
});

export const checkpoint = z.object({
  id: z.number(),
  status: z.string(),
  isSavepoint: z.boolean(),
  triggeredAt: z.number(),
  endedAt: z.number().optional(),
  durationMs: z.number(),
  stateSize: z.number(),
  checkpointedSize: z.number(),
  subtasks: z.number(),
  acknowledgedSubtasks: z.number(),
  path: z.string().optional(),
  discarded: z.boolean().optional(),
  failure: z.string().optional(),
});
export type Checkpoint = z.output<typeof checkpoint>;

export const checkpointConfiguration = z.object({
  mode: z.string(),
  intervalMs: z.number().optional(),
  timeoutMs: z.number(),
  minPauseMs: z.number(),
  maxConcurrent: z.number(),
  keptOnCancel: z.boolean(),
  stateBackend: z.string().optional(),
  storage: z.string().optional(),
  unaligned: z.boolean().optional(),
  tolerableFailures: z.number().optional(),
});

export const readJobCheckpointsOperation = operation({
  id: "readJobCheckpoints",
  method: "GET",
  path: `${jobPath}/checkpoints`,
  summary: "Checkpoints of a job, the newest first, as many as the JobManager remembers",
  params: jobAddress,
  answer: z.object({
    /** False when the job makes none. */
    enabled: z.boolean(),
    counts: z
      .object({ completed: z.number(), failed: z.number(), inProgress: z.number(), restored: z.number() })
      .optional(),
    history: z.array(checkpoint),
    restored: z
      .object({ id: z.number(), at: z.number(), isSavepoint: z.boolean(), path: z.string().optional() })
      .optional(),
    configuration: checkpointConfiguration.optional(),
  }),
});

/** One of a chain of causes. */
export const cause = z.object({ className: z.string(), message: z.string(), firstFrame: z.string().optional() });
export type Cause = z.output<typeof cause>;

export const jobException = z.object({
  at: z.number(),
  task: z.string().optional(),
  taskManager: z.string().optional(),
  /** The root cause first. */
  causes: z.array(cause),
  stack: z.string(),
  /** What failed together with it. */
  concurrent: z.array(z.object({ task: z.string().optional(), taskManager: z.string().optional(), cause })),
});
export type JobException = z.output<typeof jobException>;

export const listJobExceptionsOperation = operation({
  id: "listJobExceptions",
  method: "GET",
  path: `${jobPath}/exceptions`,
  summary: "What made the job fail, the newest first, each with its root cause first",
  params: jobAddress,
  answer: z.object({ exceptions: z.array(jobException), cut: z.boolean() }),
});

export const readJobConfigurationOperation = operation({
  id: "readJobConfiguration",
  method: "GET",
  path: `${jobPath}/configuration`,
  summary: "A job's execution configuration, its own parameters, and the cluster's effective configuration",
  params: jobAddress,
  answer: z.object({
    restartStrategy: z.string().optional(),
    parallelism: z.number().optional(),
    objectReuse: z.boolean().optional(),
    userConfiguration: z.record(z.string(), z.string()),
    clusterConfiguration: z.record(z.string(), z.string()),
  }),
});

export const subtask = z.object({
  subtask: z.number(),
  status: z.string(),
  attempt: z.number(),
  taskManager: z.string().optional(),
  startTime: z.number().optional(),
  durationMs: z.number(),
  totals,
  pressure: pressure.optional(),
  watermark: z.number().optional(),
});
export type Subtask = z.output<typeof subtask>;

export const readVertexOperation = operation({
  id: "readVertex",
  method: "GET",
  path: vertexPath,
  summary: "The subtasks of one vertex of a job's graph",
  params: vertexAddress,
  answer: z.object({ id: z.string(), name: z.string(), subtasks: z.array(subtask), cut: z.boolean() }),
});

export interface FlameNode {
  readonly name: string;
  readonly value: number;
  readonly children: readonly FlameNode[];
}
export const flameNode: z.ZodType<FlameNode> = z.lazy(() =>
  z.object({ name: z.string(), value: z.number(), children: z.array(flameNode) }),
);

export const readFlameGraphOperation = operation({
  id: "readFlameGraph",
  method: "GET",
  path: `${vertexPath}/flame-graph`,
  summary: "Where the threads of a vertex spend their time, sampled when asked for",
  params: vertexAddress,
  query: z.object({ type: z.enum(["full", "on_cpu", "off_cpu"]).default("full") }),
  answer: z.object({
    /** `off`: the cluster has not set `rest.flamegraph.enabled`. `waiting`: samples are being taken, ask again. */
    state: z.enum(["sampled", "waiting", "off"]),
    endTime: z.number().optional(),
    root: flameNode.optional(),
  }),
});
