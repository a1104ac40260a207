import type {
  V1Container,
  V1ContainerPort,
  V1EnvVar,
  V1ObjectMeta,
  V1PodSpec,
  V1Volume,
  V1VolumeMount,
} from "@kubernetes/client-node";

export const mainContainerName = "flink-main-container";

/**
 * A pod on its way through the steps, its main container apart.
 *
 * Flink: FlinkPod.
 */
export interface FlinkPod {
  readonly metadata: V1ObjectMeta;
  readonly spec: Omit<V1PodSpec, "containers">;
  readonly otherContainers: readonly V1Container[];
  readonly mainContainer: Omit<V1Container, "name">;
}

/** Without a template, a pod starts with nothing. */
export const emptyPod: FlinkPod = { metadata: {}, spec: {}, otherContainers: [], mainContainer: {} };

/** What a step appends to a pod. */
export interface Additions {
  readonly volumes?: readonly V1Volume[];
  readonly volumeMounts?: readonly V1VolumeMount[];
  readonly env?: readonly V1EnvVar[];
  readonly ports?: readonly V1ContainerPort[];
}

/** Appends, as Flink does: nothing is merged, and two entries of one name are left to the API server to judge. */
export function extendPod(
  pod: FlinkPod,
  { volumes = [], volumeMounts = [], env = [], ports = [] }: Additions,
): FlinkPod {
  const { spec, mainContainer } = pod;
  return {
    ...pod,
    spec: { ...spec, ...appended("volumes", spec.volumes, volumes) },
    mainContainer: {
      ...mainContainer,
      ...appended("volumeMounts", mainContainer.volumeMounts, volumeMounts),
      ...appended("env", mainContainer.env, env),
      ...appended("ports", mainContainer.ports, ports),
    },
  };
}

/** A list's member with more at its end; nothing where the list is empty, for empty lists are not sent. */
export function appended<Name extends string, Item>(
  name: Name,
  present: readonly Item[] | undefined,
  more: readonly Item[],
): { readonly [_ in Name]?: Item[] } {
  const all = [...(present ?? []), ...more];
  // A computed key widens to string; it is Name and nothing else.
  return (all.length > 0 ? { [name]: all } : {}) as { [_ in Name]?: Item[] };
}

/** A map's member, later maps overlaying earlier ones; nothing where all are empty. */
export function overlaid<Name extends string>(
  name: Name,
  ...maps: readonly (Readonly<Record<string, string>> | undefined)[]
): { readonly [_ in Name]?: Record<string, string> } {
  const all: Record<string, string> = Object.assign({}, ...maps);
  return (Object.keys(all).length > 0 ? { [name]: all } : {}) as { [_ in Name]?: Record<string, string> };
}
