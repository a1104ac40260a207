import { persistentVolumeClaimReadOnly, persistentVolumeClaims } from "../options/kubernetes-options.ts";
import type { TextPairs } from "../options/map-value.ts";
import { extendPod, type FlinkPod } from "./flink-pod.ts";
import type { Step } from "./step.ts";

const maxClaimName = 253;
const maxVolumeName = 63;

/** `my.claim` becomes the volume `my-claim-pvc`. */
const volumeNameOf = (claim: string): string => `${claim.replaceAll(".", "-")}-pvc`;

/**
 * Existing PersistentVolumeClaims as volumes; from Flink 2.3.
 *
 * Flink: MountPersistentVolumeClaimsDecorator.
 */
export const mountPersistentVolumeClaims: Step = {
  decorate(pod, parameters) {
    const { options, rules, issues } = parameters;
    const claims = rules.persistentVolumeClaims ? options.get(persistentVolumeClaims) : [];
    for (const detail of claimIssues(claims, pod)) {
      issues.report({ field: persistentVolumeClaims.key, code: "volume-claim-invalid", detail });
    }
    if (claims.length === 0) return pod;
    const readOnly = options.get(persistentVolumeClaimReadOnly);
    return extendPod(pod, {
      volumes: claims.map(([claimName]) => ({
        name: volumeNameOf(claimName),
        persistentVolumeClaim: { claimName, readOnly },
      })),
      volumeMounts: claims.map(([claimName, mountPath]) => ({ name: volumeNameOf(claimName), mountPath, readOnly })),
    });
  },
};

function claimIssues(claims: TextPairs, pod: FlinkPod): string[] {
  const taken = new Set((pod.spec.volumes ?? []).map(({ name }) => name));
  return claims.flatMap(([claim, path], at) => {
    const earlier = claims.slice(0, at);
    const volume = volumeNameOf(claim);
    return [
      ...claimNameIssues(claim),
      ...pathIssues(claim, path),
      ...(earlier.some(([, other]) => other === path) ? [`Two claims are mounted at ${path}.`] : []),
      ...(earlier.some(([other]) => volumeNameOf(other) === volume) ? [`Two claims give the volume ${volume}.`] : []),
      ...(taken.has(volume) ? [`The volume ${volume} of the claim ${claim} exists in the pod already.`] : []),
    ];
  });
}

function claimNameIssues(claim: string): string[] {
  if (claim.trim() === "") return ["The name of a claim must not be blank."];
  if (claim.length > maxClaimName) return [`The claim ${claim} has more than ${maxClaimName} characters.`];
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(claim)) return [`'${claim}' is not the name of a claim.`];
  const volume = volumeNameOf(claim);
  return volume.length > maxVolumeName ? [`The volume name ${volume} has more than ${maxVolumeName} characters.`] : [];
}

function pathIssues(claim: string, path: string): string[] {
  if (path.trim() === "") return [`The mount path of the claim ${claim} must not be blank.`];
  return path.startsWith("/") ? [] : [`The mount path ${path} of the claim ${claim} must start with '/'.`];
}
