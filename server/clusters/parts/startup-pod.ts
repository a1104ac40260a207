import type { EventView } from "../cluster-view.schema.ts";
import type { LogTail } from "../startup.schema.ts";
import type { Pod } from "./cluster-objects.ts";

export type ContainerStatus = NonNullable<NonNullable<Pod["status"]>["containerStatuses"]>[number];
export type Terminated = NonNullable<NonNullable<ContainerStatus["state"]>["terminated"]>;

export interface ContainerEvidence {
  readonly pod: Pod;
  /** Of this pod, newest first. */
  readonly events: readonly EventView[];
  readonly log?: LogTail | undefined;
  /** Names of the cluster's own ConfigMaps that exist. */
  readonly ownMaps: readonly string[];
}

export function containerStatuses(pod: Pod): ContainerStatus[] {
  return [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
}

/** The container that has ended with an error, for good or between two runs. */
export function endedContainer(pod: Pod): { status: ContainerStatus; end: Terminated } | undefined {
  for (const status of containerStatuses(pod)) {
    const now = status.state?.terminated;
    // One that runs again after an end is looked at, too: it has not come up yet.
    const end = now ?? status.lastState?.terminated;
    if (end !== undefined && end.exitCode !== 0) return { status, end };
  }
  return undefined;
}
