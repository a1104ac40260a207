import { mainContainerName } from "../../flink/resources/flink-pod.ts";
import type { StartupTrouble } from "../startup.schema.ts";
import { componentOf, type Pod } from "./cluster-objects.ts";
import { cut } from "./observe-pod.ts";
import { bytesText, parseQuantity } from "./quantity.ts";
import { readLogVerdict } from "./startup-log.ts";
import { type ContainerEvidence, type ContainerStatus, endedContainer, type Terminated } from "./startup-pod.ts";

/** The kubelet's word for a container whose program can't even be started. */
const startErrors = ["StartError", "ContainerCannotRun"];

/** How a container ended: for memory, for a missing right, by its own error; with the last lines of its log. */
export function endTrouble({ pod, log }: ContainerEvidence): StartupTrouble | undefined {
  const ended = endedContainer(pod);
  if (ended === undefined) return undefined;
  const { status, end } = ended;
  const lines = log?.container === status.name ? log : undefined;
  return {
    step: status.state?.running === undefined ? "containers" : "rest",
    ...(lines && { log: lines }),
    ...(end.message && { said: cut(end.message) }),
    ...explainEnd(pod, status, end, lines?.lines ?? end.message?.split("\n") ?? []),
  };
}

type Explained = Pick<StartupTrouble, "code" | "fact" | "why" | "next" | "serviceAccount">;

function explainEnd(pod: Pod, status: ContainerStatus, end: Terminated, lines: readonly string[]): Explained {
  if (startErrors.includes(end.reason ?? "")) return startError(status, end);
  if (end.reason === "OOMKilled") return outOfMemory(pod, status);
  const { missingRight, cause, hint } = readLogVerdict(lines);
  if (missingRight) return rightsMissing(missingRight);
  if (end.exitCode === 137) return killed(pod, status);
  return {
    code: "crash-loop",
    fact: `${nameOf(status, pod)} ended with exit code ${end.exitCode}${timesText(status)}.`,
    why: cause ? `Its log ends with: ${cause}` : "It has left no word of why.",
    next: [
      ...(hint ? [hint] : []),
      "Read its log. Kubernetes starts it again by itself, each time after a longer pause.",
    ],
  };
}

/** The JobManager lacks a right, as its own log or an access review says. */
export function rightsMissing(right: { serviceAccount: string; verb: string; resource: string }) {
  return {
    code: "rights-missing" as const,
    fact: `Service account ${right.serviceAccount} may not ${right.verb} ${right.resource}.`,
    why: "Flink's JobManager makes and watches its TaskManagers itself, with the rights of its service account.",
    next: ["Give the service account these rights. The JobManager then starts by itself at its next try."],
    serviceAccount: right.serviceAccount,
  };
}

const nameOf = ({ name }: ContainerStatus, pod: Pod) =>
  name !== mainContainerName
    ? `Container ${name}`
    : componentOf(pod) === "taskmanager"
      ? "The TaskManager"
      : "The JobManager";
const timesText = ({ restartCount }: ContainerStatus) => (restartCount < 2 ? "" : `, ${restartCount} times`);

function startError({ name }: ContainerStatus, end: Terminated) {
  const program = /exec: "([^"]+)"/.exec(end.message ?? "")?.[1];
  return {
    code: "container-refused" as const,
    fact: program === undefined ? `Container ${name} can't be started.` : `The image has no program ${program}.`,
    why: "The node made the container and could not start its program.",
    next: ["Check kubernetes.entry.path and that the image is one of Flink."],
  };
}

function outOfMemory(pod: Pod, status: ContainerStatus) {
  const main = status.name === mainContainerName;
  const process = componentOf(pod) === "taskmanager" ? "taskmanager" : "jobmanager";
  const spec = [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])].find(
    ({ name }) => name === status.name,
  );
  const limit = parseQuantity(spec?.resources?.limits?.["memory"]);
  const bound = limit === undefined ? "its memory limit" : `its limit of ${bytesText(limit)}`;
  return {
    code: "out-of-memory" as const,
    fact: `${nameOf(status, pod)} was killed: it used more memory than ${bound}${timesText(status)}.`,
    why: "The node ends a container that passes its memory limit (exit code 137, OOMKilled).",
    next: main
      ? [
          `Raise ${process}.memory.process.size, or ${process}.memory.jvm-overhead.max where native memory grows.`,
          `Or let the limit be higher than the request: kubernetes.${process}.memory.limit-factor.`,
        ]
      : [`Raise the memory limit of container ${status.name} in the pod template.`],
  };
}

function killed(pod: Pod, status: ContainerStatus) {
  return {
    code: "killed" as const,
    fact: `${nameOf(status, pod)} was killed from outside (exit code 137)${timesText(status)}.`,
    why: "Not for its own memory limit: a failed liveness probe, a node short of memory, or somebody ended it.",
    next: ["Look at the pod's events for Unhealthy, Evicted or Killing, and at the node."],
  };
}
