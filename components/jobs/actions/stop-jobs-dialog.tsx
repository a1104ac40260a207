"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import type { JobPlace } from "../job-href.ts";
import { type StopResult, useStopJobs } from "../savepoint-queries.ts";
import { SavepointProgress } from "./savepoint-progress.tsx";

type NamedJob = JobPlace & { readonly name: string };

interface StopJobsDialogProps {
  readonly jobs: readonly NamedJob[];
  readonly onClose: () => void;
}

/** Stops several jobs, each with a savepoint of its own, and stays with them until each has ended or runs on. */
export function StopJobsDialog({ jobs, onClose }: StopJobsDialogProps) {
  const stop = useStopJobs();
  const [directory, setDirectory] = useState("");
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!stop.isPending) stop.mutate({ jobs, directory: directory.trim() || undefined });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Stop ${jobs.length} jobs with savepoints`}
      lead="Each ends when its state is saved. One whose savepoint fails runs on."
      actions={
        <>
          <Button big onClick={onClose} keys={["Esc"]}>
            {stop.data ? "Close" : "Keep jobs"}
          </Button>
          {!stop.data && (
            <Button big kind="primary" type="submit" form={formId} busy={stop.isPending && "Asking Flink"}>
              Stop with savepoints
            </Button>
          )}
        </>
      }
    >
      {stop.data ? (
        <ul className="grid max-h-96 gap-3 overflow-y-auto">
          {stop.data.map((result) => (
            <Result key={`${result.job.clusterId} ${result.job.jobId}`} result={result} />
          ))}
        </ul>
      ) : (
        <form id={formId} onSubmit={submit} className="grid gap-4">
          <TextField
            mono
            label="Directory"
            placeholder="s3://bucket/savepoints"
            value={directory}
            onChange={(event) => setDirectory(event.target.value)}
            help="Empty means each cluster's own, execution.checkpointing.savepoint-dir."
          />
          <ul className="grid max-h-60 gap-1 overflow-y-auto text-ink-2">
            {jobs.map((job) => (
              <li key={`${job.clusterId} ${job.jobId}`} className="break-words">
                {job.name} on {job.clusterId}
              </li>
            ))}
          </ul>
        </form>
      )}
    </Dialog>
  );
}

function Result({ result: { job, savepoint, error } }: { readonly result: StopResult }) {
  return (
    <li className="grid gap-1">
      <b className="font-strong break-words">{job.name}</b>
      {savepoint ? (
        <SavepointProgress savepoint={savepoint} />
      ) : (
        <ErrorState fact="The job was not stopped." error={error} stillHolds="It runs on." />
      )}
    </li>
  );
}
