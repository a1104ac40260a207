"use client";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { Segment } from "../../ui/segment.tsx";
import type { JobPlace } from "../job-href.ts";
import { configurationQuery } from "../job-queries.ts";
import { jobSavepointsQuery, type SavepointWish, useTakeSavepoint } from "../savepoint-queries.ts";
import { SavepointProgress } from "./savepoint-progress.tsx";

type NamedJob = JobPlace & { readonly name: string };

interface SavepointDialogProps {
  readonly job: NamedJob;
  /** `stop`: the job ends with it. */
  readonly mode: "savepoint" | "stop";
  readonly onClose: () => void;
}

const texts = {
  savepoint: {
    title: (name: string) => `Savepoint of ${name}`,
    lead: "The job goes on while its state is saved.",
    verb: "Take savepoint",
    keep: "Cancel",
    failed: "No savepoint was begun.",
  },
  stop: {
    title: (name: string) => `Stop ${name} with a savepoint`,
    lead: "The job ends when its state is saved. If that fails, it runs on.",
    verb: "Stop with savepoint",
    keep: "Keep job",
    failed: "The job was not stopped.",
  },
};

const formats = [
  { value: "CANONICAL", label: "Canonical" },
  { value: "NATIVE", label: "Native" },
] as const;

/** Asks for a savepoint, alone or to stop with, and stays with it until Flink says how it ended. */
export function SavepointDialog({ job, mode, onClose }: SavepointDialogProps) {
  const take = useTakeSavepoint(job);
  const directory = useDirectory(job);
  const formId = useId();
  const text = texts[mode];
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title(job.name)}
      lead={text.lead}
      actions={
        <>
          <Button big onClick={onClose} keys={["Esc"]}>
            {take.data ? "Close" : text.keep}
          </Button>
          {!take.data && (
            <Button
              big
              kind="primary"
              type="submit"
              form={formId}
              busy={take.isPending && "Asking Flink"}
              disabledReason={directory.missing ? "Say where to save it" : undefined}
            >
              {text.verb}
            </Button>
          )}
        </>
      }
    >
      {take.data ? (
        <SavepointProgress savepoint={take.data} />
      ) : (
        <SavepointForm
          id={formId}
          stops={mode === "stop"}
          directory={directory}
          onSubmit={(wish) => !take.isPending && take.mutate(wish)}
        />
      )}
      {take.error && <ErrorState fact={text.failed} error={take.error} stillHolds="The job runs on." />}
    </Dialog>
  );
}

interface SavepointFormProps {
  readonly id: string;
  readonly stops: boolean;
  readonly directory: ReturnType<typeof useDirectory>;
  readonly onSubmit: (wish: SavepointWish) => void;
}

function SavepointForm({ id, stops, directory, onSubmit }: SavepointFormProps) {
  const [format, setFormat] = useState<"CANONICAL" | "NATIVE">("CANONICAL");
  const [drain, setDrain] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (directory.missing) return;
    onSubmit({ directory: directory.value.trim() || undefined, format, ...(stops && { drain }) });
  };
  return (
    <form id={id} onSubmit={submit} className="grid gap-4">
      <TextField
        mono
        label="Directory"
        placeholder={directory.configured ?? "s3://bucket/savepoints"}
        value={directory.value}
        onChange={(event) => directory.set(event.target.value)}
        help={
          directory.configured === undefined
            ? "The cluster has no execution.checkpointing.savepoint-dir, so it must be named here. The JobManager and all TaskManagers must reach it."
            : "Empty means the cluster's own."
        }
      />
      <div className="grid gap-1.5">
        <span className="text-12 font-strong">Format</span>
        <div>
          <Segment label="Format" value={format} onChange={setFormat} options={formats} />
        </div>
        <p className="text-12 text-ink-3">
          Canonical can be read by every state backend; native is written faster and only read by the same one.
        </p>
      </div>
      {stops && (
        <label className="flex gap-2">
          <input
            type="checkbox"
            className="mt-1 block accent-accent"
            checked={drain}
            onChange={(event) => setDrain(event.target.checked)}
          />
          <span>
            Drain
            <span className="block text-12 text-ink-3">
              Emits what windows and timers still hold. Only for a job that never comes back.
            </span>
          </span>
        </label>
      )}
    </form>
  );
}

/** The directory as typed; at first where the last savepoint of this job went. */
function useDirectory(job: JobPlace) {
  const [typed, set] = useState<string | undefined>(undefined);
  const { data: configuration } = useQuery(configurationQuery(job));
  const { data: before } = useQuery(jobSavepointsQuery(job));
  const options = configuration?.clusterConfiguration ?? {};
  const configured = options["execution.checkpointing.savepoint-dir"] ?? options["state.savepoints.dir"];
  const value = typed ?? before?.savepoints.find((one) => one.directory !== undefined)?.directory ?? "";
  const missing = configuration !== undefined && configured === undefined && value.trim() === "";
  return { configured, missing, value, set };
}
