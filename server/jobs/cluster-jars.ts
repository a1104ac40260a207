import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { deleteClusterJarOperation, listClusterJarsOperation } from "./jars.schema.ts";
import { readUploadName } from "./parts/jar-on-cluster.ts";

/** Jars in a JobManager's upload folder, the newest first. They go when its pod does. */
export async function listClusterJars(
  { context, namespace, clusterId }: RequestOf<typeof listClusterJarsOperation>,
  caller: Caller,
  signal: AbortSignal,
): Promise<AnswerOf<typeof listClusterJarsOperation>> {
  const [there, kept] = await Promise.all([
    caller.flink({ context, namespace, clusterId }).jars(signal),
    caller.jars.list(),
  ]);
  const jars = there.map(({ id, name: uploaded, uploadedAt, entryClasses }) => {
    const { name, short } = readUploadName(uploaded);
    const sha256 = kept.find((jar) => short !== undefined && jar.sha256.startsWith(short))?.sha256;
    return { jarId: id, name: sha256 === undefined ? uploaded : name, uploadedAt, entryClasses, sha256 };
  });
  return { jars: jars.toSorted((a, b) => b.uploadedAt - a.uploadedAt) };
}

/** Deletes a jar from a JobManager's upload folder. Jobs that run from it run on. */
export async function deleteClusterJar(
  { context, namespace, clusterId, jarId }: RequestOf<typeof deleteClusterJarOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof deleteClusterJarOperation>> {
  const cluster = { context, namespace, clusterId };
  const entry = { action: "jar.delete", ...cluster, subject: jarId };
  await caller.audit.record(entry, () => caller.flink(cluster).deleteJar(jarId));
  return {};
}
