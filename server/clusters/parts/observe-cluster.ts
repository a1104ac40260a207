import type { ObservedState } from "../cluster-view.schema.ts";
import {
  type ClusterObjects,
  componentOf,
  type Deployment,
  isHighAvailabilityMap,
  type Pod,
  timeOf,
} from "./cluster-objects.ts";
import { cut, observePod } from "./observe-pod.ts";

/** What was heard of a JobManager's REST endpoint. */
export type RestSeen =
  /** Not asked yet, or not answered since the JobManager started. */
  | { readonly kind: "unknown" }
  /** `firstAt` is set when it was seen to begin to answer. */
  | { readonly kind: "answers"; readonly at: number; readonly firstAt?: number; readonly overview: RestOverview }
  /** `lastAt` is set when it has answered before. */
  | {
      readonly kind: "silent";
      readonly since: number;
      readonly askedAt?: number;
      readonly lastAt?: number;
      readonly overview?: RestOverview;
    }
  | { readonly kind: "forbidden" };

export interface RestOverview {
  readonly flinkVersion: string;
  readonly taskManagers: number;
  readonly slotsTotal: number;
  readonly slotsAvailable: number;
  readonly jobsRunning: number;
  readonly jobsFinished: number;
  readonly jobsCancelled: number;
  readonly jobsFailed: number;
}

export interface Observation {
  readonly rest: RestSeen;
  /** False when the service account is known not to have the right to make pods. */
  readonly mayCreatePods?: boolean | undefined;
  readonly now: number;
}

/** A JobManager that is silent for so long after its start will not come by itself. */
const patienceMs = 5 * 60_000;

/**
 * The state of a cluster as it was observed, with its reason: never what was wished for, never «available» alone.
 *
 * «Deployment available» is not «running»: the JobManager's REST answers some seconds later.
 */
export function observeCluster(objects: ClusterObjects, observation: Observation): ObservedState {
  const { deployment } = objects;
  if (deployment === undefined) return observeLeftovers(objects);
  if (deployment.metadata?.deletionTimestamp !== undefined) return deleting(objects);
  if (deployment.spec?.replicas === 0) {
    return { state: "suspended", code: "scaled-to-zero", reason: "The Deployment is scaled to 0" };
  }
  const jobManagers = livePods(objects, "jobmanager");
  const worst = jobManagers.map(observePod).sort(bySeverity)[0];
  const forbidden = noRights(deployment, observation);
  if (worst === undefined) return forbidden ?? noPods(deployment);
  if (worst.state === "failing" || worst.state === "pending") {
    return forbidden ?? { ...worst, reason: named("JobManager", worst.reason) };
  }
  if (forbidden !== undefined) return forbidden;
  if (worst.state === "starting") return { ...worst, reason: named("JobManager", worst.reason) };
  return observeRest(objects, jobManagers, observation);
}

const severity = ["failing", "pending", "degraded", "starting", "deleting", "suspended", "running"];
const bySeverity = (a: ObservedState, b: ObservedState) => severity.indexOf(a.state) - severity.indexOf(b.state);

/** Pods that are not on their way out. */
function livePods({ pods }: ClusterObjects, component: "jobmanager" | "taskmanager"): Pod[] {
  return pods.filter((pod) => componentOf(pod) === component && pod.metadata?.deletionTimestamp === undefined);
}

function deleting({ pods }: ClusterObjects): ObservedState {
  const reason =
    pods.length === 0 ? "Waiting for its objects to go" : `Waiting for ${count(pods.length, "pod")} to end`;
  return { state: "deleting", code: "deleting", reason };
}

function observeLeftovers(objects: ClusterObjects): ObservedState {
  const owned = [...objects.services, ...objects.configMaps].some(
    ({ metadata }) => (metadata?.ownerReferences ?? []).length > 0,
  );
  if (objects.pods.length > 0 || owned) return deleting(objects);
  const kept = objects.configMaps.filter(isHighAvailabilityMap).length;
  const reason =
    kept > 0
      ? `The Deployment is gone; ${count(kept, "ConfigMap")} of high availability stay for a successor of this name`
      : "The Deployment is gone; objects without an owner stay";
  return { state: "suspended", code: "deployment-gone", reason };
}

function noRights(deployment: Deployment, { mayCreatePods }: Observation): ObservedState | undefined {
  if (mayCreatePods !== false) return undefined;
  const account = serviceAccountOf(deployment);
  return {
    state: "failing",
    code: "pods-forbidden",
    reason: `Service account ${account} may not make pods: Flink can't start a TaskManager`,
    detail: `Bind a role that may create, delete, get, list and watch pods, and read and write ConfigMaps, to ${account}.`,
  };
}

