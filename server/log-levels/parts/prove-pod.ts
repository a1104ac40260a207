import type { Caller, ClusterAddress } from "../../caller.ts";
import type { ProofPod, ProofStep } from "../log-level-view.schema.ts";
import { fileInPod } from "./file-in-pod.ts";
import { componentOf, type Pod } from "./kubernetes-objects.ts";
import type { ProofInput } from "./proof-input.ts";
import { never } from "./proof-step.ts";
import { proveByLinesOnly, proveEffective } from "./prove-effective.ts";
import { type Mounted, proveMounted } from "./prove-mounted.ts";

/** Whether the file is mounted in one pod and each changed level in effect there, with the evidence for it. */
export async function provePod(
  pod: Pod,
  input: ProofInput,
  address: ClusterAddress,
  caller: Caller,
): Promise<ProofPod> {
  const place = fileInPod(pod, address.clusterId, input.name);
  const named = { pod: pod.metadata?.name ?? "", component: componentOf(pod) };
  const forAll = (step: ProofStep) => input.sought.map(({ logger }) => ({ logger, step }));
  if (place.kind === "never") {
    const step = never(place.reason, place.detail);
    return { ...named, mounted: step, effective: forAll(step) };
  }
  const { step, mounted } = await proveMounted(pod, place.path, input, address, caller);
  if (!mounted) {
    const effective = await proveByLinesOnly(pod, withoutFile(step), input, address, caller);
    return { ...named, mounted: step, effective };
  }
  const instead = otherFile(mounted, place.path, input.name);
  if (instead !== undefined) {
    const other = never("other-file", `Flink was started with ${instead}, not with ${place.path}.`);
    return { ...named, mounted: step, effective: forAll(other) };
  }
  return { ...named, mounted: step, effective: await proveEffective(pod, mounted, input, address, caller) };
}

const withoutFile = (mounted: ProofStep): ProofStep =>
  mounted.state === "not-yet" ? { state: "not-yet", detail: "The file is not mounted yet." } : mounted;

/** The file that Flink was started with, where it is another one than ours. Both frameworks' options are always set. */
function otherFile({ configured }: Mounted, path: string, name: string): string | undefined {
  if (configured.length === 0 || configured.includes(path)) return undefined;
  const extension = name.slice(name.lastIndexOf("."));
  return configured.find((file) => file.endsWith(extension)) ?? configured[0];
}
