import { entryPath, jobManagerEntrypointArgs } from "../options/kubernetes-options.ts";
import type { Step } from "./step.ts";

/**
 * What the main container runs.
 *
 * The arguments go in raw: the shell in the pod expands them. Without any, the command ends with a space.
 * Flink: CmdJobManagerDecorator, KubernetesUtils.getStartCommandWithBashWrapper.
 */
export const jobManagerCommand: Step = {
  decorate(pod, { options, mode }) {
    const command = `kubernetes-jobmanager.sh kubernetes-${mode} ${options.get(jobManagerEntrypointArgs)}`;
    return {
      ...pod,
      mainContainer: { ...pod.mainContainer, command: [options.get(entryPath)], args: ["bash", "-c", command] },
    };
  },
};
