import type { ContainerTarget, KubernetesDoor } from "./container-target.ts";

export type PodLogOptions = Parameters<KubernetesDoor["podLog"]>[2];

/** One container's log, and the container itself. */
export interface LogSource {
  open(options: PodLogOptions, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
  /** How the container stands now; undefined when its pod is gone. */
  look(): Promise<ContainerTarget | undefined>;
}

export interface FollowOptions {
  readonly target: ContainerTarget;
  readonly follow: boolean;
  readonly previous: boolean;
  readonly since?: string | undefined;
  readonly tailLines?: number | undefined;
}

export interface FollowListener {
  /** A connection is asked for. */
  connecting(): void;
  /** Items have come, or a while of waiting begins: `waiting` tells which. A promise holds the reading back. */
  arrived(waiting: boolean): Promise<void> | undefined;
  /** The log can't be read now, and nobody should wait for it. */
  unreachable(): unknown;
}
