import type { NeverReason } from "../log-level-view.schema.ts";
import { configMapName, mainContainer, type Pod } from "./kubernetes-objects.ts";

/** Where a pod's Flink container sees a file of the cluster's ConfigMap, or why it never sees a change of it. */
export type FileInPod =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "never"; readonly reason: NeverReason; readonly detail: string };

const never = (reason: NeverReason, detail: string): FileInPod => ({ kind: "never", reason, detail });

/** Reads it from the pod's own volumes and mounts, whatever template made them. */
export function fileInPod({ spec }: Pod, clusterId: string, file: string): FileInPod {
  const map = configMapName(clusterId);
  const volumes = (spec?.volumes ?? []).filter(({ configMap }) => configMap?.name === map);
  const mounts = spec?.containers.find(({ name }) => name === mainContainer)?.volumeMounts ?? [];
  const mounted = volumes.flatMap((volume) =>
    mounts.filter(({ name }) => name === volume.name).map((mount) => ({ volume, mount })),
  );
  if (mounted.length === 0) {
    return never("not-mounted", `The pod does not mount ConfigMap ${map}: its logging file is in the image.`);
  }
  const pathIn = ({ volume }: (typeof mounted)[number]) => {
    const items = volume.configMap?.items;
    return items ? items.find(({ key }) => key === file)?.path : file;
  };
  const whole = mounted.find((one) => one.mount.subPath === undefined && pathIn(one) !== undefined);
  if (whole) return { kind: "file", path: `${whole.mount.mountPath.replace(/\/$/, "")}/${pathIn(whole)}` };
  if (mounted.some((one) => one.mount.subPath !== undefined && one.mount.subPath === pathIn(one))) {
    return never("sub-path", "The pod mounts the file by subPath: Kubernetes never updates such a mount.");
  }
  return never("not-in-volume", `The pod's volume does not list ${file} among its items.`);
}
