import type { V1ResourceRequirements } from "@kubernetes/client-node";
import { formatJavaDouble } from "../options/java-double.ts";
import { jobManagerCpu, jobManagerCpuLimitFactor, jobManagerMemoryLimitFactor } from "../options/kubernetes-options.ts";
import { mebibyte } from "../options/memory-size.ts";
import type { Option } from "../options/option.ts";
import type { FlinkPod } from "./flink-pod.ts";
import type { JobManagerParameters } from "./step.ts";

/**
 * cpu and memory of the JobManager's container. They replace the template's; its other resources stay.
 *
 * Flink: KubernetesUtils.getResourceRequirements.
 */
export function containerResources(pod: FlinkPod, parameters: JobManagerParameters): V1ResourceRequirements {
  const { options, memory } = parameters;
  const template = pod.mainContainer.resources;
  const cpu = options.get(jobManagerCpu);
  const memoryMiB = Number((memory?.totalProcess ?? 0n) / mebibyte);
  const memoryLimitMiB = Math.trunc(memoryMiB * limitFactor(parameters, jobManagerMemoryLimitFactor));
  const cpuLimit = cpu * limitFactor(parameters, jobManagerCpuLimitFactor);
  return {
    ...template,
    requests: { ...template?.requests, cpu: formatJavaDouble(cpu), memory: `${memoryMiB}Mi` },
    limits: { ...template?.limits, cpu: formatJavaDouble(cpuLimit), memory: `${memoryLimitMiB}Mi` },
  };
}

function limitFactor({ options, issues }: JobManagerParameters, option: Option<number>): number {
  const factor = options.get(option);
  if (!(factor >= 1)) {
    issues.report({
      field: option.key,
      code: "limit-under-request",
      detail: `${option.key} should be greater or equal to 1.`,
    });
  }
  return factor;
}
