"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import type { OptionRow } from "../draft.ts";
import { type DraftForm, FormSection } from "../form-parts.tsx";
import { OptionLine } from "./option-line.tsx";
import { useKnownOptions } from "./use-known-options.ts";

interface FormOptionsProps {
  readonly form: DraftForm;
  /** What is wrong with the option of that key. */
  readonly optionIssue: (key: string) => string | undefined;
}

/** Any option of Flink, as key and value. */
export function FormOptions({ form, optionIssue }: FormOptionsProps) {
  const { options, flinkVersion } = form.draft;
  const known = useKnownOptions(flinkVersion);
  const added = useRef<HTMLInputElement>(null);
  const [addedId, setAddedId] = useState<string | null>(null);
  useEffect(() => {
    if (addedId !== null) added.current?.focus();
  }, [addedId]);

  const add = () => {
    const id = crypto.randomUUID();
    form.set("options", [...options, { id, key: "", value: "" }]);
    setAddedId(id);
  };
  const change = (row: OptionRow) =>
    form.set(
      "options",
      options.map((other) => (other.id === row.id ? row : other)),
    );
  const remove = (id: string) =>
    form.set(
      "options",
      options.filter((row) => row.id !== id),
    );

  return (
    <FormSection title="Options" note={options.length > 0 ? `${options.length} set` : undefined}>
      {options.map((row) => (
        <OptionLine
          key={row.id}
          row={row}
          known={known}
          error={optionIssue(row.key.trim())}
          onChange={change}
          onRemove={() => remove(row.id)}
          {...(row.id === addedId && { keyRef: added })}
        />
      ))}
      <div>
        <Button icon="plus" onClick={add}>
          Add an option
        </Button>
      </div>
    </FormSection>
  );
}
