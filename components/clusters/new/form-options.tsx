"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import type { OptionRow } from "./draft.ts";
import { type DraftForm, FormSection } from "./form-parts.tsx";

interface FormOptionsProps {
  readonly form: DraftForm;
  /** What is wrong with the option of that key. */
  readonly optionIssue: (key: string) => string | undefined;
}

/** Any option of Flink, as key and value. */
export function FormOptions({ form, optionIssue }: FormOptionsProps) {
  const { options } = form.draft;
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

interface OptionLineProps {
  readonly row: OptionRow;
  readonly error: string | undefined;
  readonly onChange: (row: OptionRow) => void;
  readonly onRemove: () => void;
  readonly keyRef?: React.RefObject<HTMLInputElement | null>;
}

function OptionLine({ row, error, onChange, onRemove, keyRef }: OptionLineProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)_28px] items-start gap-2">
      <TextField
        mono
        labelHidden
        big={false}
        label="Option"
        placeholder="state.backend.type"
        value={row.key}
        error={error}
        onChange={(event) => onChange({ ...row, key: event.target.value })}
        {...(keyRef && { ref: keyRef })}
      />
      <TextField
        mono
        labelHidden
        big={false}
        label={`Value of ${row.key || "the option"}`}
        placeholder="value"
        value={row.value}
        onChange={(event) => onChange({ ...row, value: event.target.value })}
      />
      <Button kind="ghost" icon="close" iconOnly onClick={onRemove}>
        Remove
      </Button>
    </div>
  );
}
