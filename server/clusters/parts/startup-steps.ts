import type { ClusterStartup, StartupStep, StartupStepName } from "../startup.schema.ts";
import { type Pod, timeOf } from "./cluster-objects.ts";
import { bytesText } from "./quantity.ts";
import { containerStatuses } from "./startup-pod.ts";
import { jobManagerPods, type StartupEvidence, startupTrouble } from "./startup-trouble.ts";

/** What is known of one step: `done` without `at` was done while nobody looked. */
interface Known {
  readonly name: StartupStepName;
  readonly done: boolean;
  readonly at?: number | undefined;
  /** When it began, where that is not the end of the step before. */
  readonly from?: number | undefined;
  readonly detail?: string | undefined;
}

/** A pod that was made so long after its Deployment is not the first. */
const laterMs = 120_000;

/** How far a cluster has come up, each step with its time, and what stops it. Pure. */
export function startupOf(evidence: StartupEvidence): Omit<ClusterStartup, "unseen"> {
  const { deployment } = evidence.objects;
  const created = timeOf(deployment?.metadata?.creationTimestamp);
  if (
    deployment === undefined ||
    deployment.metadata?.deletionTimestamp !== undefined ||
    deployment.spec?.replicas === 0
  ) {
    return { state: "none", first: true, steps: [] };
  }
  const trouble = startupTrouble(evidence);
  const pod = furthest(jobManagerPods(evidence.objects));
  const podAt = timeOf(pod?.metadata?.creationTimestamp);
  const first =
    (podAt === undefined || created === undefined || podAt - created < laterMs) &&
    !(evidence.rest.kind === "silent" && evidence.rest.lastAt !== undefined);
  const known: Known[] = [
    { name: "deployment", done: true, at: created, from: created, detail: deployment.metadata?.name },
    scheduled(pod, first ? undefined : podAt),
    pulled(pod, evidence),
    started(pod),
    answered(evidence),
    ...(evidence.application ? [jobRuns(evidence)] : []),
  ];
  const steps = laidOut(known, trouble?.step);
  const up = steps.every(({ state }) => state === "done");
  return {
    // A session is up without TaskManagers: their trouble is told all the same.
    state: up ? "started" : trouble !== undefined ? "stuck" : "starting",
    first,
    steps,
    ...(trouble && { trouble }),
  };
}

/** The pod that is nearest to running: with several JobManagers one leader is enough. */
function furthest(pods: readonly Pod[]): Pod | undefined {
  const rank = (pod: Pod) =>
    (startedAt(pod) !== undefined ? 4 : 0) + (imagesThere(pod) ? 2 : 0) + (pod.spec?.nodeName === undefined ? 0 : 1);
  return pods.toSorted((one, other) => rank(other) - rank(one))[0];
}

function scheduled(pod: Pod | undefined, from: number | undefined): Known {
  const condition = pod?.status?.conditions?.find(({ type }) => type === "PodScheduled");
  const node = pod?.spec?.nodeName;
  return {
    name: "pods",
    done: condition?.status === "True",
    at: timeOf(condition?.lastTransitionTime ?? undefined),
    from,
    detail: pod === undefined ? undefined : `${pod.metadata?.name}${node === undefined ? "" : ` on ${node}`}`,
  };
}

const imagesThere = (pod: Pod) => {
  const statuses = pod.status?.containerStatuses ?? [];
  return statuses.length > 0 && statuses.every(({ imageID, state }) => imageID !== "" || state?.running !== undefined);
};

function pulled(pod: Pod | undefined, { events }: StartupEvidence): Known {
  const ofPod = events.filter(({ object }) => object.name === pod?.metadata?.name);
  const done = ofPod.filter(({ reason }) => reason === "Pulled");
  const begun = ofPod.filter(({ reason }) => reason === "Pulling");
  const all = pod !== undefined && imagesThere(pod);
  const first = (event: { at: number; firstAt?: number | undefined }) => event.firstAt ?? event.at;
  return {
    name: "images",
    done: all || (done.length > 0 && done.length >= containersOf(pod)),
    ...(done.length > 0 && { at: Math.max(...done.map(first)) }),
    ...(begun.length > 0 && { from: Math.min(...begun.map(first)) }),
    detail: imageText(done.map(({ message }) => message)) ?? begun[0]?.message,
  };
}

