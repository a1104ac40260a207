"use client";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  listJobExceptionsOperation,
  readFlameGraphOperation,
  readJobCheckpointsOperation,
  readJobConfigurationOperation,
  readJobOperation,
  readVertexOperation,
} from "#server/jobs/job.schema.ts";
import { listVertexMetricsOperation, readVertexMetricsOperation } from "#server/jobs/metrics.schema.ts";
import { cancelJobOperation, listClusterJobsOperation, listJobsOperation } from "#server/jobs/schema.ts";
import { callConsole } from "../client/call-console.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import type { JobPlace } from "./job-href.ts";

/** JobManagers tell nothing by themselves, so pages in sight ask; the console asks each JobManager once for all. */
const everyMs = 5_000;

const keyOf = ({ context, namespace, clusterId }: ClusterPlace, ...rest: readonly unknown[]) =>
  ["jobs", context, namespace, clusterId, ...rest] as const;
const jobKey = (job: JobPlace, ...rest: readonly unknown[]) => keyOf(job, job.jobId, ...rest);

export const jobsQuery = () =>
  queryOptions({
    queryKey: ["jobs"],
    queryFn: ({ signal }) => callConsole(listJobsOperation, {}, { signal }),
    refetchInterval: everyMs,
  });

export const clusterJobsQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: keyOf(cluster),
    queryFn: ({ signal }) => callConsole(listClusterJobsOperation, cluster, { signal }),
    refetchInterval: everyMs,
  });

export const jobQuery = (job: JobPlace) =>
  queryOptions({
    queryKey: jobKey(job),
    queryFn: ({ signal }) => callConsole(readJobOperation, job, { signal }),
    refetchInterval: everyMs,
  });

export const checkpointsQuery = (job: JobPlace) =>
  queryOptions({
    queryKey: jobKey(job, "checkpoints"),
    queryFn: ({ signal }) => callConsole(readJobCheckpointsOperation, job, { signal }),
    refetchInterval: everyMs,
  });

export const exceptionsQuery = (job: JobPlace) =>
  queryOptions({
    queryKey: jobKey(job, "exceptions"),
    queryFn: ({ signal }) => callConsole(listJobExceptionsOperation, job, { signal }),
    refetchInterval: everyMs,
  });

export const configurationQuery = (job: JobPlace) =>
  queryOptions({
    queryKey: jobKey(job, "configuration"),
    queryFn: ({ signal }) => callConsole(readJobConfigurationOperation, job, { signal }),
  });

export const vertexQuery = (job: JobPlace, vertexId: string) =>
  queryOptions({
    queryKey: jobKey(job, "vertex", vertexId),
    queryFn: ({ signal }) => callConsole(readVertexOperation, { ...job, vertexId }, { signal }),
    refetchInterval: everyMs,
    placeholderData: keepPreviousData,
  });

export const metricNamesQuery = (job: JobPlace, vertexId: string) =>
  queryOptions({
    queryKey: jobKey(job, "metric-names", vertexId),
    queryFn: ({ signal }) => callConsole(listVertexMetricsOperation, { ...job, vertexId }, { signal }),
  });

export const metricValuesQuery = (job: JobPlace, vertexId: string, names: readonly string[]) =>
  queryOptions({
    queryKey: jobKey(job, "metric-values", vertexId, names),
    queryFn: ({ signal }) =>
      callConsole(readVertexMetricsOperation, { ...job, vertexId, name: [...names] }, { signal }),
    enabled: names.length > 0,
    refetchInterval: everyMs,
  });

export type FlameGraphType = "full" | "on_cpu" | "off_cpu";
export const flameGraphQuery = (job: JobPlace, vertexId: string, type: FlameGraphType) =>
  queryOptions({
    queryKey: jobKey(job, "flame-graph", vertexId, type),
    queryFn: ({ signal }) => callConsole(readFlameGraphOperation, { ...job, vertexId, type }, { signal }),
    // Samples take some seconds; until they are there the answer is «waiting».
    refetchInterval: ({ state }) => (state.data?.state === "sampled" ? 30_000 : 2_000),
  });

/** Cancels one or several jobs. Each answer says that Flink has taken it, not that the job has ended. */
export function useCancelJobs() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (jobs: readonly JobPlace[]) => {
      const results = await Promise.allSettled(jobs.map((job) => callConsole(cancelJobOperation, job)));
      return jobs.map((job, index) => {
        const result = results[index];
        return { job, error: result?.status === "rejected" ? (result.reason as unknown) : undefined };
      });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
