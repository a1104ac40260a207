"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef } from "react";
import { clusterHref } from "../../client/cluster-href.ts";
import { useAddressState } from "../../client/use-address-state.ts";
import { useShortcuts } from "../../ui/keyboard.ts";
import { ErrorState } from "../../ui/problem-state.tsx";
import { Segment } from "../../ui/segment.tsx";
import { useClone } from "./clone-cluster.ts";
import { CloneNote } from "./clone-note.tsx";
import { isReadable } from "./config-text/draft-text.ts";
import { FormText } from "./config-text/form-text.tsx";
import { FormApplication } from "./form-application.tsx";
import { FormCluster } from "./form-cluster.tsx";
import { FormExposure } from "./form-exposure.tsx";
import { FormFoot } from "./form-foot.tsx";
import { FormSize } from "./form-size.tsx";
import { FormOptions } from "./options/form-options.tsx";
import { PreviewColumn } from "./preview-column.tsx";
import { useNewCluster } from "./use-new-cluster.ts";

/** The form of a new cluster, with what it will send beside it. */
export function NewClusterPage() {
  const router = useRouter();
  const page = useNewCluster();
  const { draft, create, dryRun, sorted, errors } = page;
  const clone = useClone(page.ready, page.change);
  const [view, setView] = useAddressState("view", "form");
  // A text that can't be read has to be mended where it is: the form would show what it said before.
  const shown = view === "text" || !isReadable(draft) ? "text" : "form";
  const formRef = useRef<HTMLFormElement>(null);
  useShortcuts("New cluster", [
    { keys: "Ctrl Enter", does: "Create it", inFields: true, run: () => formRef.current?.requestSubmit() },
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    page.tryToSend();
    if (errors > 0 || create.isPending) return;
    create.mutate(
      { context: draft.context, spec: page.spec },
      {
        onSuccess: (created) => {
          page.forget();
          router.push(clusterHref(created) as Route);
        },
      },
    );
  };
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,520px)_minmax(0,1fr)] max-wide:grid-cols-[minmax(0,1fr)]">
      <form
        ref={formRef}
        noValidate
        aria-label="New cluster"
        onSubmit={submit}
        className="flex min-w-0 flex-col border-r border-line max-wide:border-r-0 max-wide:border-b"
      >
        <div className="grid gap-6 px-5 pt-5 pb-6">
          <CloneNote clone={clone} />
          <FormCluster form={page} free={page.free} onClear={page.clear} />
          {draft.mode === "application" && <FormApplication form={page} />}
          <Segment
            wide
            label="View"
            value={shown}
            onChange={setView}
            options={[
              { value: "form", label: "Form" },
              { value: "text", label: "Text" },
            ]}
          />
          {shown === "text" ? (
            <FormText form={page} sorted={sorted} />
          ) : (
            <>
              <FormSize form={page} />
              <FormExposure form={page} />
              <FormOptions form={page} optionIssue={(key) => sorted.options.get(key)} />
            </>
          )}
          {create.error && (
            <ErrorState
              fact="The cluster was not created."
              error={create.error}
              stillHolds="Nothing is left of the try."
            />
          )}
        </div>
        <FormFoot
          errors={errors}
          warnings={page.warnings.length}
          firstError={page.firstError}
          fresh={page.fresh}
          creating={create.isPending || create.isSuccess}
          trying={dryRun.trying}
          onDryRun={dryRun.start}
        />
      </form>
      <PreviewColumn
        draft={draft}
        spec={page.spec}
        preview={page.preview.data}
        error={page.preview.error}
        dryRun={dryRun.shown}
        otherIssues={sorted.others}
        warnings={page.warnings}
      />
    </div>
  );
}
