import { jobManagerPodTemplate, taskManagerPodTemplate } from "../options/kubernetes-options.ts";
import type { Option } from "../options/option.ts";
import type { RenderIssue } from "./rendering.ts";

/**
 * The pod templates that `options` name, of which a cluster keeps the TaskManagers' alone. Where one file is for both
 * it is the JobManager's too; a JobManager's own is gone, and its option leaves `options`.
 *
 * Flink: PodTemplateMountDecorator.
 */
export function recoverTemplates(
  options: Map<string, string>,
  podTemplate: string | undefined,
): { readonly named: Readonly<Record<string, string>>; readonly notTaken: readonly RenderIssue[] } {
  const keyOf = ({ key, fallbackKeys }: Option<string | undefined>) =>
    [key, ...fallbackKeys].find((one) => options.has(one));
  const [jobManagerKey, taskManagerKey] = [keyOf(jobManagerPodTemplate), keyOf(taskManagerPodTemplate)];
  const path = taskManagerKey === undefined ? undefined : options.get(taskManagerKey);
  const named = path !== undefined && podTemplate !== undefined ? { [path]: podTemplate } : {};
  const lost = [jobManagerKey, taskManagerKey].filter(
    (key, at, keys): key is string =>
      key !== undefined && keys.indexOf(key) === at && !Object.hasOwn(named, options.get(key) ?? ""),
  );
  for (const key of lost) options.delete(key);
  const detail = "The pod template is not kept by the cluster: Flink keeps that of the TaskManagers alone.";
  return { named, notTaken: lost.map((field) => ({ field, code: "pod-template-not-taken", detail })) };
}
