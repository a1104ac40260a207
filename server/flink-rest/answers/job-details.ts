import { z } from "zod";
import { timeOrNone } from "./jobs.ts";

/** Flink sends «NaN» as text where a task does not measure its busy time. */
const measured = z
  .number()
  .nullish()
  .catch(undefined)
  .transform((sent) => sent ?? undefined);

/** Sums over a vertex' subtasks, or of one subtask, since it started. Milliseconds, bytes, records. */
export const ioMetrics = z
  .object({
    "read-bytes": z.number(),
    "write-bytes": z.number(),
    "read-records": z.number(),
    "write-records": z.number(),
    "accumulated-backpressured-time": measured,
    "accumulated-idle-time": measured,
    "accumulated-busy-time": measured,
  })
  .transform((sent) => ({
    readBytes: sent["read-bytes"],
    writeBytes: sent["write-bytes"],
    readRecords: sent["read-records"],
    writeRecords: sent["write-records"],
    backPressuredMs: sent["accumulated-backpressured-time"],
    idleMs: sent["accumulated-idle-time"],
    busyMs: sent["accumulated-busy-time"],
  }));

const vertexSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    parallelism: z.number(),
    maxParallelism: z.number().optional(),
    status: z.string(),
    "start-time": timeOrNone,
    "end-time": timeOrNone,
    tasks: z.record(z.string(), z.number()),
    metrics: ioMetrics,
  })
  .transform((sent) => ({
    id: sent.id,
    name: sent.name,
    parallelism: sent.parallelism,
    maxParallelism: sent.maxParallelism,
    status: sent.status,
    startTime: sent["start-time"],
    endTime: sent["end-time"],
    /** Number of subtasks by Flink's word for their state. */
    tasks: sent.tasks,
    metrics: sent.metrics,
  }));

/** Flink writes descriptions as HTML with `<br/>`; the console shows text. */
export function textOfDescription(html: string): string {
  return html
    .replaceAll(/<br\s*\/?>/gi, "\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .trim();
}

const planNode = z
  .object({
    id: z.string(),
    parallelism: z.number(),
    description: z.string().default(""),
    inputs: z
      .array(z.object({ id: z.string(), ship_strategy: z.string().default(""), exchange: z.string().default("") }))
      .default([]),
  })
  .transform((sent) => ({
    id: sent.id,
    parallelism: sent.parallelism,
    /** Text with one operator a line. */
    description: textOfDescription(sent.description),
    inputs: sent.inputs.map((input) => ({
      from: input.id,
      shipStrategy: input.ship_strategy,
      exchange: input.exchange,
    })),
  }));

export const jobPlan = z
  .object({ name: z.string(), type: z.string().optional(), nodes: z.array(planNode) })
  .transform((sent) => ({ name: sent.name, type: sent.type, nodes: sent.nodes }));
export type JobPlan = z.output<typeof jobPlan>;

/** `GET /jobs/:jobid`. A job that failed before it had a graph has no vertices and an empty plan. */
export const jobDetails = z
  .object({
    jid: z.string(),
    name: z.string(),
    state: z.string(),
    "job-type": z.string().nullish(),
    schedulerType: z.string().nullish(),
    "start-time": z.number(),
    "end-time": timeOrNone,
    duration: z.number(),
    now: z.number(),
    timestamps: z.record(z.string(), timeOrNone),
    vertices: z.array(vertexSummary),
    plan: jobPlan.catch({ name: "", type: undefined, nodes: [] }),
  })
  .transform((sent) => ({
    id: sent.jid,
    name: sent.name,
    state: sent.state,
    jobType: sent["job-type"] ?? undefined,
    /** `Default` or `Adaptive`; older Flinks do not say. */
    schedulerType: sent.schedulerType ?? undefined,
    startTime: sent["start-time"],
    endTime: sent["end-time"],
    durationMs: sent.duration,
    /** The JobManager's clock. */
    now: sent.now,
    /** When the job came into each state last. */
    timestamps: sent.timestamps,
    vertices: sent.vertices,
    plan: sent.plan,
  }));
export type JobDetails = z.output<typeof jobDetails>;

/** `GET /jobs/:jobid/config` */
export const jobConfiguration = z
  .object({
    "execution-config": z
      .object({
        "restart-strategy": z.string(),
        "job-parallelism": z.number(),
        "object-reuse-mode": z.boolean(),
        "user-config": z.record(z.string(), z.string()),
      })
      .optional(),
  })
  .transform((sent) => ({
    restartStrategy: sent["execution-config"]?.["restart-strategy"],
    parallelism: sent["execution-config"]?.["job-parallelism"],
    objectReuse: sent["execution-config"]?.["object-reuse-mode"],
    userConfiguration: sent["execution-config"]?.["user-config"] ?? {},
  }));
export type JobConfiguration = z.output<typeof jobConfiguration>;
