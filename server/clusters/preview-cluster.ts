import { stringify } from "yaml";
import type { OwnedObject, RenderedCluster } from "../flink/resources/rendering.ts";
import type { RequestOf } from "../operation.schema.ts";
import type { ClusterPreview } from "./cluster-view.schema.ts";
import { memoryParts } from "./parts/memory-parts.ts";
import { render } from "./parts/render.ts";
import type { previewClusterOperation } from "./schema.ts";

/** The objects that a spec means, as YAML, and what is wrong or worth knowing. Nothing is asked of Kubernetes. */
export async function previewCluster({ spec }: RequestOf<typeof previewClusterOperation>): Promise<ClusterPreview> {
  const rendering = render(spec);
  const memory = memoryParts(spec);
  if (rendering.kind === "refused") return { objects: [], memory, issues: [...rendering.issues], warnings: [] };
  const { clusterId, namespace, warnings } = rendering;
  return { clusterId, namespace, objects: objectsOf(rendering), memory, issues: [], warnings: [...warnings] };
}

function objectsOf({ deployment, accompanying, namespace }: RenderedCluster): ClusterPreview["objects"] {
  const all: (RenderedCluster["deployment"] | OwnedObject)[] = [deployment, ...accompanying];
  return all.map((object) => ({
    kind: object.kind ?? "",
    name: object.metadata?.name ?? "",
    yaml: stringify(shown(object, namespace), { lineWidth: 0 }),
  }));
}

/** As `kubectl apply` would take it. The contents of a Secret are not shown, whoever wrote them. */
function shown(object: RenderedCluster["deployment"] | OwnedObject, namespace: string): object {
  const { apiVersion, kind, metadata, ...rest } = object;
  const visible = kind === "Secret" ? { ...rest, data: "(not shown)" } : rest;
  return { apiVersion, kind, metadata: { ...metadata, namespace }, ...visible };
}
