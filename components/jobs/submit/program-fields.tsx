"use client";
import { TextAreaField, TextField } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Segment } from "../../ui/segment.tsx";
import type { Draft, Wrong } from "./draft.ts";

interface ProgramFieldsProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly wrong: readonly Wrong[];
  /** The class that the chosen jar's manifest names. */
  readonly manifestClass: string | undefined;
}

const claimModes = [
  { value: "NO_CLAIM", label: "Leave it" },
  { value: "CLAIM", label: "Claim it" },
] as const;

/** What to run of the jar, with what, and from where. */
export function ProgramFields({ draft, onChange, wrong, manifestClass }: ProgramFieldsProps) {
  const errorOf = (field: Wrong["field"]) => wrong.find((one) => one.field === field)?.detail;
  return (
    <>
      <Panel title="Program" padded>
        <div className="grid gap-4">
          <TextField
            mono
            label="Entry class"
            placeholder={manifestClass ?? "com.acme.MyJob"}
            help={manifestClass ? "Empty means the one that the jar names." : "Needed where the jar names none."}
            value={draft.entryClass}
            onChange={(event) => onChange({ entryClass: event.target.value })}
          />
          <TextAreaField
            label="Arguments"
            rows={3}
            placeholder="--input s3://bucket/in --window '5 min'"
            help="Split at spaces, as in a shell; quote what has spaces. Nothing is expanded."
            error={errorOf("programArguments")}
            value={draft.programArguments}
            onChange={(event) => onChange({ programArguments: event.target.value })}
          />
          <TextField
            label="Parallelism"
            inputMode="numeric"
            placeholder="as the program or the cluster says"
            error={errorOf("parallelism")}
            value={draft.parallelism}
            onChange={(event) => onChange({ parallelism: event.target.value })}
          />
          <TextAreaField
            label="Options for this job"
            rows={2}
            placeholder="execution.checkpointing.interval: 30 s"
            help="One a line, key: value."
            error={errorOf("options")}
            value={draft.options}
            onChange={(event) => onChange({ options: event.target.value })}
          />
        </div>
      </Panel>
      <Panel title="Start from" padded>
        <div className="grid gap-4">
          <TextField
            mono
            label="Savepoint or retained checkpoint"
            placeholder="empty starts with no state"
            value={draft.savepointPath}
            onChange={(event) => onChange({ savepointPath: event.target.value })}
          />
          {draft.savepointPath.trim() !== "" && (
            <>
              <div className="grid gap-1.5">
                <span className="text-12 font-strong">Who owns its files then</span>
                <div>
                  <Segment
                    label="Claim mode"
                    value={draft.claimMode}
                    onChange={(claimMode) => onChange({ claimMode })}
                    options={claimModes}
                  />
                </div>
                <p className="text-12 text-ink-3">
                  {draft.claimMode === "CLAIM"
                    ? "CLAIM: the job takes it over and deletes it when it needs it no more."
                    : "NO_CLAIM: it stays as it is; the job's first checkpoint is a full one."}
                </p>
              </div>
              <label className="flex gap-2">
                <input
                  type="checkbox"
                  className="mt-1 block accent-accent"
                  checked={draft.allowNonRestoredState}
                  onChange={(event) => onChange({ allowNonRestoredState: event.target.checked })}
                />
                <span>
                  Allow non-restored state
                  <span className="block text-12 text-ink-3">
                    Starts also when the program has no operator for some of the state; that state is lost.
                  </span>
                </span>
              </label>
            </>
          )}
        </div>
      </Panel>
    </>
  );
}
