"use client";
import { ButtonLink } from "../ui/button.tsx";
import { ConsoleProblem } from "../ui/console-problem.ts";
import { BlankPage } from "../ui/empty-state.tsx";
import { ForbiddenState } from "../ui/forbidden-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { ErrorState, isForbidden } from "../ui/problem-state.tsx";
import type { ClusterPlace } from "./cluster-href.ts";
import { readerRole } from "./reader-role.ts";

const mayHaveEnded = ". It may have been deleted, or its last job may have ended.";

interface ClusterProblemProps {
  readonly cluster: ClusterPlace;
  readonly error: Error;
  readonly onRetry: () => void;
  /** What the page says after the place where no such cluster is, from its punctuation on. */
  readonly whenGone?: string;
}

/** Instead of a cluster's page, when there is nothing of it to show: not there, not allowed, not read. */
export function ClusterProblem({ cluster, error, onRetry, whenGone = mayHaveEnded }: ClusterProblemProps) {
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
        lead={`Nothing of that name is in namespace ${cluster.namespace} of ${cluster.context}${whenGone}`}
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
