import type { Caller, ClusterAddress } from "../caller.ts";
import { clusterSpec } from "./cluster-spec.schema.ts";
import type { ClusterConfiguration } from "./cluster-view.schema.ts";
import { findCluster } from "./parts/find-cluster.ts";
import { configurationFileOf, maskOptions, maskText, optionsOf } from "./parts/flink-configuration-file.ts";
import { withoutSecrets } from "./parts/without-secrets.ts";

/** The configuration that Flink's pods read, with sensitive values hidden, and the spec as it was submitted here. */
export async function getClusterConfiguration(address: ClusterAddress, caller: Caller): Promise<ClusterConfiguration> {
  const { objects } = await findCluster(address, caller);
  const file = configurationFileOf(objects);
  const hidden = file && maskText(file);
  const submitted = await submittedSpec(address, objects.deployment?.metadata?.uid, caller);
  return {
    ...(file &&
      hidden && {
        file: { name: file.name, text: hidden.text, resourceVersion: file.configMap.metadata?.resourceVersion ?? "" },
      }),
    masked: [...(hidden?.masked ?? [])],
    effective: file === undefined ? {} : maskOptions(optionsOf(file)),
    otherFiles: Object.keys(file?.configMap.data ?? {}).filter((name) => name !== file?.name),
    ...(submitted && { submitted }),
  };
}

/** A spec that was kept by another version of the console and can't be parsed is as good as none. */
async function submittedSpec(
  { context, namespace, clusterId }: ClusterAddress,
  uid: string | undefined,
  caller: Caller,
): Promise<ClusterConfiguration["submitted"]> {
  if (uid === undefined) return undefined;
  const found = await caller.specs.find(context, namespace, clusterId, uid);
  const parsed = clusterSpec.safeParse(found?.spec);
  if (found === undefined || !parsed.success) return undefined;
  const spec = clusterSpec.parse(withoutSecrets(parsed.data));
  return { spec, at: found.submittedAt.getTime(), who: found.who };
}
