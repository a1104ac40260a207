import type { V1Container, V1ObjectMeta, V1PodSpec } from "@kubernetes/client-node";
import type { ClusterSpec, SpecFiles } from "./cluster-spec.ts";
import { renderCluster } from "./resources/render-cluster.ts";
import type { RenderedCluster, RenderIssue } from "./resources/rendering.ts";

/** Renders small specs for tests, and finds things in what came out. */

export interface Asked {
  readonly flinkVersion?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly template?: string;
  readonly files?: SpecFiles;
  readonly application?: ClusterSpec["application"];
}

export function specFor({ flinkVersion = "2.3.0", options = {}, template, files, application }: Asked): ClusterSpec {
  const named = template === undefined ? {} : { "/pod.yaml": template };
  const templateOption = template === undefined ? {} : { "kubernetes.pod-template-file.jobmanager": "/pod.yaml" };
  return {
    mode: application ? "application" : "session",
    flinkVersion,
    configuration: { "kubernetes.cluster-id": "my-cluster", ...templateOption, ...options },
    application,
    files: { ...files, named: { ...files?.named, ...named } },
  };
}

export function rendered(asked: Asked = {}): RenderedCluster {
  const rendering = renderCluster(specFor(asked));
  if (rendering.kind === "rendered") return rendering;
  throw new Error(`refused: ${rendering.issues.map(({ detail }) => detail).join(" ")}`);
}

export function refusals(asked: Asked): readonly RenderIssue[] {
  const rendering = renderCluster(specFor(asked));
  return rendering.kind === "refused" ? rendering.issues : [];
}

export function podMetadata(cluster: RenderedCluster): V1ObjectMeta {
  return cluster.deployment.spec?.template.metadata ?? {};
}

export function podSpec(cluster: RenderedCluster): V1PodSpec {
  return cluster.deployment.spec?.template.spec ?? { containers: [] };
}

/** Flink puts it last. */
export function mainContainer(cluster: RenderedCluster): V1Container {
  return podSpec(cluster).containers.at(-1) ?? { name: "" };
}

export function configMapData(cluster: RenderedCluster, name = "flink-config-my-cluster"): Record<string, string> {
  const found = cluster.accompanying.find((object) => object.kind === "ConfigMap" && object.metadata?.name === name);
  return found?.kind === "ConfigMap" ? (found.data ?? {}) : {};
}
