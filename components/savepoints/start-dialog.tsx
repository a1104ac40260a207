"use client";
import { useState } from "react";
import type { Savepoint } from "#server/savepoints/schema.ts";
import { clusterHref } from "../client/cluster-href.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Note } from "../ui/note.tsx";
import { ErrorState } from "../ui/problem-state.tsx";
import { Segment } from "../ui/segment.tsx";
import { SelectField } from "../ui/select.tsx";
import { useClusterChoice } from "./cluster-choice.ts";

interface StartDialogProps {
  readonly savepoint: Savepoint;
  readonly onClose: () => void;
}

const kinds = [
  { value: "job", label: "Job on a session cluster" },
  { value: "application", label: "New application cluster" },
] as const;

/** Where to start from a savepoint; the form that it leads to has its path filled in. */
export function StartDialog({ savepoint, onClose }: StartDialogProps) {
  const [kind, setKind] = useState<"job" | "application">("job");
  const choice = useClusterChoice(savepoint, (cluster) => cluster.mode === "session");
  const parameters = new URLSearchParams({ savepoint: savepoint.path ?? "" });
  const job = choice.chosen && `${clusterHref(choice.chosen, "submit")}?${parameters}`;
  const application = `/clusters/new?${parameters}&${new URLSearchParams({ context: savepoint.context, namespace: savepoint.namespace })}`;
  const href = kind === "job" ? job : application;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Start from a savepoint of ${savepoint.jobName}`}
      lead={<span className="mono break-all">{savepoint.path}</span>}
      actions={
        <>
          <Button big onClick={onClose} keys={["Esc"]}>
            Close
          </Button>
          {href === undefined ? (
            <Button big kind="primary" disabledReason="There is no session cluster that is up">
              Continue
            </Button>
          ) : (
            <ButtonLink big kind="primary" href={href}>
              Continue
            </ButtonLink>
          )}
        </>
      }
    >
      <Segment wide label="Start as" value={kind} onChange={setKind} options={kinds} />
      {kind === "application" && (
        <p className="text-12 text-ink-2">
          The form of a new cluster opens with execution.savepoint.path filled in. The image, or the jar's address, must
          hold a program that knows this state.
        </p>
      )}
      {kind === "job" && choice.options.length > 0 && (
        <SelectField
          label="Session cluster"
          value={choice.value}
          onChange={choice.choose}
          options={choice.options}
          help="Its pods must reach the savepoint's files."
        />
      )}
      {kind === "job" && choice.options.length === 0 && !choice.isPending && (
        <Note family="wait" fact={`No session cluster is up in ${savepoint.context}.`}>
          Create one, or start an application.
        </Note>
      )}
      {choice.error && <ErrorState fact="The clusters could not be read." error={choice.error} />}
    </Dialog>
  );
}
