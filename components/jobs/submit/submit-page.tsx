"use client";
import { useQuery } from "@tanstack/react-query";
import { type ClusterPlace, clusterHref } from "../../client/cluster-href.ts";
import { readerRole } from "../../client/reader-role.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ConsoleProblem } from "../../ui/console-problem.ts";
import { BlankPage, EmptyState } from "../../ui/empty-state.tsx";
import { ForbiddenState } from "../../ui/forbidden-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Note } from "../../ui/note.tsx";
import { ErrorState, isForbidden } from "../../ui/problem-state.tsx";
import { clusterQuery } from "../job-queries.ts";
import { SubmitForm } from "./submit-form.tsx";

/** The form that runs a jar on a session cluster, or why this cluster takes none. */
export function SubmitPage({ cluster }: { readonly cluster: ClusterPlace }) {
  const { data, error, refetch } = useQuery(clusterQuery(cluster));
  if (error !== null && data === undefined) {
    return <NoCluster cluster={cluster} error={error} onRetry={() => void refetch()} />;
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

interface NoClusterProps {
  readonly cluster: ClusterPlace;
  readonly error: Error;
  readonly onRetry: () => void;
}

function NoCluster({ cluster, error, onRetry }: NoClusterProps) {
  const back = (
    <ButtonLink big href="/clusters">
      Back to the clusters
    </ButtonLink>
  );
  if (isForbidden(error)) {
    return (
      <ForbiddenState
        title={`You may not see clusters in ${cluster.namespace}`}
        problem={error}
        role={readerRole(cluster.namespace)}
        roleFile="drey-reader.yaml"
        onRetry={onRetry}
      >
        {back}
      </ForbiddenState>
    );
  }
  if (error instanceof ConsoleProblem && error.kind === "not-found") {
    return (
      <BlankPage
        mark={<Icon name="search" size={32} className="text-ink-2" />}
        title={`No cluster ${cluster.clusterId} here`}
        lead={`Nothing of that name is in namespace ${cluster.namespace} of ${cluster.context}, so no job can be submitted to it.`}
      >
        {back}
      </BlankPage>
    );
  }
  return (
    <div className="p-5">
      <ErrorState fact="The cluster could not be read." error={error} onRetry={onRetry} />
    </div>
  );
}
