"use client";
import { useState } from "react";
import type { ClusterPreview } from "#server/clusters/cluster-view.schema.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Segment } from "../../ui/segment.tsx";
import { YamlLines } from "./yaml-lines.tsx";

type PreviewedObject = ClusterPreview["objects"][number];

const idOf = ({ kind, name }: PreviewedObject) => `${kind}/${name}`;

/** «Deployment», «Service, rest»: the kind, and what tells it from another of that kind. */
function labelOf(object: PreviewedObject, objects: readonly PreviewedObject[], clusterId: string | undefined): string {
  const same = objects.filter((other) => other.kind === object.kind);
  if (same.length === 1 || object.name === clusterId) return object.kind;
  return `${object.kind}, ${object.name.replace(`${clusterId}-`, "")}`;
}

/** Every object that would be sent, as YAML. */
export function ObjectsPreview({ preview }: { readonly preview: ClusterPreview }) {
  const { objects, clusterId } = preview;
  const [chosen, setChosen] = useState("");
  // Renaming the cluster renames its objects: the choice is kept by place.
  const [place, setPlace] = useState(0);
  const shown = objects.find((object) => idOf(object) === chosen) ?? objects[place] ?? objects[0];
  if (shown === undefined) return null;
  const choose = (id: string) => {
    setChosen(id);
    setPlace(objects.findIndex((object) => idOf(object) === id));
  };
  return (
    <section aria-label="Objects" className="rounded-3 border border-line bg-surface">
      <div className="flex min-h-10 items-center gap-2 overflow-x-auto border-b border-line py-1.5 pr-3 pl-2.5">
        <Segment
          label="Object"
          value={idOf(shown)}
          onChange={choose}
          options={objects.map((object) => ({ value: idOf(object), label: labelOf(object, objects, clusterId) }))}
        />
        <span className="flex-1" />
        <CopyButton text={objects.map((object) => object.yaml.trimEnd()).join("\n---\n")} label="Copy all YAML" />
      </div>
      <YamlLines yaml={shown.yaml} />
    </section>
  );
}
