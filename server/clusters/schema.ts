import { z } from "zod";

/** Path parameters of everything that belongs to one cluster. The only address that a browser may send. */
export const clusterAddress = z.object({
  context: z.string().min(1).max(253),
  namespace: z.string().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, "is not the name of a namespace"),
  clusterId: z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/, "is not the name of a cluster"),
});

export const clusterPath = "/clusters/{context}/{namespace}/{clusterId}";
