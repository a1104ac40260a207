import type { Caller, ClusterAddress } from "../../caller.ts";
import type { ProofStep } from "../log-level-view.schema.ts";
import type { Pod } from "./kubernetes-objects.ts";
import { touchedAnnotation } from "./level-overrides.ts";
import { lookIntoPod } from "./look-into-pod.ts";
import type { ProofInput } from "./proof-input.ts";
import { never, seenStep } from "./proof-step.ts";
import { type SeenOfPod, seenOfPod } from "./seen-proofs.ts";

/** A kubelet looks at its ConfigMaps about once a minute; measured 46 to 63 s. */
export const kubeletSyncMs = 90_000;
const touchedSyncMs = 10_000;

export type Mounted = NonNullable<SeenOfPod["mounted"]>;

/** Whether the pod's own file has the content of the ConfigMap, by its hash, and since when. */
export async function proveMounted(
  pod: Pod,
  path: string,
  input: ProofInput,
  address: ClusterAddress,
  caller: Caller,
): Promise<{ readonly step: ProofStep; readonly mounted?: Mounted }> {
  const seen = seenOfPod(pod.metadata?.uid ?? "");
  if (seen.mounted?.hash !== input.hash) {
    const look = await lookIntoPod(pod.metadata?.name ?? "", path, address, caller);
    if ("unknown" in look) return { step: { state: "unknown", detail: look.unknown } };
    if (look.hash === undefined) return { step: never("not-in-volume", `There is no ${path} in the pod.`) };
    if (look.hash !== input.hash) return { step: notYet(pod, input) };
    seen.mounted = { hash: look.hash, at: look.swappedAt ?? new Date(), configured: look.configured };
  }
  const { mounted } = seen;
  return { step: seenStep(mounted.at, input.changedAt, `sha256 ${mounted.hash}`), mounted };
}

/** Until when the kubelet has to come by. */
function notYet(pod: Pod, { changedAt }: ProofInput): ProofStep {
  const touchedAt = Date.parse(pod.metadata?.annotations?.[touchedAnnotation] ?? "");
  const isTouched = changedAt !== undefined && touchedAt >= changedAt.getTime();
  const detail = isTouched ? "The kubelet was told to look at once." : "The kubelet looks about once a minute.";
  if (!changedAt) return { state: "not-yet", detail };
  const by = new Date(changedAt.getTime() + (isTouched ? touchedSyncMs : kubeletSyncMs));
  return { state: "not-yet", by: by.toISOString(), detail };
}
