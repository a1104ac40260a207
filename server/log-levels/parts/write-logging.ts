import type { Caller, ClusterAddress } from "../../caller.ts";
import { ConsoleError, isFailure } from "../../errors.ts";
import { type ClusterLogging, readClusterLogging } from "./cluster-logging.ts";
import { configMapName } from "./kubernetes-objects.ts";
import { type KeptOverrides, overridesAnnotation } from "./level-overrides.ts";
import { rememberLevels } from "./remember-levels.ts";

/** What is to stand in the ConfigMap. */
export interface NextLogging {
  readonly text: string;
  readonly kept: KeptOverrides;
}

export interface WrittenLogging<Next extends NextLogging> {
  readonly before: ClusterLogging;
  readonly next: Next;
}

const mostAttempts = 6;

/**
 * Reads the file, lets `edit` make the next one and writes it together with the annotation, bound to the version that
 * was read. A change in between is read and `edit` asked again: it decides whether both changes go together, and throws
 * `changed-meanwhile` where they do not.
 */
export async function writeLogging<Next extends NextLogging>(
  address: ClusterAddress,
  caller: Caller,
  edit: (current: ClusterLogging) => Next,
): Promise<WrittenLogging<Next>> {
  for (let attempt = 1; ; attempt++) {
    const before = await readClusterLogging(address, caller);
    if (before.readOnly !== undefined) throw new ConsoleError({ kind: "not-possible-now", detail: before.readOnly });
    const next = edit(before);
    try {
      await writeOnce(address, caller, before, next);
      await rememberLevels(before.configMap.metadata?.uid ?? "", next.kept, caller);
      return { before, next };
    } catch (error) {
      if (!isFailure(error, "changed-meanwhile") || attempt >= mostAttempts) throw error;
    }
  }
}

async function writeOnce(
  { context, namespace, clusterId }: ClusterAddress,
  caller: Caller,
  before: ClusterLogging,
  next: NextLogging,
): Promise<void> {
  await caller.kubernetes(context).patch("ConfigMap", namespace, configMapName(clusterId), {
    metadata: {
      resourceVersion: before.resourceVersion,
      annotations: { [overridesAnnotation]: JSON.stringify(next.kept) },
    },
    data: { [before.name]: next.text },
  });
}
