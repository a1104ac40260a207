"use client";
import { useQuery } from "@tanstack/react-query";
import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";
import { clusterHref } from "../../client/cluster-href.ts";
import { readerRole } from "../../client/reader-role.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ConsoleProblem } from "../../ui/console-problem.ts";
import { BlankPage } from "../../ui/empty-state.tsx";
import { ForbiddenState } from "../../ui/forbidden-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ErrorState, isForbidden } from "../../ui/problem-state.tsx";
import { type JobPlace, jobHref } from "../job-href.ts";
import { jobQuery } from "../job-queries.ts";

interface JobGateProps {
  readonly job: JobPlace;
  readonly children: ReactNode;
}

/** The job's pages, or why there is nothing of it to show. Its savepoints outlive it, so their page stays. */
export function JobGate({ job, children }: JobGateProps) {
  const segment = useSelectedLayoutSegment();
  const { data, error, refetch } = useQuery(jobQuery(job));
  if (segment === "savepoints" || data !== undefined || error === null) return children;
  return <JobProblem job={job} error={error} onRetry={() => void refetch()} />;
}

interface JobProblemProps {
  readonly job: JobPlace;
  readonly error: Error;
  readonly onRetry: () => void;
}

function JobProblem({ job, error, onRetry }: JobProblemProps) {
  if (isForbidden(error)) {
    return (
      <ForbiddenState
        title={`You may not see jobs in ${job.namespace}`}
        problem={error}
        role={readerRole(job.namespace)}
        roleFile="drey-reader.yaml"
        onRetry={onRetry}
      >
        <Ways job={job} />
      </ForbiddenState>
    );
  }
  const { kind, problem } = error instanceof ConsoleProblem ? error : { kind: "", problem: undefined };
  if (kind === "not-found") {
    const known = problem?.resource?.startsWith("job ") ?? false;
    return (
      <BlankPage
        mark={<Icon name="search" size={32} className="text-ink-2" />}
        title={known ? `No job ${job.jobId.slice(0, 8)} on ${job.clusterId}` : `No cluster ${job.clusterId} here`}
        lead={
          known
            ? "Its JobManager does not know this job. It forgets ended jobs after a while, and all jobs when it starts anew without high availability."
            : `Nothing of that name is in namespace ${job.namespace} of ${job.context}. With a cluster go its jobs; savepoints and kept logs stay.`
        }
      >
        <Ways job={job} />
      </BlankPage>
    );
  }
  return (
    <div className="grid gap-4 p-5">
      <ErrorState fact="The job could not be read." error={error} onRetry={onRetry} />
      <Ways job={job} />
    </div>
  );
}

/** Where something of the job is still to be found. */
function Ways({ job }: { readonly job: JobPlace }) {
  return (
    <div className="flex flex-wrap gap-2">
      <ButtonLink big href={jobHref(job, "savepoints")}>
        Its savepoints
      </ButtonLink>
      <ButtonLink big href={clusterHref(job, "logs")}>
        Logs of {job.clusterId}
      </ButtonLink>
      <ButtonLink big href="/jobs">
        Back to the jobs
      </ButtonLink>
    </div>
  );
}
