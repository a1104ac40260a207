import { mainContainerName } from "../../flink/resources/flink-pod.ts";
import type { ClusterSummary } from "../cluster-view.schema.ts";
import { operatorOf } from "../operator-of.ts";
import { type ClusterObjects, componentOf, type Deployment, isHighAvailabilityMap, timeOf } from "./cluster-objects.ts";
import { type Observation, observeCluster, type RestSeen } from "./observe-cluster.ts";
import { requestsOf } from "./observe-pod.ts";

/** One cluster as lists show it. Pure: the same objects and observation give the same summary. */
export function summarizeCluster(context: string, objects: ClusterObjects, observation: Observation): ClusterSummary {
  const { namespace, clusterId, deployment, pods } = objects;
  const overview = overviewOf(observation.rest);
  const image = imageOf(deployment);
  const flinkVersion = overview?.flinkVersion ?? versionInTag(image);
  const managedBy = operatorOf(deployment, clusterId);
  const seenAt = observation.rest.kind === "answers" ? observation.rest.at : undefined;
  return {
    context,
    namespace,
    clusterId,
    ...(deployment?.metadata?.uid !== undefined && { uid: deployment.metadata.uid }),
    observed: observeCluster(objects, observation),
    mode: modeOf(objects),
    ...(flinkVersion !== undefined && { flinkVersion }),
    ...(image !== undefined && { image }),
    ...(managedBy !== undefined && { managedBy }),
    highAvailability: objects.configMaps.some(isHighAvailabilityMap),
    createdAt: createdAtOf(objects),
    pods: {
      jobManagers: pods.filter((pod) => componentOf(pod) === "jobmanager").length,
      taskManagers: pods.filter((pod) => componentOf(pod) === "taskmanager").length,
      ready: pods.filter(({ status }) => status?.conditions?.some((c) => c.type === "Ready" && c.status === "True"))
        .length,
    },
    ...(overview && {
      slots: { total: overview.slotsTotal, free: overview.slotsAvailable },
      jobs: {
        running: overview.jobsRunning,
        finished: overview.jobsFinished,
        canceled: overview.jobsCancelled,
        failed: overview.jobsFailed,
      },
    }),
    ...(seenAt !== undefined && { restSeenAt: seenAt }),
    requested: sum(pods.map(requestsOf)),
  };
}

function overviewOf(rest: RestSeen) {
  return rest.kind === "answers" || rest.kind === "silent" ? rest.overview : undefined;
}

function imageOf(deployment: Deployment | undefined): string | undefined {
  const containers = deployment?.spec?.template.spec?.containers ?? [];
  return (containers.find(({ name }) => name === mainContainerName) ?? containers[0])?.image;
}

/** Images are tagged with the version by custom: `flink:2.3.0-scala_2.12-java17`. A guess until REST tells. */
function versionInTag(image: string | undefined): string | undefined {
  return /:v?(\d{1,2}\.\d{1,3}(?:\.\d{1,3})?)(?![\d.])/.exec(image ?? "")?.[1];
}

/** Flink's entrypoint names the mode; for anything else the configuration does. */
function modeOf({ deployment, configMaps }: ClusterObjects): "session" | "application" {
  const containers = deployment?.spec?.template.spec?.containers ?? [];
  const command = containers.flatMap(({ args, command: words }) => [...(words ?? []), ...(args ?? [])]).join(" ");
  if (/\bkubernetes-application\b/.test(command)) return "application";
  if (/\bkubernetes-session\b/.test(command)) return "session";
  const files = configMaps.flatMap(({ data }) => [data?.["config.yaml"] ?? "", data?.["flink-conf.yaml"] ?? ""]);
  return files.some((text) => text.includes("KubernetesApplicationClusterEntrypoint")) ? "application" : "session";
}

function createdAtOf({ deployment, pods, services, configMaps }: ClusterObjects): number {
  const objects = deployment ? [deployment] : [...pods, ...services, ...configMaps];
  const times = objects.flatMap(({ metadata }) => timeOf(metadata?.creationTimestamp) ?? []);
  return times.length === 0 ? 0 : Math.min(...times);
}

function sum(amounts: readonly { cpu: number; memory: number }[]): { cpu: number; memory: number } {
  const cpu = amounts.reduce((total, amount) => total + amount.cpu, 0);
  return { cpu: Number(cpu.toFixed(3)), memory: amounts.reduce((total, amount) => total + amount.memory, 0) };
}
