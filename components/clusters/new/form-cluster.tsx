"use client";
import { useQuery } from "@tanstack/react-query";
import { Icon } from "../../ui/icon.tsx";
import { Segment } from "../../ui/segment.tsx";
import { SelectField } from "../../ui/select.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { contextsQuery, namespacesQuery } from "../cluster-queries.ts";
import { contextShapes } from "../context-words.ts";
import { ChoiceList, useChoiceNote } from "../preflight/choice-list.tsx";
import { flinkVersions } from "./draft.ts";
import { type DraftForm, DraftText, FormSection } from "./form-parts.tsx";

interface FormClusterProps {
  readonly form: DraftForm;
  /** True when the name is good and nobody has it. */
  readonly free: boolean;
  readonly onClear: () => void;
}

/** What it is, where it goes, what it is called, what it runs. */
export function FormCluster({ form, free, onClear }: FormClusterProps) {
  const { draft, set } = form;
  const contexts = useQuery(contextsQuery).data?.contexts ?? [];
  return (
    <FormSection
      title="Cluster"
      action={
        <button type="button" className="text-12 font-normal text-accent-ink hover:underline" onClick={onClear}>
          Clear the draft
        </button>
      }
    >
      <Segment
        wide
        label="Mode"
        value={draft.mode}
        onChange={(mode) => set("mode", mode)}
        options={[
          { value: "session", label: "Session" },
          { value: "application", label: "Application" },
        ]}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        <SelectField
          label="Context"
          value={draft.context}
          error={form.issue("context")}
          onChange={(context) => {
            set("context", context);
            set("namespace", contexts.find((one) => one.context === context)?.defaultNamespace ?? "");
          }}
          options={contexts.map(({ context, state }) => ({
            value: context,
            label: context,
            mark: <StateMark shape={contextShapes[state]} />,
          }))}
        />
        <Namespace form={form} />
        <DraftText
          form={form}
          field="clusterId"
          label="Cluster name"
          placeholder="my-session"
          trailing={
            free && (
              <span className="flex items-center gap-1 text-12 text-ok-ink">
                <Icon name="check" size={14} />
                free
              </span>
            )
          }
        />
        <SelectField
          label="Flink version"
          value={draft.flinkVersion}
          error={form.issue("flinkVersion")}
          onChange={(version) => set("flinkVersion", version)}
          options={flinkVersions.map((version) => ({ value: version, label: version }))}
        />
        <DraftText
          form={form}
          field="image"
          mono
          label="Image"
          placeholder={`apache/flink:${draft.flinkVersion}-scala_2.12`}
        />
        <ServiceAccount form={form} />
      </div>
    </FormSection>
  );
}

/** One of those that exist, or any other name. */
function ServiceAccount({ form }: { readonly form: DraftForm }) {
  const { context, namespace } = form.draft;
  const note = useChoiceNote(context, namespace, "serviceAccounts");
  return (
    <div>
      <DraftText
        form={form}
        field="serviceAccount"
        label="Service account"
        placeholder="default"
        list="service-accounts"
        {...(note !== undefined && { help: note })}
      />
      <ChoiceList id="service-accounts" context={context} namespace={namespace} of="serviceAccounts" />
    </div>
  );
}

/** A choice where namespaces may be listed, a text where not. */
function Namespace({ form }: { readonly form: DraftForm }) {
  const { draft, set } = form;
  const known = useQuery(namespacesQuery(draft.context)).data;
  if (known && (!known.listed || known.cut)) {
    return <DraftText form={form} field="namespace" label="Namespace" help="Namespaces may not be listed here." />;
  }
  return (
    <SelectField
      label="Namespace"
      value={draft.namespace}
      error={form.issue("namespace")}
      onChange={(namespace) => set("namespace", namespace)}
      options={(known?.namespaces ?? []).map((namespace) => ({ value: namespace, label: namespace }))}
    />
  );
}
