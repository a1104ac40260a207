"use client";
import { useState } from "react";
import type { JobDetails } from "#server/jobs/job.schema.ts";
import { Button } from "../../ui/button.tsx";
import { CancelDialog } from "../cancel-dialog.tsx";
import { jobRows } from "../list/job-row.ts";
import { cancelOff } from "../list/job-table-row.tsx";

/** What can be done with a job. */
export function JobActions({ details }: { readonly details: JobDetails }) {
  const [cancelling, setCancelling] = useState(false);
  const rows = jobRows({ jobs: [details.job], clusters: [] }, Date.now());
  const [row] = rows;
  const off = details.stale ?? (row && cancelOff(row));
  return (
    <>
      <Button kind="danger-quiet" disabledReason={off} onClick={() => setCancelling(true)}>
        Cancel job
      </Button>
      <CancelDialog rows={cancelling ? rows : []} onClose={() => setCancelling(false)} />
    </>
  );
}
