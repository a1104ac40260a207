"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { Note } from "../../ui/note.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { clockText } from "../../ui/quantities.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { type JobPlace, jobHref } from "../job-href.ts";
import { jobQuery } from "../job-queries.ts";
import { CheckpointsPanel } from "./checkpoints-panel.tsx";
import { ExceptionsPanel } from "./exceptions-panel.tsx";
import { Figures } from "./figures.tsx";
import { GraphPanel } from "./graph-panel.tsx";

/** How the job does, in numbers, as a graph, by its checkpoints and exceptions. */
export function JobOverview({ job }: { readonly job: JobPlace }) {
  const router = useRouter();
  const { data, error, refetch, isPending } = useQuery(jobQuery(job));
  return (
    <div className="grid content-start gap-4 p-5">
      {error && <ErrorState fact="The job could not be read." error={error} onRetry={() => void refetch()} />}
      {data?.stale && (
        <Note family="wait" fact={`Shown as last seen at ${clockText(data.at)}.`}>
          {data.stale}
        </Note>
      )}
      {isPending && <SkeletonRows waitingFor={`Waiting for the JobManager of ${job.clusterId}`} />}
      {data && (
        <>
          <Figures details={data} />
          <GraphPanel
            details={data}
            onOpen={(vertexId) => router.push(`${jobHref(job, "subtasks")}?vertex=${vertexId}` as Route)}
          />
          <div className="grid grid-cols-2 gap-4 max-wide:grid-cols-1">
            <CheckpointsPanel job={job} />
            <ExceptionsPanel job={job} />
          </div>
        </>
      )}
    </div>
  );
}