const containersOf = (pod: Pod | undefined) =>
  (pod?.spec?.initContainers ?? []).length + (pod?.spec?.containers ?? []).length;

/** `Successfully pulled image "flink:2.3.0" in 3.2s (3.2s including waiting). Image size: 293601280 bytes.` */
function imageText(messages: readonly string[]): string | undefined {
  const texts = messages.map((message) => {
    const image = /image "([^"]+)"/.exec(message)?.[1] ?? "";
    if (message.includes("already present")) return `${image} was on the node`;
    const size = Number(/Image size: (\d+) bytes/.exec(message)?.[1]);
    return Number.isNaN(size) ? image : `${image}, ${bytesText(size)}`;
  });
  return texts.length === 0 ? undefined : [...new Set(texts)].join("; ");
}

/** When the last container of a pod started; undefined until all of them run. */
function startedAt(pod: Pod): number | undefined {
  const statuses = pod.status?.containerStatuses ?? [];
  const times = statuses.flatMap(({ state }) => timeOf(state?.running?.startedAt) ?? []);
  return times.length === 0 || times.length < statuses.length ? undefined : Math.max(...times);
}

function started(pod: Pod | undefined): Known {
  const at = pod && startedAt(pod);
  const ends = (pod ? containerStatuses(pod) : []).flatMap(
    ({ lastState }) => timeOf(lastState?.terminated?.finishedAt) ?? [],
  );
  const initialising = (pod?.status?.initContainerStatuses ?? []).find(({ state }) => state?.running !== undefined);
  const names = (pod?.status?.containerStatuses ?? []).map(({ name, restartCount }) =>
    restartCount === 0 ? name : `${name}, restarted ${restartCount} times`.replace(" 1 times", " once"),
  );
  return {
    name: "containers",
    done: at !== undefined,
    at,
    ...(ends.length > 0 && { from: Math.max(...ends) }),
    detail: initialising ? `init container ${initialising.name} runs` : names.length > 0 ? names.join("; ") : undefined,
  };
}

function answered({ rest }: StartupEvidence): Known {
  if (rest.kind === "forbidden") return { name: "rest", done: true, detail: "you may not ask it (services/proxy)" };
  if (rest.kind !== "answers") return { name: "rest", done: false };
  return { name: "rest", done: true, at: rest.firstAt, detail: `Flink ${rest.overview.flinkVersion} answers` };
}

const over = ["FINISHED", "CANCELED", "SUSPENDED"];

function jobRuns({ job }: StartupEvidence): Known {
  if (job === undefined) return { name: "job", done: false };
  const { name, state, tasks, tasksRunning, at } = job;
  const done = over.includes(state) || (state === "RUNNING" && tasksRunning === tasks);
  const detail = done ? `${name}: ${state}` : `${name}: ${state}, ${tasksRunning} of ${tasks} tasks run`;
  return { name: "job", done, at: done ? at : undefined, detail };
}

/** Puts begin, end and state to each step: one is at work, and only where nothing is stuck. */
function laidOut(known: readonly Known[], stuck: StartupStepName | undefined): StartupStep[] {
  let before: number | undefined;
  let working = stuck === undefined;
  return known.map((one) => {
    const state = stateOf(one, stuck, working);
    if (state !== "done") working = false;
    const from = latest(before, one.from);
    before = state === "done" ? latest(from, one.at) : undefined;
    return stepOf(one, state, from);
  });
}

function stateOf({ name, done }: Known, stuck: StartupStepName | undefined, working: boolean): StartupStep["state"] {
  if (name === stuck) return "stuck";
  if (done) return "done";
  return working ? "doing" : "ahead";
}

function stepOf({ name, at, detail }: Known, state: StartupStep["state"], from: number | undefined): StartupStep {
  return {
    name,
    state,
    ...(from !== undefined && state !== "ahead" && { from }),
    ...(state === "done" && at !== undefined && { at: latest(from, at) }),
    ...(detail !== undefined && { detail }),
  };
}

/** Clocks of nodes differ a little: no step ends before it began. */
const latest = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined ? other : other === undefined ? one : Math.max(one, other);
