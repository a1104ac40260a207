import type { Caller, ClusterAddress } from "../../caller.ts";
import { ConsoleError } from "../../errors.ts";
import { failureDetail } from "../../failure-detail.ts";
import { mainContainer } from "./kubernetes-objects.ts";

/** What a pod itself shows of its logging file. */
export interface PodLook {
  /** SHA-256 of the file in the container, in hex; absent when it is not there. */
  readonly hash?: string | undefined;
  /** When the kubelet swapped the volume's content, by the node's clock. */
  readonly swappedAt?: Date | undefined;
  /** Files that Flink's process was told to use for logging; empty when that can't be seen. */
  readonly configured: readonly string[];
}

// `..data` is the link that the kubelet swaps; its time is that of the mount. Arguments are passed, never pasted.
const script = [
  'if [ -e "$1" ]; then sha256sum < "$1"; stat -c "swapped %.9Y" "$(dirname "$1")/..data"; fi 2>/dev/null',
  "for p in /proc/[0-9]*; do tr '\\0' '\\n' < $p/cmdline; done 2>/dev/null | grep -E '^-D(log4j2?|logback)\\.configurationFile=' | sort -u",
  "exit 0",
].join("\n");

/** Looks into a pod by running a fixed command there. A reason in words where that is not possible. */
export async function lookIntoPod(
  pod: string,
  path: string,
  { context, namespace }: ClusterAddress,
  caller: Caller,
): Promise<PodLook | { readonly unknown: string }> {
  try {
    const command = ["bash", "-c", script, "drey", path];
    const { exitCode, stdout, stderr } = await caller.kubernetes(context).exec(namespace, pod, mainContainer, command);
    if (exitCode !== 0)
      return { unknown: `Looking into the pod failed: ${stderr.slice(0, 200) || `exit code ${exitCode}`}` };
    return parseLook(stdout);
  } catch (error) {
    if (error instanceof ConsoleError) return { unknown: failureDetail(error.failure) };
    throw error;
  }
}

/** Reads what the script printed. */
export function parseLook(stdout: string): PodLook {
  const hash = /^([0-9a-f]{64})\b/m.exec(stdout)?.[1];
  const seconds = Number(/^swapped (\d+(?:\.\d+)?)$/m.exec(stdout)?.[1]);
  const configured = [...stdout.matchAll(/^-D\S+?=(?:file:(?:\/\/)?)?(.+)$/gm)].map((match) => match[1] ?? "");
  return {
    ...(hash !== undefined && { hash }),
    ...(seconds > 0 && { swappedAt: new Date(seconds * 1_000) }),
    configured,
  };
}
