import type { StartupTrouble } from "../startup.schema.ts";
import { cut } from "./observe-pod.ts";
import type { ContainerEvidence, ContainerStatus } from "./startup-pod.ts";

const imageReasons = [
  "ErrImagePull",
  "ImagePullBackOff",
  "ErrImageNeverPull",
  "InvalidImageName",
  "RegistryUnavailable",
];

/** Why a container's image is not there: its name, the registry, or the way to it. */
export function imageTrouble(
  { image }: ContainerStatus,
  reason: string,
  waitingFor: string,
  { events }: ContainerEvidence,
): StartupTrouble | undefined {
  if (!imageReasons.includes(reason)) return undefined;
  // While it backs off older kubelets repeat the image's name alone; the event before that has the reason.
  const told = events.find((event) => event.reason === "Failed" && event.message.startsWith("Failed to pull image"));
  const message = /: /.test(waitingFor.replace(/^Back-off pulling image "[^"]*"/, ""))
    ? waitingFor
    : (told?.message ?? waitingFor);
  return { step: "images", said: cut(message), ...explainImage(image, reason, message) };
}

function explainImage(
  image: string,
  reason: string,
  message: string,
): Pick<StartupTrouble, "code" | "fact" | "why" | "next"> {
  if (reason === "InvalidImageName") {
    return {
      code: "image-name-invalid",
      fact: `${image} is not the name of an image.`,
      why: "An image is named registry/name:tag, its name in lower case.",
      next: ["Correct kubernetes.container.image.ref and create the cluster anew."],
    };
  }
  if (reason === "ErrImageNeverPull") {
    return {
      code: "image-not-found",
      fact: `Image ${image} is not on the node.`,
      why: "The pull policy is Never, so the node does not fetch it.",
      next: ["Set kubernetes.container.image.pull-policy to IfNotPresent, or load the image onto the nodes."],
    };
  }
  if (
    /unauthorized|authentication required|authorization failed|pull access denied|denied:|\b40[13]\b/i.test(message)
  ) {
    return {
      code: "image-forbidden",
      fact: `The registry does not give out image ${image}.`,
      why: "It does not exist there, or the registry asks for a login that the pod does not have.",
      next: [
        "Check the image's name.",
        "Name a Secret of type kubernetes.io/dockerconfigjson in kubernetes.container.image.pull-secrets.",
      ],
    };
  }
  if (/not found|manifest unknown|does not exist/i.test(message)) {
    return {
      code: "image-not-found",
      fact: `Image ${image} does not exist in its registry.`,
      why: "The registry answered and has no such name or tag.",
      next: ["Correct kubernetes.container.image.ref: name and tag. Kubernetes tries again by itself."],
    };
  }
  if (/dial tcp|no such host|i\/o timeout|connection refused|TLS handshake|x509|deadline exceeded|EOF/i.test(message)) {
    return {
      code: "registry-unreachable",
      fact: `The node does not reach the registry of image ${image}.`,
      why: "Its address, the network or the registry's certificate is the matter, not the image.",
      next: [
        "Check the registry's name in the image.",
        "Ask whoever runs the nodes whether they reach it. Kubernetes tries again by itself.",
      ],
    };
  }
  return {
    code: "image-pull-failed",
    fact: `Image ${image} can't be pulled.`,
    why: "The node has tried and failed; Kubernetes tries again by itself.",
    next: ["Read what the node says, below."],
  };
}
