import type { Caller, ClusterAddress } from "../caller.ts";
import { ConsoleError, type Issue } from "../errors.ts";
import type { ClusterSpec } from "../flink/cluster-spec.ts";
import { configMapName, hadoopConfigMapName, podTemplateConfigMapName } from "../flink/resources/cluster-names.ts";
import { type RecoveredSpec, recoverSpec } from "../flink/resources/recover-spec.ts";
import type { AnswerOf } from "../operation.schema.ts";
import { clusterSpec } from "./cluster-spec.schema.ts";
import { getCluster } from "./get-cluster.ts";
import { getClusterConfiguration } from "./get-cluster-configuration.ts";
import type { getClusterSpecOperation } from "./new-cluster.schema.ts";
import { findCluster } from "./parts/find-cluster.ts";
import { mask } from "./parts/flink-configuration-file.ts";
import { named } from "./parts/render.ts";

type Answer = AnswerOf<typeof getClusterSpecOperation>;

/**
 * The spec of a cluster: as it was submitted here, else what its objects tell, whoever made it. Values that are secret are
 * in neither; `notTaken` names them.
 *
 * Throws `not-found` for a cluster that is not there or whose configuration can't be read.
 */
export async function getClusterSpec(address: ClusterAddress, caller: Caller): Promise<Answer> {
  const [{ submitted }, recovered] = await Promise.all([
    getClusterConfiguration(address, caller),
    recover(address, caller),
  ]);
  if (submitted) return { ...withoutMasks(submitted.spec, recovered), source: "submitted" };
  if (recovered) return { ...parsed(named(recovered.spec, address), recovered.notTaken), source: "recovered" };
  const { namespace, clusterId } = address;
  throw new ConsoleError({ kind: "not-found", resource: `Flink's configuration of ${namespace}/${clusterId}` });
}

async function recover(address: ClusterAddress, caller: Caller): Promise<RecoveredSpec | undefined> {
  const [{ objects }, { summary }] = await Promise.all([findCluster(address, caller), getCluster(address, caller)]);
  const { clusterId, namespace } = address;
  const dataOf = (name: string) => objects.configMaps.find(({ metadata }) => metadata?.name === name)?.data;
  if (summary.flinkVersion === undefined) return undefined;
  return recoverSpec({
    clusterId,
    namespace,
    flinkVersion: summary.flinkVersion,
    image: summary.image,
    configuration: dataOf(configMapName(clusterId)) ?? {},
    podTemplate: dataOf(podTemplateConfigMapName(clusterId))?.["taskmanager-pod-template.yaml"],
    hadoop: dataOf(hadoopConfigMapName(clusterId)),
  });
}

/** What was kept with its value hidden is taken from the objects where that is no secret, else left out and named. */
function withoutMasks(spec: ClusterSpec, recovered: RecoveredSpec | undefined): Omit<Answer, "source"> {
  const hidden = Object.keys(spec.configuration).filter((key) => spec.configuration[key] === mask);
  const known = recovered?.spec.configuration ?? {};
  const kept = Object.entries(spec.configuration).filter(([key]) => !hidden.includes(key) || known[key] !== undefined);
  const configuration = Object.fromEntries(kept.map(([key, value]) => [key, value === mask ? known[key] : value]));
  const lost = hidden.filter((key) => known[key] === undefined);
  const { named: files, ...otherFiles } = spec.files ?? {};
  const lostFiles = Object.keys(files ?? {}).filter((path) => files?.[path] === mask);
  const keptFiles = Object.fromEntries(Object.entries(files ?? {}).filter(([, text]) => text !== mask));
  return parsed({ ...spec, configuration, ...(spec.files && { files: { ...otherFiles, named: keptFiles } }) }, [
    ...lost.map((field) => ({ field, code: "secret-not-taken", detail: `The value of ${field} is secret.` })),
    ...lostFiles.map((path) => ({ code: "file-not-taken", detail: `The file ${path} is secret.` })),
  ]);
}

const parsed = (spec: object, notTaken: readonly Issue[]): Omit<Answer, "source"> => ({
  spec: clusterSpec.parse(spec),
  notTaken: [...notTaken],
});
