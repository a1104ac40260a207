"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  listClusterSavepointsOperation,
  readSavepointOperation,
  type Savepoint,
  stopJobOperation,
  triggerSavepointOperation,
} from "#server/savepoints/schema.ts";
import { callConsole } from "../client/call-console.ts";
import type { JobPlace } from "./job-href.ts";

export const hasSavepointEnded = ({ state }: Pick<Savepoint, "state">): boolean =>
  state !== "asked" && state !== "in-progress";

const whileOpenMs = 1_000;
const elseMs = 15_000;

/** The savepoints of one job, looked at more often while one is being taken. */
export const jobSavepointsQuery = ({ context, namespace, clusterId, jobId }: JobPlace) =>
  queryOptions({
    queryKey: ["savepoints", context, namespace, clusterId, jobId],
    queryFn: ({ signal }) =>
      callConsole(listClusterSavepointsOperation, { context, namespace, clusterId, jobId }, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.savepoints.some((one) => !hasSavepointEnded(one)) ? whileOpenMs : elseMs,
  });

/** One savepoint until its end is known. */
export const savepointQuery = (id: string) =>
  queryOptions({
    queryKey: ["savepoints", { id }],
    queryFn: ({ signal }) => callConsole(readSavepointOperation, { id }, { signal }),
    refetchInterval: ({ state }) => (state.data && hasSavepointEnded(state.data) ? false : whileOpenMs),
  });

export interface SavepointWish {
  readonly directory?: string | undefined;
  readonly format: "CANONICAL" | "NATIVE";
  /** Undefined takes a savepoint and lets the job go on; otherwise the job stops with it. */
  readonly drain?: boolean | undefined;
}

/** Takes a savepoint or stops with one. The answer says that Flink has taken it, not that it is done. */
export function useTakeSavepoint(job: JobPlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ drain, ...wish }: SavepointWish) =>
      drain === undefined
        ? callConsole(triggerSavepointOperation, { ...job, ...wish })
        : callConsole(stopJobOperation, { ...job, ...wish, drain }),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: ["savepoints"] });
      await queryClient.invalidateQueries({ queryKey: ["jobs"] });
    },
  });
}

type NamedJob = JobPlace & { readonly name: string };

export interface StopResult {
  readonly job: NamedJob;
  /** What Flink has begun; absent where it refused, and `error` says why. */
  readonly savepoint?: Savepoint | undefined;
  readonly error?: unknown;
}

/** Stops several jobs with a savepoint each. One that is refused does not keep the others. */
export function useStopJobs() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (wish: { readonly jobs: readonly NamedJob[]; readonly directory?: string | undefined }) => {
      const { jobs, directory } = wish;
      return await Promise.all(
        jobs.map(async (job): Promise<StopResult> => {
          try {
            return { job, savepoint: await callConsole(stopJobOperation, { ...job, directory }) };
          } catch (error) {
            return { job, error };
          }
        }),
      );
    },
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: ["savepoints"] });
      await queryClient.invalidateQueries({ queryKey: ["jobs"] });
    },
  });
}
