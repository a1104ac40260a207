"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";
import { TextField } from "../../ui/field.tsx";
import { Tag } from "../../ui/tag.tsx";

interface SaveChoiceProps {
  readonly jobs: number;
  readonly save: boolean;
  readonly onSave: (save: boolean) => void;
  readonly directory: string;
  readonly onDirectory: (directory: string) => void;
}

/** The safe way first: stop the jobs with a savepoint, or delete at once. */
export function SaveChoice({ jobs, save, onSave, directory, onDirectory }: SaveChoiceProps) {
  return (
    <>
      <RadioGroup<boolean>
        aria-label="Before deleting"
        value={save}
        onValueChange={(value) => onSave(value)}
        className="grid gap-2"
      >
        <Choice value help={`${jobs} ${jobs === 1 ? "job" : "jobs"}. If a savepoint fails, nothing is deleted.`}>
          <b className="font-strong">Stop with savepoint first</b> <Tag>recommended</Tag>
        </Choice>
        <Choice value={false} help="The jobs end where they are.">
          Delete now
        </Choice>
      </RadioGroup>
      {save && (
        <TextField
          mono
          label="Savepoint directory"
          placeholder="as the cluster has configured"
          value={directory}
          onChange={(event) => onDirectory(event.target.value)}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly value: boolean;
  readonly help: string;
  readonly children: ReactNode;
}

function Choice({ value, help, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <Radio.Root
        id={id}
        value={value}
        className="mt-0.5 size-4 flex-none rounded-full border border-control data-checked:border-[5px] data-checked:border-accent focus-visible:rounded-full"
      />
      <label htmlFor={id}>
        {children}
        <span className="block text-12 text-ink-3">{help}</span>
      </label>
    </div>
  );
}