export const serviceAccountOf = (deployment: Deployment): string =>
  deployment.spec?.template.spec?.serviceAccountName ?? deployment.spec?.template.spec?.serviceAccount ?? "default";

/** The Deployment has no pod: its condition quotes what the API server said to the ReplicaSet, as text only. */
function noPods(deployment: Deployment): ObservedState {
  const failure = deployment.status?.conditions?.find(
    ({ type, status }) => type === "ReplicaFailure" && status === "True",
  );
  const createdAt = timeOf(deployment.metadata?.creationTimestamp);
  const since = timeOf(failure?.lastTransitionTime) ?? createdAt;
  const when = since === undefined ? {} : { since };
  if (failure === undefined) {
    return {
      state: "starting",
      code: "deployment-progressing",
      reason: "Waiting for Kubernetes to make its pod",
      ...when,
    };
  }
  const message = failure.message ?? "";
  const detail = cut(message);
  if (/exceeded quota/i.test(message)) {
    const quota = /exceeded quota: ([^,]+)/i.exec(message)?.[1];
    return { state: "pending", code: "quota-exceeded", reason: quotaText(quota), detail, ...when };
  }
  if (/serviceaccount .*not found|error looking up service account/i.test(message)) {
    const reason = `Service account ${serviceAccountOf(deployment)} does not exist`;
    return { state: "failing", code: "service-account-missing", reason, detail, ...when };
  }
  return { state: "failing", code: "pod-refused", reason: `Pod refused: ${cut(message, 160)}`, detail, ...when };
}

const quotaText = (quota: string | undefined) => `Quota ${quota === undefined ? "" : `${quota} `}is used up`;

function observeRest(objects: ClusterObjects, jobManagers: readonly Pod[], observation: Observation): ObservedState {
  const { rest, now } = observation;
  const startedAt = Math.max(...jobManagers.map((pod) => observePod(pod).since ?? 0));
  switch (rest.kind) {
    case "answers":
      return troubledTaskManagers(objects) ?? allWell(objects, rest.overview);
    case "forbidden": {
      const reason = "JobManager is up; you may not ask its REST (services/proxy)";
      return { state: "running", code: "rest-forbidden", reason, since: startedAt };
    }
    case "unknown":
      return waiting(startedAt);
    case "silent": {
      if (now - startedAt < patienceMs && (rest.lastAt ?? 0) < startedAt) return waiting(startedAt);
      const known = rest.lastAt !== undefined && rest.lastAt >= startedAt;
      const reason = known ? "REST does not answer any more" : "REST has not answered since the JobManager started";
      return { state: known ? "degraded" : "failing", code: "rest-silent", reason, since: rest.since };
    }
  }
}

const waiting = (since: number): ObservedState => ({
  state: "starting",
  code: "waiting-for-rest",
  reason: "Waiting for REST, JobManager is up",
  since,
});

function troubledTaskManagers(objects: ClusterObjects): ObservedState | undefined {
  const taskManagers = livePods(objects, "taskmanager");
  const observed = taskManagers.map(observePod);
  const of = (state: ObservedState["state"]) => observed.filter((one) => one.state === state);
  const failing = of("failing");
  const pending = of("pending");
  const first = failing[0] ?? pending[0];
  if (first === undefined) return undefined;
  const [number, word, code] =
    failing.length > 0
      ? ([failing.length, "failing", "task-managers-failing"] as const)
      : ([pending.length, "pending", "task-managers-pending"] as const);
  return {
    ...first,
    state: "degraded",
    code,
    reason: `${number} of ${count(taskManagers.length, "TaskManager")} ${word}: ${lowerFirst(first.reason)}`,
  };
}

function allWell(objects: ClusterObjects, { jobsRunning }: RestOverview): ObservedState {
  const wanted = objects.deployment?.spec?.replicas ?? 1;
  const ready = objects.deployment?.status?.readyReplicas ?? 0;
  if (ready < wanted) {
    const reason = `${ready} of ${wanted} JobManagers ready`;
    return { state: "degraded", code: "pod-starting", reason };
  }
  if (jobsRunning > 0) return { state: "running", code: "rest-answers", reason: "" };
  const idle = livePods(objects, "taskmanager").length === 0;
  return { state: "running", code: "no-jobs", reason: idle ? "No jobs; TaskManagers start with the first" : "No jobs" };
}

const named = (who: string, reason: string) => `${who}: ${lowerFirst(reason)}`;
const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
