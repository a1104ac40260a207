"use client";
import { useState } from "react";
import type { JobDetails } from "#server/jobs/job.schema.ts";
import { flinkUiHref } from "../../client/cluster-href.ts";
import { Button } from "../../ui/button.tsx";
import { useShortcuts } from "../../ui/keyboard.ts";
import { Menu } from "../../ui/menu.tsx";
import { CancelDialog } from "../actions/cancel-dialog.tsx";
import { RescaleDialog } from "../actions/rescale-dialog.tsx";
import { SavepointDialog } from "../actions/savepoint-dialog.tsx";
import { hasEnded } from "../job-state.tsx";
import { jobRows } from "../list/job-row.ts";
import { cancelOff } from "../list/job-table-row.tsx";

type Shown = "savepoint" | "stop" | "rescale" | "cancel";

/** What can be done with a job. Each opens a dialog. */
export function JobActions({ details }: { readonly details: JobDetails }) {
  const [shown, show] = useState<Shown | undefined>(undefined);
  const { job } = details;
  const rows = jobRows({ jobs: [job], clusters: [] }, Date.now());
  const [row] = rows;
  const off = details.stale ?? (row && cancelOff(row));
  const notRunning = off ?? (job.state === "RUNNING" ? undefined : `It is ${job.state}, not RUNNING`);
  const close = () => show(undefined);
  return (
    <>
      {!hasEnded(job.state) && <Buttons adaptive={details.adaptive} off={off} notRunning={notRunning} show={show} />}
      <More details={details} notRunning={notRunning} show={show} />
      {/* A dialog outlives the job that it stops: it tells how that ended. */}
      {(shown === "savepoint" || shown === "stop") && <SavepointDialog job={job} mode={shown} onClose={close} />}
      {shown === "rescale" && <RescaleDialog job={job} vertices={details.vertices} onClose={close} />}
      <CancelDialog rows={shown === "cancel" ? rows : []} onClose={close} />
    </>
  );
}

interface ButtonsProps {
  readonly adaptive: boolean;
  /** Why nothing can be done now, if so. */
  readonly off: string | undefined;
  readonly notRunning: string | undefined;
  readonly show: (shown: Shown) => void;
}

function Buttons({ adaptive, off, notRunning, show }: ButtonsProps) {
  return (
    <>
      <Button icon="savepoints" disabledReason={notRunning} onClick={() => show("savepoint")}>
        Savepoint
      </Button>
      {/* In a narrow window only the menu has it. */}
      {adaptive && (
        <span className="max-wide:hidden">
          <Button disabledReason={notRunning} onClick={() => show("rescale")}>
            Rescale
          </Button>
        </span>
      )}
      <Button disabledReason={notRunning} onClick={() => show("stop")}>
        Stop with savepoint
      </Button>
      <Button kind="danger-quiet" disabledReason={off} onClick={() => show("cancel")}>
        Cancel job
      </Button>
    </>
  );
}

interface MoreProps extends Pick<ButtonsProps, "notRunning" | "show"> {
  readonly details: JobDetails;
}

function More({ details: { job, adaptive, stale }, notRunning, show }: MoreProps) {
  const [open, setOpen] = useState(false);
  useShortcuts("More of this job", [{ keys: ".", does: "More", run: () => setOpen(true) }]);
  const notAdaptive = "Only the adaptive scheduler rescales: jobmanager.scheduler is not adaptive";
  const view = `job/${hasEnded(job.state) ? "completed" : "running"}/${job.jobId}/overview`;
  return (
    <Menu
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon="more" iconOnly title="More (.)">
          More actions
        </Button>
      }
      entries={[
        {
          label: "Rescale",
          icon: "jobs",
          disabledReason: adaptive ? notRunning : notAdaptive,
          onSelect: () => show("rescale"),
        },
        { label: "Copy the id", icon: "copy", onSelect: () => void navigator.clipboard?.writeText(job.jobId) },
        {
          label: "Flink's own web UI, read only",
          icon: "external",
          separated: true,
          href: flinkUiHref(job, view),
          newTab: true,
          disabledReason: stale && "Its JobManager does not answer",
        },
      ]}
    />
  );
}
