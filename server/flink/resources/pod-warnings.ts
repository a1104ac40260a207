import { userArtifactsBaseDir } from "../options/kubernetes-options.ts";
import type { FlinkPod } from "./flink-pod.ts";
import type { RenderIssue } from "./rendering.ts";

/** What the API server will refuse of a pod, mostly because a template has what Flink adds, too. */
export function podWarnings({ spec, mainContainer }: FlinkPod): readonly RenderIssue[] {
  const mounts = mainContainer.volumeMounts ?? [];
  const volumes = spec.volumes ?? [];
  const restart = spec.restartPolicy;
  return [
    ...twice(mounts.map(({ mountPath }) => mountPath)).map(mountPathTaken),
    ...twice(volumes.map(({ name }) => name)).map(volumeNameTaken),
    ...twice((mainContainer.ports ?? []).flatMap(({ name }) => name ?? [])).map(portNameTaken),
    ...volumes
      .map(({ name }) => name)
      .filter((name) => !isLabel(name))
      .map(volumeNameInvalid),
    ...(restart === undefined || restart === "Always" ? [] : [restartPolicyRefused(restart)]),
  ];
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) < at))];
}

const isLabel = (name: string): boolean => name.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name);

function mountPathTaken(path: string): RenderIssue {
  const wayOut =
    path === "/opt/flink/artifacts"
      ? `Set ${userArtifactsBaseDir.key} to another path, such as /opt/flink/user-artifacts, or mount the template's volume elsewhere.`
      : "Mount the template's volume elsewhere.";
  const detail = `Two volumes are mounted at ${path}: the pod template's and Flink's own. Kubernetes refuses that. ${wayOut}`;
  return { field: "pod-template", code: "mount-path-taken", detail };
}

function volumeNameTaken(name: string): RenderIssue {
  const detail = `Two volumes are named ${name}. Kubernetes refuses that. Rename the template's.`;
  return { field: "pod-template", code: "volume-name-taken", detail };
}

function portNameTaken(name: string): RenderIssue {
  const detail = `Two ports of the main container are named ${name}. Kubernetes refuses that. Rename the template's.`;
  return { field: "pod-template", code: "port-name-taken", detail };
}

function volumeNameInvalid(name: string): RenderIssue {
  const detail = `'${name}' can't name a volume: only lower-case letters, digits and dashes can. Volumes of Secrets are named after the Secret.`;
  return { field: "kubernetes.secrets", code: "volume-name-invalid", detail };
}

function restartPolicyRefused(policy: string): RenderIssue {
  const detail = `The pod template's restartPolicy ${policy} is kept by Flink, and a Deployment takes only Always. Leave it out.`;
  return { field: "pod-template", code: "restart-policy-refused", detail };
}
