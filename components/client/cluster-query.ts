import { queryOptions } from "@tanstack/react-query";
import { getClusterOperation } from "#server/clusters/schema.ts";
import { callConsole } from "./call-console.ts";
import type { ClusterPlace } from "./cluster-href.ts";

/** One cluster with its objects. The live channel says when it went stale. */
export const clusterQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: ["clusters", cluster.context, cluster.namespace, cluster.clusterId],
    queryFn: ({ signal }) => callConsole(getClusterOperation, cluster, { signal }),
  });
