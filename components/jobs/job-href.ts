import { type ClusterPlace, clusterPlaceOf } from "../client/cluster-href.ts";

export interface JobPlace extends ClusterPlace {
  readonly jobId: string;
}

/** The address of a job's page, or of a part of it: `jobHref(job, "checkpoints")`. */
export function jobHref({ context, namespace, clusterId, jobId }: JobPlace, part?: string): string {
  const parts = [context, namespace, clusterId, jobId].map(encodeURIComponent).join("/");
  return `/jobs/${parts}${part === undefined ? "" : `/${part}`}`;
}

/** A job from the parameters of its page, which Next hands over still percent-encoded. */
export const jobPlaceOf = (params: JobPlace): JobPlace => ({ ...clusterPlaceOf(params), jobId: params.jobId });
