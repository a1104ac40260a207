"use client";
import { useQuery } from "@tanstack/react-query";
import { useAddressState } from "../../client/use-address-state.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { SelectField } from "../../ui/select.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import type { JobPlace } from "../job-href.ts";
import { jobQuery, vertexQuery } from "../job-queries.ts";
import { FlameGraphPanel } from "./flame-graph-panel.tsx";
import { SubtaskTable } from "./subtask-table.tsx";
import { runningText, shortName } from "./vertex-verdict.ts";

/** The subtasks of one vertex: state, place, pressure, records, watermark; and where their threads spend their time. */
export function SubtasksPage({ job }: { readonly job: JobPlace }) {
  const [chosen, choose] = useAddressState("vertex");
  const details = useQuery(jobQuery(job));
  const vertices = details.data?.vertices ?? [];
  const vertex = vertices.find((one) => one.id === chosen) ?? vertices[0];
  return (
    <div className="grid content-start gap-4 p-5">
      {details.error && (
        <ErrorState fact="The job could not be read." error={details.error} onRetry={() => void details.refetch()} />
      )}
      {details.isPending && <SkeletonRows waitingFor={`Waiting for the JobManager of ${job.clusterId}`} />}
      {details.data && vertex === undefined && (
        <EmptyState title="No subtasks">The job ended before Flink had a graph.</EmptyState>
      )}
      {vertex && (
        <>
          <div className="max-w-[560px]">
            <SelectField
              label="Vertex"
              value={vertex.id}
              onChange={choose}
              options={vertices.map((one) => ({ value: one.id, label: shortName(one), note: runningText(one) }))}
              help={vertex.description.split("\n").join(" → ").slice(0, 300)}
            />
          </div>
          <Subtasks job={job} vertexId={vertex.id} />
          <FlameGraphPanel job={job} vertexId={vertex.id} />
        </>
      )}
    </div>
  );
}

function Subtasks({ job, vertexId }: { readonly job: JobPlace; readonly vertexId: string }) {
  const { data, error, refetch, isPending } = useQuery(vertexQuery(job, vertexId));
  return (
    <Panel title="Subtasks" note={data && `${data.subtasks.length}${data.cut ? ", the first 1,000" : ""}`}>
      {error && (
        <div className="p-3">
          <ErrorState fact="The subtasks could not be read." error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {isPending && <SkeletonRows rows={3} waitingFor="Waiting for the JobManager" />}
      {data && <SubtaskTable job={job} subtasks={data.subtasks} />}
    </Panel>
  );
}
