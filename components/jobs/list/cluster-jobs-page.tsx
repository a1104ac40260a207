"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type ClusterPlace, clusterHref } from "../../client/cluster-href.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Note } from "../../ui/note.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { clockText } from "../../ui/quantities.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { useNow } from "../../ui/use-now.ts";
import { clusterJobsQuery } from "../job-queries.ts";
import { JobList } from "./job-list.tsx";
import { jobRows } from "./job-row.ts";

/** The jobs of one cluster. */
export function ClusterJobsPage({ cluster }: { readonly cluster: ClusterPlace }) {
  const { data, error, refetch, isPending } = useQuery(clusterJobsQuery(cluster));
  const now = useNow();
  const rows = useMemo(() => (data ? jobRows({ jobs: data.jobs, clusters: [data.cluster] }, now) : []), [data, now]);
  const submit = (
    <ButtonLink kind="primary" icon="plus" href={clusterHref(cluster, "submit")}>
      Submit job
    </ButtonLink>
  );
  return (
    <div className="pb-8">
      <div className="grid gap-2 px-5 pt-3 empty:hidden">
        {error && <ErrorState fact="The jobs could not be read." error={error} onRetry={() => void refetch()} />}
        {data && data.cluster.state !== "answered" && (
          <Note
            family="wait"
            fact={
              data.cluster.at === undefined
                ? "The JobManager does not answer yet."
                : `The JobManager does not answer. Shown as last seen at ${clockText(data.cluster.at)}.`
            }
          >
            {data.cluster.detail}
          </Note>
        )}
      </div>
      {isPending && <SkeletonRows waitingFor={`Waiting for the JobManager of ${cluster.clusterId}`} />}
      {data && rows.length === 0 && data.cluster.state === "answered" && (
        <EmptyState title="No jobs" actions={submit}>
          Nothing was submitted to this cluster, or its JobManager started anew.
        </EmptyState>
      )}
      {rows.length > 0 && <JobList rows={rows} manyClusters={false} groupHead={() => null} actions={submit} />}
    </div>
  );
}
