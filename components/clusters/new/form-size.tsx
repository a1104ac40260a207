"use client";
import { type DraftForm, DraftText, FormSection } from "./form-parts.tsx";

/** Memory, CPU and slots. */
export function FormSize({ form }: { readonly form: DraftForm }) {
  return (
    <FormSection title="Size">
      <div className="grid grid-cols-3 items-start gap-3">
        <DraftText form={form} field="taskManagerMemory" label="TaskManager memory" placeholder="1728m" />
        <DraftText
          form={form}
          field="taskManagerCpu"
          label="TaskManager CPU"
          placeholder="one per slot"
          inputMode="decimal"
        />
        <DraftText form={form} field="slots" label="Slots each" placeholder="1" inputMode="numeric" />
        <DraftText form={form} field="jobManagerMemory" label="JobManager memory" placeholder="1600m" />
        <DraftText form={form} field="jobManagerCpu" label="JobManager CPU" placeholder="1.0" inputMode="decimal" />
      </div>
    </FormSection>
  );
}
