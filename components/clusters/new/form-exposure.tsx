"use client";
import { Button } from "../../ui/button.tsx";
import { Note } from "../../ui/note.tsx";
import { Segment } from "../../ui/segment.tsx";
import { type DraftForm, FormSection } from "./form-parts.tsx";

const types = [
  { value: "ClusterIP", label: "ClusterIP" },
  { value: "NodePort", label: "NodePort" },
  { value: "LoadBalancer", label: "LoadBalancer" },
  { value: "Headless_ClusterIP", label: "Headless" },
] as const;

const sourceRanges = "kubernetes.rest-service.annotations";

/** The type of the REST Service, with the warning where it opens a door to the outside. */
export function FormExposure({ form }: { readonly form: DraftForm }) {
  const { exposedType } = form.draft;
  return (
    <FormSection title="Reaching the REST port">
      <Segment
        wide
        label="Type of the REST Service"
        value={exposedType}
        onChange={(value) => form.set("exposedType", value)}
        options={types}
      />
      {exposedType === "LoadBalancer" && (
        <Note
          family="wait"
          fact="Anyone who reaches this address can run code."
          actions={
            <>
              <Button onClick={() => form.set("exposedType", "ClusterIP")}>Use ClusterIP</Button>
              <LimitSourceRanges form={form} />
            </>
          }
        >
          Flink&apos;s REST has no login, and a load balancer gives it an address outside the cluster. Drey does not
          need one.
        </Note>
      )}
      {exposedType === "NodePort" && (
        <Note family="wait" fact="Every node opens a port to Flink's REST, which has no login.">
          Whoever reaches a node can run code. Drey does not need it.
        </Note>
      )}
      {exposedType === "ClusterIP" && (
        <p className="text-12 text-ink-3">
          Reachable inside Kubernetes alone. Drey goes through the API server, with your rights.
        </p>
      )}
    </FormSection>
  );
}

/** Adds the annotation's option as a row, for its value to be filled in. */
function LimitSourceRanges({ form }: { readonly form: DraftForm }) {
  const { options } = form.draft;
  if (options.some((row) => row.key === sourceRanges)) return null;
  const row = {
    id: crypto.randomUUID(),
    key: sourceRanges,
    value: "service.beta.kubernetes.io/load-balancer-source-ranges:10.0.0.0/8",
  };
  return (
    <Button kind="ghost" onClick={() => form.set("options", [...options, row])}>
      Keep, limit source ranges
    </Button>
  );
}
