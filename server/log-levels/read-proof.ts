import type { Caller, ClusterAddress } from "../caller.ts";
import type { Proof, ProofPod } from "./log-level-view.schema.ts";
import { readClusterLogging } from "./parts/cluster-logging.ts";
import { inParallel } from "./parts/in-parallel.ts";
import { proofInput } from "./parts/proof-input.ts";
import { provePod } from "./parts/prove-pod.ts";

const mostPods = 200;
/** What the kubelet and a timer may take on top of the interval, where pods may be touched. */
const boundSlackSeconds = 2;

/**
 * For each pod: is the file as the ConfigMap has it now mounted there, and is each changed level in effect. Only what
 * was seen is called seen, with its evidence; the rest is not yet and until when, due, never and why, or unknown.
 */
export async function readProof(address: ClusterAddress, caller: Caller): Promise<Proof> {
  const logging = await readClusterLogging(address, caller);
  const input = proofInput(logging);
  const pods = await inParallel(logging.pods.slice(0, mostPods), (pod) => provePod(pod, input, address, caller));
  const { reload } = logging.file;
  return {
    file: logging.name,
    hash: input.hash,
    ...(logging.kept.change && { change: logging.kept.change }),
    ...(reload.kind === "every" && { boundSeconds: reload.seconds + boundSlackSeconds }),
    pods,
    settled: !pods.some(isWaiting),
    cut: logging.podsCut || logging.pods.length > mostPods,
  };
}

const isWaiting = ({ mounted, effective }: ProofPod) =>
  mounted.state === "not-yet" || effective.some(({ step }) => step.state === "not-yet");
