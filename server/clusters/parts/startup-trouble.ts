import type { EventView } from "../cluster-view.schema.ts";
import type { LogTail, StartupTrouble } from "../startup.schema.ts";
import { type ClusterObjects, componentOf, type Pod, timeOf } from "./cluster-objects.ts";
import { type RestSeen, serviceAccountOf } from "./observe-cluster.ts";
import { containerTrouble } from "./startup-containers.ts";
import { rightsMissing } from "./startup-ends.ts";
import { readLogVerdict } from "./startup-log.ts";
import { containerStatuses } from "./startup-pod.ts";
import { refusedPodTrouble } from "./startup-refused-pod.ts";
import { unscheduledTrouble } from "./startup-scheduling.ts";

/** An application's job. Flink calls it RUNNING before its tasks have a TaskManager to run on. */
export interface SeenJob {
  readonly name: string;
  /** Flink's word. */
  readonly state: string;
  readonly tasks: number;
  readonly tasksRunning: number;
  /** When its last task was deployed, milliseconds since 1970. */
  readonly at?: number | undefined;
}

/** All that tells how a cluster comes up. */
export interface StartupEvidence {
  readonly objects: ClusterObjects;
  readonly application: boolean;
  /** Newest first. */
  readonly events: readonly EventView[];
  readonly rest: RestSeen;
  readonly mayCreatePods?: boolean | undefined;
  readonly log?: LogTail | undefined;
  readonly job?: SeenJob | undefined;
  readonly now: number;
}

/** A JobManager answers some ten seconds after its start; a slow node takes longer. */
const slowRestMs = 60_000;

/** JobManager pods that are not on their way out, the newest first. */
export function jobManagerPods({ pods }: ClusterObjects): Pod[] {
  const created = (pod: Pod) => timeOf(pod.metadata?.creationTimestamp) ?? 0;
  return pods
    .filter((pod) => componentOf(pod) === "jobmanager" && pod.metadata?.deletionTimestamp === undefined)
    .sort((one, other) => created(other) - created(one));
}

/** What stops a cluster from coming up, in plain words with the next step; undefined while nothing does. */
export function startupTrouble(evidence: StartupEvidence): StartupTrouble | undefined {
  const { objects, rest } = evidence;
  const { deployment } = objects;
  if (deployment === undefined) return undefined;
  if (rest.kind === "answers") {
    return withoutRights(evidence) ?? failedJob(evidence) ?? withoutTaskManagers(evidence);
  }
  const pods = jobManagerPods(objects);
  const refused = pods.length === 0 ? refusedPodTrouble(deployment) : undefined;
  const ofPods = pods.map((pod) => unscheduledTrouble(pod) ?? containerTrouble(evidenceOf(pod, evidence)));
  return (
    refused ?? ofPods.find((found) => found !== undefined) ?? withoutRights(evidence) ?? silentRest(pods, evidence)
  );
}

function evidenceOf(pod: Pod, { objects, events, log }: StartupEvidence) {
  const name = pod.metadata?.name ?? "";
  return {
    pod,
    events: events.filter(({ object }) => object.name === name),
    log: log?.pod === name ? log : undefined,
    ownMaps: objects.configMaps.flatMap(({ metadata }) => metadata?.name ?? []),
  };
}

/** Kubernetes was asked, so there is no need to wait for the JobManager to stumble. */
function withoutRights({
  objects: { deployment },
  mayCreatePods,
  rest,
  log,
}: StartupEvidence): StartupTrouble | undefined {
  if (mayCreatePods !== false || deployment === undefined) return undefined;
  const right = { serviceAccount: serviceAccountOf(deployment), verb: "create", resource: "pods" };
  return { step: rest.kind === "answers" ? "job" : "rest", ...rightsMissing(right), ...(log && { log }) };
}

function failedJob({ application, job, log }: StartupEvidence): StartupTrouble | undefined {
  if (!application || job === undefined || !["FAILED", "FAILING", "RESTARTING"].includes(job.state)) return undefined;
  return {
    step: "job",
    code: "job-failed",
    fact: `Job ${job.name} does not run: ${job.state}.`,
    why: "The cluster is up; the program's tasks fail.",
    next: ["Read the job's exceptions on its page."],
    ...(log && { log }),
  };
}

/** The JobManager is up; a TaskManager that would bring slots is not. An application whose tasks all run needs no more. */
function withoutTaskManagers(evidence: StartupEvidence): StartupTrouble | undefined {
  const { application, job, objects } = evidence;
  if (application && job !== undefined && job.tasksRunning === job.tasks) return undefined;
  const pods = objects.pods.filter(
    (pod) => componentOf(pod) === "taskmanager" && pod.metadata?.deletionTimestamp === undefined,
  );
  for (const pod of pods) {
    const found = unscheduledTrouble(pod) ?? containerTrouble(evidenceOf(pod, evidence));
    if (found !== undefined) return { ...found, step: "job", fact: `A TaskManager does not come up. ${found.fact}` };
  }
  return undefined;
}

/** The container runs and nobody can reach REST: a probe that fails, a sidecar that is not ready, or a slow start. */
function silentRest(pods: readonly Pod[], evidence: StartupEvidence): StartupTrouble | undefined {
  const [pod] = pods;
  if (pod === undefined || evidence.rest.kind === "forbidden") return undefined;
  const running = containerStatuses(pod).flatMap(({ state }) => timeOf(state?.running?.startedAt) ?? []);
  if (running.length === 0) return undefined;
  const since = Math.max(...running);
  const { events, log } = evidenceOf(pod, evidence);
  const verdict = readLogVerdict(log?.lines ?? []);
  if (verdict.missingRight) return { step: "rest", ...rightsMissing(verdict.missingRight), ...(log && { log }) };
  return probeTrouble(pod, events, log) ?? slowRest(since, evidence.now, log);
}

function probeTrouble(pod: Pod, events: readonly EventView[], log: LogTail | undefined): StartupTrouble | undefined {
  const ready = pod.status?.conditions?.find(({ type }) => type === "Ready")?.status === "True";
  const failed = events.find(
    ({ reason, message }) => reason === "Unhealthy" && /^(Readiness|Startup) probe/.test(message),
  );
  if (ready || failed === undefined) return undefined;
  const kind = failed.message.startsWith("Startup") ? "startup" : "readiness";
  return {
    step: "rest",
    code: "not-ready",
    fact: `The pod's ${kind} probe fails, ${failed.count} times so far.`,
    why: "Kubernetes sends nobody to a pod that is not ready, so the REST Service has no one behind it.",
    next: [
      "Correct the probe in the pod template, or do without: Flink needs none.",
      "Or read the log: what it probes may not be up.",
    ],
    said: failed.message,
    ...(log && { log }),
  };
}

function slowRest(since: number, now: number, log: LogTail | undefined): StartupTrouble | undefined {
  if (now - since < slowRestMs) return undefined;
  const cause = readLogVerdict((log?.lines ?? []).filter((line) => /Exception|ERROR/.test(line))).cause;
  return {
    step: "rest",
    code: "rest-silent",
    fact: `The JobManager runs since ${Math.floor((now - since) / 60_000)} min and its REST does not answer.`,
    why: cause === undefined ? "It usually answers within some ten seconds." : `Its log has: ${cause}`,
    next: [
      "Read its log: it may wait for storage, for a leader election, or for CPU.",
      "A JobManager with very little CPU takes minutes: raise kubernetes.jobmanager.cpu.amount or its limit-factor.",
    ],
    ...(log && { log }),
  };
}
