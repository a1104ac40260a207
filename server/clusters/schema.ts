import { z } from "zod";
import { operation } from "../operation.schema.ts";
import { clusterSpec } from "./cluster-spec.schema.ts";
import {
  clusterConfiguration,
  clusterDetail,
  clusterDryRun,
  clusterEvents,
  clusterList,
  clusterPreview,
  contextView,
  deletionProgress,
  issue,
} from "./cluster-view.schema.ts";

/** Path parameters of everything that belongs to one cluster. The only address that a browser may send. */
export const clusterAddress = z.object({
  context: z.string().min(1).max(253),
  namespace: z.string().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, "is not the name of a namespace"),
  clusterId: z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/, "is not the name of a cluster"),
});

export const clusterPath = "/clusters/{context}/{namespace}/{clusterId}";

const context = clusterAddress.shape.context;
const newCluster = z.object({ context, spec: clusterSpec });

export const listClustersOperation = operation({
  id: "listClusters",
  method: "GET",
  path: "/clusters",
  summary: "Every native Flink cluster that may be seen, whoever made it, from memory",
  query: z.object({ context: context.optional(), namespace: clusterAddress.shape.namespace.optional() }),
  answer: clusterList,
});

export const createClusterOperation = operation({
  id: "createCluster",
  method: "POST",
  path: "/clusters",
  summary: "Create a cluster: all of its objects or none",
  body: newCluster,
  answer: clusterAddress.extend({ uid: z.string(), warnings: z.array(issue) }),
  status: 201,
});

export const previewClusterOperation = operation({
  id: "previewCluster",
  method: "POST",
  path: "/cluster-previews",
  summary: "The objects that a spec means, without asking Kubernetes",
  body: z.object({ spec: clusterSpec }),
  answer: clusterPreview,
});

export const dryRunClusterOperation = operation({
  id: "dryRunCluster",
  method: "POST",
  path: "/cluster-dry-runs",
  summary: "What the API server says to each object of a spec; nothing is kept",
  body: newCluster,
  answer: clusterDryRun,
});

export const getClusterOperation = operation({
  id: "getCluster",
  method: "GET",
  path: clusterPath,
  summary: "One cluster: its pods, Services, ConfigMaps, owner and address",
  params: clusterAddress,
  answer: clusterDetail,
});

export const listClusterEventsOperation = operation({
  id: "listClusterEvents",
  method: "GET",
  path: `${clusterPath}/events`,
  summary: "Kubernetes events of a cluster's objects, newest first",
  params: clusterAddress,
  answer: clusterEvents,
});

export const getClusterConfigurationOperation = operation({
  id: "getClusterConfiguration",
  method: "GET",
  path: `${clusterPath}/configuration`,
  summary: "The configuration file that Flink reads, sensitive values hidden, and the spec as submitted",
  params: clusterAddress,
  answer: clusterConfiguration,
});

/** `uid` is that of the Deployment that was looked at: a successor of the same name is left alone. */
export const deleteClusterOperation = operation({
  id: "deleteCluster",
  method: "DELETE",
  path: clusterPath,
  summary: "Delete a cluster; it is over when the deletion's progress is done",
  params: clusterAddress,
  query: z.object({
    /** Absent only where there is no Deployment any more and leftovers of high availability are to go. */
    uid: z.string().min(1).max(100).optional(),
    /** Also remove the ConfigMaps of high availability: what would let a successor recover its jobs. */
    removeHighAvailability: z.enum(["true", "false"]).default("false"),
  }),
  answer: deletionProgress,
  status: 202,
});

export const getDeletionProgressOperation = operation({
  id: "getDeletionProgress",
  method: "GET",
  path: `${clusterPath}/deletion`,
  summary: "What is still there of a cluster that is going",
  params: clusterAddress,
  answer: deletionProgress,
});

export const listContextsOperation = operation({
  id: "listContexts",
  method: "GET",
  path: "/contexts",
  summary: "The Kubernetes contexts that may be used, the current one first",
  answer: z.object({
    contexts: z.array(
      contextView.extend({
        current: z.boolean(),
        defaultNamespace: z.string(),
        /** The API server's version, where it answered. */
        version: z.string().optional(),
      }),
    ),
  }),
});

export const listNamespacesOperation = operation({
  id: "listNamespaces",
  method: "GET",
  path: "/namespaces",
  summary: "Namespaces of a context, or the context's own where they may not be listed",
  query: z.object({ context }),
  answer: z.object({ namespaces: z.array(z.string()), listed: z.boolean(), cut: z.boolean() }),
});
