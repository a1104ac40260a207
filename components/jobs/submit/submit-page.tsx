"use client";
import { useQuery } from "@tanstack/react-query";
import { type ClusterPlace, clusterHref } from "../../client/cluster-href.ts";
import { ClusterProblem } from "../../client/cluster-problem.tsx";
import { clusterQuery } from "../../client/cluster-query.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Note } from "../../ui/note.tsx";
import { SubmitForm } from "./submit-form.tsx";

/** The form that runs a jar on a session cluster, or why this cluster takes none. */
export function SubmitPage({ cluster }: { readonly cluster: ClusterPlace }) {
  const { data, error, refetch } = useQuery(clusterQuery(cluster));
  if (error !== null && data === undefined) {
    const whenGone = ", so no job can be submitted to it.";
    return <ClusterProblem cluster={cluster} error={error} onRetry={() => void refetch()} whenGone={whenGone} />;
  }
  if (data?.summary.mode === "application") {
    return (
      <EmptyState
        title="An application cluster takes no other job"
        actions={<ButtonLink href={clusterHref(cluster, "jobs")}>Its jobs</ButtonLink>}
      >
        It runs the program that it was created with, and ends with it. Jobs are submitted to session clusters.
      </EmptyState>
    );
  }
  const { state, reason } = data?.summary.observed ?? { state: "running", reason: "" };
  const takesJobs = state === "running" || state === "degraded";
  return (
    <>
      {!takesJobs && (
        <div className="px-5 pt-4">
          <Note family="wait" fact={`The cluster takes no job now: it is ${state}.`}>
            {reason}. What is filled in here stays; jars can be uploaded.
          </Note>
        </div>
      )}
      <SubmitForm cluster={cluster} />
    </>
  );
}
