import type { Caller, ClusterAddress } from "../../caller.ts";

/** How much of the hash goes into a jar's name on a JobManager. */
const shortLength = 16;

/** The name under which a kept jar is uploaded, so that it can be found there again: `name-<hash>.jar`. */
export const uploadName = (name: string, sha256: string): string =>
  `${name.replace(/\.jar$/, "")}-${sha256.slice(0, shortLength)}.jar`;

/** The hash's beginning in such a name, and the name without it. */
export function readUploadName(name: string): { readonly name: string; readonly short: string | undefined } {
  const match = /^(.*)-([0-9a-f]{16})\.jar$/.exec(name);
  return match ? { name: `${match[1]}.jar`, short: match[2] } : { name, short: undefined };
}

export interface JarOnCluster {
  readonly jarId: string;
  /** True when it was uploaded for this request: who fails takes it away again. */
  readonly fresh: boolean;
}

/** The jar on the JobManager, uploaded from the console's store where it is not there yet. */
export async function jarOnCluster(
  jar: { readonly sha256: string } | { readonly jarId: string },
  cluster: ClusterAddress,
  caller: Caller,
  signal?: AbortSignal,
): Promise<JarOnCluster> {
  if ("jarId" in jar) return { jarId: jar.jarId, fresh: false };
  const flink = caller.flink(cluster);
  const stored = await caller.jars.find(jar.sha256);
  const short = jar.sha256.slice(0, shortLength);
  const there = (await flink.jars(signal)).find((one) => readUploadName(one.name).short === short);
  if (there) return { jarId: there.id, fresh: false };
  const { id } = await flink.uploadJar(uploadName(stored.name, jar.sha256), caller.jars.read(jar.sha256), signal);
  return { jarId: id, fresh: true };
}

/** Runs `use` with the jar on the JobManager; takes a jar away that was uploaded for it when it fails. */
export async function withJar<Answer>(
  jar: { readonly sha256: string } | { readonly jarId: string },
  [cluster, caller, signal]: readonly [ClusterAddress, Caller, AbortSignal],
  use: (jarId: string) => Promise<Answer>,
): Promise<Answer> {
  const { jarId, fresh } = await jarOnCluster(jar, cluster, caller, signal);
  try {
    return await use(jarId);
  } catch (error) {
    if (fresh)
      await caller
        .flink(cluster)
        .deleteJar(jarId)
        .catch(() => undefined);
    throw error;
  }
}
