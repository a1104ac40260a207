import { z } from "zod";
import { clusterAddress, clusterPath } from "../clusters/schema.ts";
import { jobAddress, jobPath } from "../jobs/schema.ts";
import { operation } from "../operation.schema.ts";

/** A savepoint as the console knows it, whether or not its cluster is still there. */
export const savepoint = clusterAddress.extend({
  id: z.string(),
  /** `savepoint` and `stop` were asked for here, `seen` elsewhere, `checkpoint` is one that outlives its job. */
  kind: z.enum(["savepoint", "stop", "seen", "checkpoint"]),
  jobId: z.string(),
  jobName: z.string(),
  /** `asked` and `in-progress` go on; `unknown` means that nobody can tell any more. */
  state: z.enum(["asked", "in-progress", "completed", "failed", "unknown", "disposed"]),
  path: z.string().optional(),
  directory: z.string().optional(),
  format: z.string().optional(),
  drain: z.boolean().optional(),
  sizeBytes: z.number().optional(),
  reason: z.string().optional(),
  /** Milliseconds since 1970. */
  askedAt: z.number(),
  endedAt: z.number().optional(),
  who: z.string(),
});
export type Savepoint = z.output<typeof savepoint>;

const page = z.object({
  /** Only those asked for before this moment, milliseconds since 1970. */
  before: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
const savepointList = z.object({
  savepoints: z.array(savepoint),
  /** True when there are older ones. */
  cut: z.boolean(),
});

export const listSavepointsOperation = operation({
  id: "listSavepoints",
  method: "GET",
  path: "/savepoints",
  summary: "Savepoints seen or made, of clusters that are gone too, the newest first",
  query: page.extend({ context: z.string().optional(), namespace: clusterAddress.shape.namespace.optional() }),
  answer: savepointList,
});

export const listClusterSavepointsOperation = operation({
  id: "listClusterSavepoints",
  method: "GET",
  path: `${clusterPath}/savepoints`,
  summary: "Savepoints of one cluster, the newest first",
  params: clusterAddress,
  query: page.extend({ jobId: jobAddress.shape.jobId.optional() }),
  answer: savepointList,
});

export const readSavepointOperation = operation({
  id: "readSavepoint",
  method: "GET",
  path: "/savepoints/{id}",
  summary: "One savepoint; ask again until its state is final",
  params: z.object({ id: z.string().min(1).max(100) }),
  answer: savepoint,
});

export const forgetSavepointOperation = operation({
  id: "forgetSavepoint",
  method: "DELETE",
  path: "/savepoints/{id}",
  summary: "Take a savepoint off the list; its files stay",
  params: readSavepointOperation.params,
  answer: z.object({}),
  status: 204,
});

const wish = z.object({
  /** Unset means the cluster's `execution.checkpointing.savepoint-dir`. */
  directory: z.string().min(1).max(2_000).optional(),
  format: z.enum(["CANONICAL", "NATIVE"]).default("CANONICAL"),
});

export const triggerSavepointOperation = operation({
  id: "triggerSavepoint",
  method: "POST",
  path: `${jobPath}/savepoints`,
  summary: "Take a savepoint of a running job; answers when Flink has taken the request",
  params: jobAddress,
  body: wish,
  answer: savepoint,
  status: 202,
});

export const stopJobOperation = operation({
  id: "stopJob",
  method: "POST",
  path: `${jobPath}/stop`,
  summary: "Stop a job with a savepoint; when the savepoint fails the job runs on",
  params: jobAddress,
  body: wish.extend({
    /** Emits what windows and timers hold before the end: only for a job that never comes back. */
    drain: z.boolean().default(false),
  }),
  answer: savepoint,
  status: 202,
});

export const disposeSavepointOperation = operation({
  id: "disposeSavepoint",
  method: "POST",
  path: `${clusterPath}/savepoints/dispose`,
  summary: "Delete a savepoint's files through a cluster that can reach them; answers when they are gone",
  params: clusterAddress,
  body: z.object({ path: z.string().min(1).max(2_000) }),
  answer: z.object({ path: z.string() }),
});
