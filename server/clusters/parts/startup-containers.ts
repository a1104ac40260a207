import type { StartupTrouble } from "../startup.schema.ts";
import type { Pod } from "./cluster-objects.ts";
import { cut } from "./observe-pod.ts";
import { endTrouble } from "./startup-ends.ts";
import { imageTrouble } from "./startup-images.ts";
import { type ContainerEvidence, containerStatuses } from "./startup-pod.ts";

/** Why a pod's containers do not run: volumes, images, what the kubelet refuses, and how they ended. */
export function containerTrouble(evidence: ContainerEvidence): StartupTrouble | undefined {
  for (const status of containerStatuses(evidence.pod)) {
    const { reason = "", message = "" } = status.state?.waiting ?? {};
    const found =
      imageTrouble(status, reason, message, evidence) ??
      (reason === "CreateContainerConfigError" ? configurationTrouble(message) : undefined);
    if (found !== undefined) return found;
  }
  return mountTrouble(evidence) ?? endTrouble(evidence) ?? refusedContainer(evidence.pod);
}

/** `secret "s3" not found`, `couldn't find key p in Secret ns/s3`, `configmap "x" not found`. */
function missingObject(message: string): Pick<StartupTrouble, "code" | "fact" | "next"> | undefined {
  const missing = /(secret|configmap) "([^"]+)" not found/i.exec(message);
  const key = /couldn't find key (\S+) in (Secret|ConfigMap) [^/\s]*\/(\S+)/i.exec(message);
  const kind = (missing?.[1] ?? key?.[2] ?? "").toLowerCase() === "secret" ? "Secret" : "ConfigMap";
  const code = kind === "Secret" ? "secret-missing" : "config-map-missing";
  if (missing !== null) {
    const name = missing[2] ?? "";
    return {
      code,
      fact: `${kind} ${name} does not exist in the namespace.`,
      next: [
        `Create ${kind} ${name}. The pod then goes on by itself.`,
        "Or create the cluster anew with one that exists.",
      ],
    };
  }
  if (key === null) return undefined;
  return {
    code,
    fact: `${kind} ${key[3]} has no key ${key[1]}.`,
    next: [`Add key ${key[1]} to ${kind} ${key[3]}. The pod then goes on by itself.`],
  };
}

function configurationTrouble(message: string): StartupTrouble {
  const missing = missingObject(message);
  const said = cut(message);
  if (missing) return { step: "containers", why: "The container's environment is taken from it.", said, ...missing };
  return {
    step: "containers",
    code: "container-refused",
    fact: "The container can't be made from its specification.",
    why: "The node refuses it before it starts.",
    next: ["Change what the node names below: in the pod template or the options."],
    said,
  };
}

/** A volume that can't be mounted. Flink's own ConfigMap comes a moment after the pod: that is no trouble. */
function mountTrouble({ pod, events, ownMaps }: ContainerEvidence): StartupTrouble | undefined {
  const begun = containerStatuses(pod).some(
    ({ state, lastState }) => state?.running ?? state?.terminated ?? lastState?.terminated,
  );
  if (begun) return undefined;
  const event = events.find(
    ({ reason, message }) =>
      (reason === "FailedMount" || reason === "FailedAttachVolume") &&
      !ownMaps.some((name) => message.includes(`"${name}" not found`)),
  );
  if (event === undefined) return undefined;
  const volume = /volume "([^"]+)"/.exec(event.message)?.[1];
  const missing = missingObject(event.message);
  const why = `The pod mounts it${volume === undefined ? "" : ` as volume ${volume}`}; no container starts without it.`;
  if (missing) return { step: "containers", why, said: event.message, ...missing };
  return {
    step: "containers",
    code: "volume-failed",
    fact: `Volume ${volume ?? ""} can't be mounted.`.replace("  ", " "),
    why: "No container of the pod starts without it.",
    next: ["Read what the node says, below. It tries again by itself."],
    said: event.message,
  };
}

/** What the kubelet can't make and tries again, before anything has ended. */
function refusedContainer(pod: Pod): StartupTrouble | undefined {
  const reasons = ["CreateContainerError", "RunContainerError", "CreatePodSandboxError", "PostStartHookError"];
  const status = containerStatuses(pod).find(({ state }) => reasons.includes(state?.waiting?.reason ?? ""));
  if (status === undefined) return undefined;
  return {
    step: "containers",
    code: "container-refused",
    fact: `Container ${status.name} can't be made.`,
    why: "The node has tried and failed; it tries again by itself.",
    next: ["Read what the node says, below, and change what it names: in the pod template or the options."],
    said: cut(status.state?.waiting?.message ?? ""),
  };
}
