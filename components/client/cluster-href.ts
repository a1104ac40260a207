export interface ClusterPlace {
  readonly context: string;
  readonly namespace: string;
  readonly clusterId: string;
}

/** The address of a cluster's page, or of a page below it: `clusterHref(cluster, "logs")`. */
export function clusterHref({ context, namespace, clusterId }: ClusterPlace, below?: string): string {
  const parts = [context, namespace, clusterId].map(encodeURIComponent).join("/");
  return `/clusters/${parts}${below === undefined ? "" : `/${below}`}`;
}

/** A cluster from the parameters of its page, which Next hands over still percent-encoded. */
export function clusterPlaceOf(params: ClusterPlace): ClusterPlace {
  return {
    context: decodePart(params.context),
    namespace: decodePart(params.namespace),
    clusterId: decodePart(params.clusterId),
  };
}

/** A malformed escape stays as it is: no cluster is called so, and the page says not found. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Flink's own web UI of a cluster, read only and sandboxed. Open it in a tab of its own: the address leads on to one that
 * counts for a while. `view` is a page of Flink's UI, such as `job/running/<jobId>/overview`.
 */
export function flinkUiHref(cluster: ClusterPlace, view?: string): string {
  const query = view === undefined ? "" : `?view=${encodeURIComponent(view)}`;
  return `/api/v1${clusterHref(cluster, "flink-ui")}${query}`;
}
