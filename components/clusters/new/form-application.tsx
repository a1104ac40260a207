"use client";
import { TextAreaField } from "../../ui/field.tsx";
import { type DraftForm, DraftText, FormSection } from "./form-parts.tsx";

/** The program of an application cluster. */
export function FormApplication({ form }: { readonly form: DraftForm }) {
  return (
    <FormSection title="Program">
      <DraftText
        form={form}
        field="jarUri"
        mono
        label="Jar"
        placeholder="local:///opt/flink/usrlib/job.jar"
        help="local:// is a path inside the image; https://, s3:// and others are fetched by the JobManager."
      />
      <div className="grid grid-cols-[minmax(0,1fr)_120px] items-start gap-3">
        <DraftText form={form} field="entryClass" mono label="Entry class" placeholder="from the jar's manifest" />
        <DraftText form={form} field="parallelism" label="Parallelism" placeholder="1" inputMode="numeric" />
      </div>
      <TextAreaField
        label="Arguments"
        rows={2}
        placeholder="--input s3://bucket/in"
        help="As in a shell: blanks part them, quotes keep them together."
        value={form.draft.programArguments}
        onChange={(event) => form.set("programArguments", event.target.value)}
      />
      <DraftText form={form} field="savepointPath" mono label="Start from savepoint" placeholder="none" />
      {form.draft.savepointPath.trim() !== "" && (
        <label className="flex items-center gap-2 text-12 text-ink-2">
          <input
            type="checkbox"
            checked={form.draft.allowNonRestoredState}
            onChange={(event) => form.set("allowNonRestoredState", event.target.checked)}
            className="size-3.5 accent-accent"
          />
          Skip state of the savepoint that no operator of the program takes
        </label>
      )}
    </FormSection>
  );
}
