import { z } from "zod";
import { operation } from "../operation.schema.ts";
import { clusterAddress, clusterPath } from "./schema.ts";

/** From the Deployment to work being done, in the order in which they happen. `job` is there for applications only. */
export const startupStepName = z.enum(["deployment", "pods", "images", "containers", "rest", "job"]);

/** Why a cluster does not come up, for programs. */
export const startupTroubleCode = z.enum([
  "quota-exceeded",
  "limit-range",
  "service-account-missing",
  "pod-refused",
  "unschedulable",
  "secret-missing",
  "config-map-missing",
  "volume-failed",
  "image-not-found",
  "image-forbidden",
  "registry-unreachable",
  "image-name-invalid",
  "image-pull-failed",
  "container-refused",
  "out-of-memory",
  "killed",
  "crash-loop",
  "rights-missing",
  "not-ready",
  "rest-silent",
  "job-failed",
]);

const logTail = z.object({
  pod: z.string(),
  container: z.string(),
  /** Of the run before the current one. */
  previous: z.boolean(),
  /** Oldest first. */
  lines: z.array(z.string()),
});

export const startupTrouble = z.object({
  code: startupTroubleCode,
  step: startupStepName,
  /** The fact in one sentence. */
  fact: z.string(),
  /** Why that stops the cluster, in plain words. */
  why: z.string(),
  /** What to do, the likeliest first. */
  next: z.array(z.string()),
  /** What Kubernetes or Flink said, word by word, cut. */
  said: z.string().optional(),
  log: logTail.optional(),
  /** The service account that lacks rights or is not there. */
  serviceAccount: z.string().optional(),
  /** Set where its jobs and leaders are kept in ConfigMaps: then it needs rights on those, too. */
  highAvailability: z.boolean().optional(),
});

export const startupStep = z.object({
  name: startupStepName,
  /** `ahead` has not begun, or is not known to have. */
  state: z.enum(["done", "doing", "stuck", "ahead"]),
  /** Milliseconds since 1970. Kubernetes' times are whole seconds. */
  from: z.number().optional(),
  /** When it was done; absent where nobody saw when. */
  at: z.number().optional(),
  detail: z.string().optional(),
});

/** How a cluster comes up. `none` where it is not to: it is going, gone or scaled to 0. */
export const clusterStartup = z.object({
  state: z.enum(["starting", "stuck", "started", "none"]),
  /** False when the JobManager came up before and starts anew. */
  first: z.boolean(),
  steps: z.array(startupStep),
  trouble: startupTrouble.optional(),
  /** What could not be looked at for want of a right, such as `events`. */
  unseen: z.array(z.enum(["events", "logs", "rest"])),
});

export const getClusterStartupOperation = operation({
  id: "getClusterStartup",
  method: "GET",
  path: `${clusterPath}/startup`,
  summary: "How a cluster comes up: each step with its time, and what stops it",
  params: clusterAddress,
  answer: clusterStartup,
});

export type StartupStepName = z.infer<typeof startupStepName>;
export type StartupTroubleCode = z.infer<typeof startupTroubleCode>;
export type StartupTrouble = z.infer<typeof startupTrouble>;
export type StartupStep = z.infer<typeof startupStep>;
export type ClusterStartup = z.infer<typeof clusterStartup>;
export type LogTail = z.infer<typeof logTail>;
