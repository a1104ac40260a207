"use client";
import type { ReactNode } from "react";
import { TextField } from "../../ui/field.tsx";
import type { Draft, DraftField } from "./draft.ts";
import type { SetField } from "./use-draft.ts";

/** What each part of the form works with. */
export interface DraftForm {
  readonly draft: Draft;
  readonly set: SetField;
  /** What is wrong with a field, once it was left or sending was tried. */
  readonly issue: (field: DraftField) => string | undefined;
  /** Called when a field is left. */
  readonly left: (field: DraftField) => void;
}

interface FormSectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the form under its own heading. */
export function FormSection({ title, note, action, children }: FormSectionProps) {
  return (
    <section className="grid gap-3">
      <h2 className="flex items-center gap-2 border-b border-line pb-2">
        {title}
        {note && <span className="font-normal text-ink-3">{note}</span>}
        <span className="flex-1" />
        {action}
      </h2>
      {children}
    </section>
  );
}

type TextOfDraft = { [Field in DraftField]: Draft[Field] extends string ? Field : never }[DraftField];

interface DraftTextProps {
  readonly form: DraftForm;
  readonly field: TextOfDraft;
  readonly label: ReactNode;
  readonly placeholder?: string;
  readonly help?: ReactNode;
  readonly mono?: boolean;
  readonly inputMode?: "numeric" | "decimal";
  readonly trailing?: ReactNode;
  readonly autoFocus?: boolean;
  /** The id of a list of suggestions. */
  readonly list?: string;
}

/** One text of the draft. */
export function DraftText({ form, field, ...rest }: DraftTextProps) {
  return (
    <TextField
      {...rest}
      name={field}
      value={form.draft[field]}
      error={form.issue(field)}
      onChange={(event) => form.set(field, event.target.value)}
      onBlur={() => form.left(field)}
    />
  );
}
