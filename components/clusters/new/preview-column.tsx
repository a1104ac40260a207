"use client";
import type { ClusterPreview } from "#server/clusters/cluster-view.schema.ts";
import type { ProblemIssue } from "../../ui/console-problem.ts";
import { Note } from "../../ui/note.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import type { SpecInput } from "../cluster-queries.ts";
import { PlacePanels } from "../preflight/place-panels.tsx";
import { CommandPanel } from "./command-panel.tsx";
import type { Draft } from "./draft.ts";
import { type DryRun, DryRunPanel } from "./dry-run-panel.tsx";
import { flinkCommand } from "./flink-command.ts";
import { MemoryPanel } from "./memory-panel.tsx";
import { ObjectsPreview } from "./objects-preview.tsx";

interface PreviewColumnProps {
  readonly draft: Draft;
  readonly spec: SpecInput;
  readonly preview: ClusterPreview | undefined;
  readonly error: Error | null;
  readonly dryRun: DryRun | undefined;
  /** Errors that no field of the form stands for. */
  readonly otherIssues: readonly ProblemIssue[];
  readonly warnings: readonly ProblemIssue[];
}

/** What will be sent, always in sight: dry run, warnings, objects, the same as a command. */
export function PreviewColumn({ draft, spec, preview, error, dryRun, otherIssues, warnings }: PreviewColumnProps) {
  return (
    <div className="flex min-w-0 flex-col gap-4 bg-inset p-5">
      {dryRun && <DryRunPanel run={dryRun} />}
      {error && <ErrorState fact="There is no preview." error={error} stillHolds="The draft is kept." />}
      {otherIssues.map((issue) => (
        <Note key={`${issue.field} ${issue.detail}`} family="bad" fact={issue.field ?? "This cannot be created."}>
          {issue.detail}
        </Note>
      ))}
      {warnings.map((warning) => (
        <Note key={`${warning.field} ${warning.detail}`} family="wait" fact={warning.field ?? "Mind this."}>
          {warning.detail}
        </Note>
      ))}
      {preview === undefined && error === null && <SkeletonRows rows={8} waitingFor="Waiting for the preview" />}
      {preview && preview.memory.length > 0 && (
        <MemoryPanel memory={preview.memory} flinkVersion={draft.flinkVersion} />
      )}
      <PlacePanels context={draft.context} spec={spec} />
      {preview && preview.objects.length > 0 && <ObjectsPreview preview={preview} />}
      <CommandPanel command={flinkCommand(draft)} />
    </div>
  );
}
