import { z } from "zod";
import { clusterSpec } from "./cluster-spec.schema.ts";

/** Something to correct or to know: an option's key or a path into the spec, and one sentence. */
export const issue = z.object({ field: z.string().optional(), code: z.string(), detail: z.string() });

/** What was observed, worst first. `Last seen` is no state: a context with `staleSince` shows its clusters as they were. */
export const clusterState = z.enum(["failing", "pending", "degraded", "starting", "deleting", "suspended", "running"]);

/** Why it is so, for programs. */
export const reasonCode = z.enum([
  "rest-answers",
  "no-jobs",
  "waiting-for-rest",
  "pod-starting",
  "deployment-progressing",
  "deleting",
  "deployment-gone",
  "scaled-to-zero",
  "image-not-found",
  "image-name-invalid",
  "container-configuration",
  "crash-loop",
  "container-failed",
  "unschedulable",
  "quota-exceeded",
  "service-account-missing",
  "pod-refused",
  "pods-forbidden",
  "rest-silent",
  "rest-forbidden",
  "task-managers-pending",
  "task-managers-failing",
]);

/** A state and its reason: the fact first, then the number. `detail` has what Kubernetes or Flink said, cut. */
export const observedState = z.object({
  state: clusterState,
  code: reasonCode,
  reason: z.string(),
  detail: z.string().optional(),
  /** Milliseconds since 1970, where it is known since when. */
  since: z.number().optional(),
});

const amount = z.object({
  /** Cores, requested by all pods that are there. */
  cpu: z.number(),
  /** Bytes, requested by all pods that are there. */
  memory: z.number(),
});

