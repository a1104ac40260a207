"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { JobList as Answer } from "#server/jobs/schema.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Note } from "../../ui/note.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { clockText } from "../../ui/quantities.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { useNow } from "../../ui/use-now.ts";
import { jobsQuery } from "../job-queries.ts";
import { ClusterHead } from "./cluster-head.tsx";
import { JobList } from "./job-list.tsx";
import { jobRows } from "./job-row.ts";

/** All jobs of all clusters. A part that does not answer never takes the page with it. */
export function JobsPage() {
  const jobs = useQuery(jobsQuery());
  const now = useNow();
  const rows = useMemo(() => (jobs.data ? jobRows(jobs.data, now) : []), [jobs.data, now]);
  return (
    <div className="pb-8">
      {jobs.error && (
        <div className="px-5 pt-3">
          <ErrorState
            fact="The jobs could not be read."
            error={jobs.error}
            stillHolds={jobs.data && `Shown as last seen at ${clockText(jobs.dataUpdatedAt)}.`}
            onRetry={() => void jobs.refetch()}
          />
        </div>
      )}
      {jobs.isPending && <SkeletonRows waitingFor="Waiting for the JobManagers" />}
      {jobs.data && <Notes answer={jobs.data} />}
      {jobs.data && rows.length === 0 && <NoJobs answer={jobs.data} />}
      {jobs.data && rows.length > 0 && (
        <JobList
          rows={rows}
          manyClusters
          groupHead={(group) => <ClusterHead group={group} clusters={jobs.data.clusters} />}
        />
      )}
    </div>
  );
}

/** Clusters and contexts whose jobs are not, or no longer, known. */
function Notes({ answer }: { readonly answer: Answer }) {
  const silent = answer.clusters.filter((cluster) => cluster.state === "unreachable" && cluster.at === undefined);
  const waiting = answer.clusters.filter((cluster) => cluster.state === "waiting");
  const contexts = answer.contexts.filter((context) => context.state !== "waiting");
  if (silent.length + waiting.length + contexts.length === 0 && !answer.cut) return null;
  return (
    <div className="grid gap-2 px-5 pt-3">
      {contexts.map(({ context, state, since }) => (
        <Note
          key={context}
          family="wait"
          fact={
            state === "refused"
              ? `${context} lets you list no Deployments.`
              : `${context} does not answer${since ? ` since ${clockText(since)}` : ""}.`
          }
        >
          {state === "refused" ? "So the jobs of its clusters are not known." : "Its jobs are shown as last seen."}
        </Note>
      ))}
      {silent.length > 0 && (
        <Note
          family="wait"
          fact={`${silent.length === 1 ? "1 JobManager does" : `${silent.length} JobManagers do`} not answer.`}
        >
          {silent
            .slice(0, 5)
            .map((cluster) => `${cluster.namespace} / ${cluster.clusterId}`)
            .join(", ")}
          {silent.length > 5 && ` and ${silent.length - 5} more`}. Their jobs are not known.
        </Note>
      )}
      {waiting.length > 0 && (
        <Note
          family="plain"
          fact={`${waiting.length === 1 ? "1 JobManager has" : `${waiting.length} JobManagers have`} not answered yet.`}
        >
          Their jobs come as soon as they do.
        </Note>
      )}
      {answer.cut && (
        <Note family="wait" fact="There are more jobs than are shown.">
          Of each cluster the 500 that matter most are listed, 5,000 in all.
        </Note>
      )}
    </div>
  );
}

function NoJobs({ answer }: { readonly answer: Answer }) {
  const clusters = answer.clusters.length;
  return (
    <EmptyState title="No jobs" actions={<ButtonLink href="/clusters">Clusters</ButtonLink>}>
      {clusters === 0
        ? "There is no Flink cluster in the namespaces that you may see."
        : `Looked for on ${clusters === 1 ? "1 cluster" : `${clusters} clusters`}. A job is submitted to a session cluster, or comes with an application.`}
    </EmptyState>
  );
}
