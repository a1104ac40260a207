"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import type { Vertex } from "#server/jobs/job.schema.ts";
import { changeParallelismOperation, readParallelismOperation } from "#server/jobs/metrics.schema.ts";
import { callConsole } from "../../client/call-console.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { shortName } from "../detail/vertex-verdict.ts";
import type { JobPlace } from "../job-href.ts";

interface RescaleDialogProps {
  readonly job: JobPlace & { readonly name: string };
  readonly vertices: readonly Vertex[];
  readonly onClose: () => void;
}

/** How parallel each vertex may run. Flink takes as much as there are slots, between the bounds. */
export function RescaleDialog({ job, vertices, onClose }: RescaleDialogProps) {
  const queryClient = useQueryClient();
  const formId = useId();
  const bounds = useQuery({
    queryKey: ["jobs", job.context, job.namespace, job.clusterId, job.jobId, "parallelism"],
    queryFn: ({ signal }) => callConsole(readParallelismOperation, job, { signal }),
  });
  const [wanted, setWanted] = useState<Readonly<Record<string, string>>>({});
  const change = useMutation({
    mutationFn: (next: readonly { vertexId: string; lowerBound: number; upperBound: number }[]) =>
      callConsole(changeParallelismOperation, { ...job, vertices: [...next] }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["jobs"] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = (bounds.data?.vertices ?? []).map((one) => {
      const upperBound = Number(wanted[one.vertexId] ?? one.upperBound);
      return { vertexId: one.vertexId, lowerBound: Math.min(one.lowerBound, upperBound), upperBound };
    });
    change.mutate(next);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Rescale ${job.name}`}
      lead="Flink stops the tasks, divides their state anew and starts them again; the job restores from its last checkpoint."
      actions={
        <>
          <Button big onClick={onClose} keys={["Esc"]}>
            Keep as it is
          </Button>
          <Button big kind="primary" type="submit" form={formId} busy={change.isPending && "Rescaling"}>
            Rescale
          </Button>
        </>
      }
    >
      {bounds.isPending && <SkeletonRows rows={2} waitingFor="Waiting for the JobManager" />}
      {bounds.error && <ErrorState fact="The parallelism could not be read." error={bounds.error} />}
      {bounds.data && (
        <form id={formId} onSubmit={submit} className="grid gap-3">
          {bounds.data.vertices.map((one) => {
            const vertex = vertices.find((other) => other.id === one.vertexId);
            return (
              <TextField
                key={one.vertexId}
                type="number"
                min={1}
                label={vertex ? shortName(vertex) : one.vertexId}
                help={`runs with ${vertex?.parallelism ?? "?"} now, at least ${one.lowerBound}`}
                value={wanted[one.vertexId] ?? String(one.upperBound)}
                onChange={(event) => setWanted({ ...wanted, [one.vertexId]: event.target.value })}
              />
            );
          })}
        </form>
      )}
      {change.error && <ErrorState fact="The job was not rescaled." error={change.error} />}
    </Dialog>
  );
}
