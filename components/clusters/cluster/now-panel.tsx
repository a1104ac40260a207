"use client";
import { useQuery } from "@tanstack/react-query";
import type { ClusterDetail } from "#server/clusters/cluster-view.schema.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { Panel } from "../../ui/panel.tsx";
import { clusterJobsQuery, jobManagerQuery, taskManagersQuery } from "./cluster-jobs-queries.ts";
import { jobLetters } from "./job-letters.ts";
import { JobManagerBox } from "./job-manager-box.tsx";
import { TaskManagerBox } from "./task-manager-box.tsx";

const SHOWN = 24;

interface NowPanelProps {
  readonly cluster: ClusterPlace;
  readonly detail: ClusterDetail;
}

/** The cluster as a picture: JobManager, TaskManagers, and which job lies in which slot. */
export function NowPanel({ cluster, detail }: NowPanelProps) {
  const jobs = useQuery(clusterJobsQuery(cluster)).data?.jobs ?? [];
  const registered = useQuery({
    ...taskManagersQuery(cluster),
    // Before the JobManager answers there is nothing to ask.
    enabled: detail.summary.restSeenAt !== undefined,
  }).data?.taskManagers;
  const heap = useQuery({ ...jobManagerQuery(cluster), enabled: detail.summary.restSeenAt !== undefined }).data;
  const letters = jobLetters(jobs);
  const jobManagers = detail.pods.filter((pod) => pod.component === "jobmanager");
  const taskManagers = detail.pods.filter((pod) => pod.component === "taskmanager");
  return (
    <Panel title="Now" note={slotsText(detail)} padded>
      <div className="grid grid-cols-[232px_40px_minmax(0,1fr)] items-stretch max-wide:grid-cols-[minmax(0,1fr)] max-wide:gap-3">
        <div className="grid content-center gap-3">
          {jobManagers.map((pod) => (
            <JobManagerBox
              key={pod.name}
              pod={pod}
              detail={detail}
              // With several it is the leader that answers, and nothing says which of them leads.
              heap={jobManagers.length === 1 ? heap : undefined}
            />
          ))}
          {jobManagers.length === 0 && <p className="text-ink-3">No JobManager pod is there.</p>}
        </div>
        <Link hidden={taskManagers.length === 0} />
        <div className="grid grid-cols-2 content-center gap-3">
          {taskManagers.slice(0, SHOWN).map((pod) => (
            <TaskManagerBox
              key={pod.name}
              pod={pod}
              registered={registered?.find(({ id }) => id === pod.name)}
              asked={registered !== undefined}
              letters={letters}
            />
          ))}
          {taskManagers.length > SHOWN && (
            <p className="text-12 text-ink-3">{taskManagers.length - SHOWN} more are in the list of pods.</p>
          )}
          {taskManagers.length === 0 && <NoTaskManagers detail={detail} />}
        </div>
      </div>
    </Panel>
  );
}

function NoTaskManagers({ detail: { summary } }: { readonly detail: ClusterDetail }) {
  return (
    <p className="col-span-full text-ink-3">
      {summary.observed.state === "running"
        ? "No TaskManagers. Flink starts them when a job asks for slots, and releases them when idle."
        : "No TaskManagers yet."}
    </p>
  );
}

function slotsText({ summary: { slots } }: ClusterDetail): string {
  if (slots === undefined) return "slots are not known yet";
  return `${slots.total - slots.free} of ${slots.total} slots used`;
}

/** The line from the JobManager to its TaskManagers. */
function Link({ hidden }: { readonly hidden: boolean }) {
  return (
    <span aria-hidden="true" className="relative max-wide:hidden">
      {!hidden && <span className="absolute top-1/2 right-2 left-0.5 border-t-[1.5px] border-line-strong" />}
    </span>
  );
}