/** One cluster in lists. Numbers that JobManager's REST has not told (yet) are absent, never zero. */
export const clusterSummary = z.object({
  context: z.string(),
  namespace: z.string(),
  clusterId: z.string(),
  /** The Deployment's; absent when only leftovers are there. Needed to delete. */
  uid: z.string().optional(),
  observed: observedState,
  mode: z.enum(["session", "application"]),
  /** As JobManager's REST says it, else from the image's tag, else absent. */
  flinkVersion: z.string().optional(),
  image: z.string().optional(),
  /** Made by the Flink Kubernetes operator: the name of its FlinkDeployment. Changes belong there. */
  managedBy: z.object({ kind: z.literal("FlinkDeployment"), name: z.string() }).optional(),
  highAvailability: z.boolean(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  pods: z.object({ jobManagers: z.int(), taskManagers: z.int(), ready: z.int() }),
  slots: z.object({ total: z.int(), free: z.int() }).optional(),
  jobs: z.object({ running: z.int(), finished: z.int(), canceled: z.int(), failed: z.int() }).optional(),
  /** When JobManager's REST last answered, milliseconds since 1970. */
  restSeenAt: z.number().optional(),
  requested: amount,
});

/** How much of a context can be seen now. */
export const contextView = z.object({
  context: z.string(),
  state: z.enum(["live", "waiting", "unreachable", "refused"]),
  /** Since when it does not answer, milliseconds since 1970: its clusters are as last seen. */
  staleSince: z.number().optional(),
  /** Set where only these namespaces may be seen. */
  namespaces: z.array(z.string()).optional(),
});

export const clusterList = z.object({
  clusters: z.array(clusterSummary),
  contexts: z.array(contextView),
  /** True when there are more than were sent. */
  cut: z.boolean(),
});

const container = z.object({
  name: z.string(),
  image: z.string(),
  ready: z.boolean(),
  restarts: z.int(),
  state: z.enum(["running", "waiting", "terminated", "unknown"]),
  /** Kubernetes' word, such as ImagePullBackOff. */
  reason: z.string().optional(),
  message: z.string().optional(),
  lastTermination: z
    .object({
      reason: z.string().optional(),
      exitCode: z.int(),
      message: z.string().optional(),
      at: z.number().optional(),
    })
    .optional(),
});

export const podView = z.object({
  name: z.string(),
  component: z.enum(["jobmanager", "taskmanager", "unknown"]),
  state: clusterState,
  /** Absent while all is well. */
  reason: z.string().optional(),
  phase: z.string(),
  node: z.string().optional(),
  ip: z.string().optional(),
  createdAt: z.number(),
  restarts: z.int(),
  requests: amount,
  limits: z.object({ cpu: z.number().optional(), memory: z.number().optional() }),
  containers: z.array(container),
});

export const serviceView = z.object({
  name: z.string(),
  /** `Headless_ClusterIP` as Flink calls a ClusterIP of None. */
  type: z.string(),
  ports: z.array(z.object({ name: z.string().optional(), port: z.int(), nodePort: z.int().optional() })),
});

/** Where JobManager's REST can be reached, as Flink's client computes it from the live Service. */
export const restAddress = z.object({
  exposedType: z.string(),
  /** Absent when nothing gives a host yet. */
  url: z.string().optional(),
  /** True where only programs inside the Kubernetes cluster reach it. */
  insideOnly: z.boolean(),
  detail: z.string(),
});

export const eventView = z.object({
  /** Milliseconds since 1970, of the last time. */
  at: z.number(),
  firstAt: z.number().optional(),
  count: z.int(),
  type: z.string(),
  reason: z.string(),
  message: z.string(),
  object: z.object({ kind: z.string(), name: z.string() }),
});

export const clusterDetail = z.object({
  summary: clusterSummary,
  context: contextView,
  pods: z.array(podView),
  services: z.array(serviceView),
  /** `owned` ones go with the Deployment; high-availability ones stay. */
  configMaps: z.array(z.object({ name: z.string(), owned: z.boolean(), highAvailability: z.boolean() })),
  secrets: z.array(z.string()),
  owners: z.array(z.object({ kind: z.string(), name: z.string() })),
  restAddress: restAddress.optional(),
  serviceAccount: z.string().optional(),
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
});

export const clusterEvents = z.object({ events: z.array(eventView), cut: z.boolean() });

/** The configuration that Flink reads, and the spec that it came from where it was submitted here. */
export const clusterConfiguration = z.object({
  file: z.object({ name: z.string(), text: z.string(), resourceVersion: z.string() }).optional(),
  /** Keys whose values are hidden in `text` and `effective`. */
  masked: z.array(z.string()),
  effective: z.record(z.string(), z.string()),
  /** Other files of the ConfigMap: logging configurations. */
  otherFiles: z.array(z.string()),
  submitted: z.object({ spec: clusterSpec, at: z.number(), who: z.string() }).optional(),
});

/** How one process divides its memory, in bytes. */
export const processMemoryView = z.object({
  process: z.enum(["JobManager", "TaskManager"]),
  bytes: z.number(),
  parts: z.array(
    z.object({ name: z.string(), kind: z.enum(["heap", "offHeap", "managed", "jvm"]), bytes: z.number() }),
  ),
});

/** Every object that would be sent, as YAML, in the order of creation. */
export const clusterPreview = z.object({
  /** Absent when the spec is refused. */
  clusterId: z.string().optional(),
  namespace: z.string().optional(),
  objects: z.array(z.object({ kind: z.string(), name: z.string(), yaml: z.string() })),
  /** A process whose sizes don't fit together is left out. */
  memory: z.array(processMemoryView),
  /** Errors: nothing would be sent. */
  issues: z.array(issue),
  warnings: z.array(issue),
});

export const dryRunVerdict = z.object({
  kind: z.string(),
  name: z.string(),
  verdict: z.enum(["accepted", "refused"]),
  detail: z.string().optional(),
  issues: z.array(issue).optional(),
});

export const clusterDryRun = clusterPreview.omit({ objects: true, memory: true }).extend({
  verdicts: z.array(dryRunVerdict),
  /** True when nothing speaks against creating it now. */
  creatable: z.boolean(),
});

const leftover = z.object({ kind: z.string(), name: z.string() });

/** What is still there of a cluster that is going. */
export const deletionProgress = z.object({
  done: z.boolean(),
  remaining: z.array(leftover),
  /** ConfigMaps of high availability: without an owner, they stay until they are removed on purpose. */
  highAvailability: z.array(leftover),
  cut: z.boolean(),
});

export type ClusterState = z.infer<typeof clusterState>;
export type ReasonCode = z.infer<typeof reasonCode>;
export type ObservedState = z.infer<typeof observedState>;
export type ClusterSummary = z.infer<typeof clusterSummary>;
export type ContextView = z.infer<typeof contextView>;
export type ClusterList = z.infer<typeof clusterList>;
export type PodView = z.infer<typeof podView>;
export type ServiceView = z.infer<typeof serviceView>;
export type RestAddress = z.infer<typeof restAddress>;
export type EventView = z.infer<typeof eventView>;
export type ClusterDetail = z.infer<typeof clusterDetail>;
export type ClusterEvents = z.infer<typeof clusterEvents>;
export type ClusterConfiguration = z.infer<typeof clusterConfiguration>;
export type ProcessMemoryView = z.infer<typeof processMemoryView>;
export type ClusterPreview = z.infer<typeof clusterPreview>;
export type DryRunVerdict = z.infer<typeof dryRunVerdict>;
export type ClusterDryRun = z.infer<typeof clusterDryRun>;
export type DeletionProgress = z.infer<typeof deletionProgress>;
