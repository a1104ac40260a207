import type { StartupTrouble } from "../startup.schema.ts";
import type { Deployment } from "./cluster-objects.ts";
import { serviceAccountOf } from "./observe-cluster.ts";
import { cut } from "./observe-pod.ts";
import { bytesText, parseQuantity } from "./quantity.ts";

/** Why the API server refuses the Deployment's pods: it says so in the text of a condition alone. */
export function refusedPodTrouble(deployment: Deployment): StartupTrouble | undefined {
  const condition = deployment.status?.conditions?.find(
    ({ type, status }) => type === "ReplicaFailure" && status === "True",
  );
  if (condition === undefined) return undefined;
  const message = condition.message ?? "";
  const found = quota(message) ?? account(message, deployment) ?? limitRange(message) ?? other(message);
  return { step: "pods", said: cut(message), ...found };
}

type Found = Omit<StartupTrouble, "step">;

/** `exceeded quota: team, requested: requests.memory=1000Mi, used: requests.memory=0, limited: requests.memory=500Mi` */
function quota(message: string): Found | undefined {
  const match = /exceeded quota: ([^,]+), requested: (.+), used: (.+), limited: (.+)$/.exec(message);
  if (match === null) return undefined;
  const [, name = "", requested = "", used = "", limited = ""] = match;
  const asked = amounts(requested);
  const sentences = [...asked].map(
    ([resource, wanted]) =>
      `${resource}: the pod asks for ${amountText(wanted)}, ${amountText(amounts(used).get(resource))} of ${amountText(amounts(limited).get(resource))} are used`,
  );
  return {
    code: "quota-exceeded",
    fact: `Quota ${name} leaves no room for the pod.`,
    why: `${sentences.join("; ")}.`,
    next: [
      `Ask for less ${[...asked.keys()].map(shortName).join(" and ")}, or end what else runs in the namespace.`,
      `Ask whoever runs the namespace to raise quota ${name}. The pod then comes by itself.`,
    ],
  };
}

const amounts = (list: string) =>
  new Map(
    list.split(",").flatMap((pair) => {
      const [resource, amount] = pair.split("=");
      return resource && amount ? [[resource.trim(), amount] as const] : [];
    }),
  );

const shortName = (resource: string) => resource.replace(/^(requests|limits)\./, "");

/** Bytes for people where it is an amount of them, else as it stands. */
function amountText(amount: string | undefined): string {
  if (amount === undefined) return "0";
  const value = parseQuantity(amount);
  return value !== undefined && value >= 2 ** 20 ? bytesText(value) : amount;
}

function account(message: string, deployment: Deployment): Found | undefined {
  if (!/serviceaccount .*not found|error looking up service account/i.test(message)) return undefined;
  const name = serviceAccountOf(deployment);
  return {
    code: "service-account-missing",
    fact: `Service account ${name} does not exist.`,
    why: "Every pod runs as a service account of its namespace; without it the API server refuses the pod.",
    next: [
      `Create service account ${name} with the rights that Flink needs. The pod then comes by itself.`,
      "Or create the cluster anew with a service account that exists.",
    ],
    serviceAccount: name,
  };
}

/** `maximum memory usage per Container is 500Mi, but limit is 1000Mi` */
function limitRange(message: string): Found | undefined {
  const match =
    /((?:minimum|maximum) (\S+) usage per (?:Container|Pod) is (\S+?)),? but (?:limit|request) is (\S+)/.exec(message);
  const [, , resource = "", bound = "", asked = ""] = match ?? [];
  if (match === null) {
    const ratio = /(\S+) max limit to request ratio per (?:Container|Pod) is (\S+),/.exec(message);
    if (ratio === null) return undefined;
    const fact = `The namespace allows a ${ratio[1]} limit of at most ${ratio[2]} times the request.`;
    return {
      code: "limit-range",
      fact,
      why: limitsOfNamespace,
      next: [`Lower kubernetes.jobmanager.${ratio[1]}.limit-factor.`],
    };
  }
  const most = message.includes("maximum");
  return {
    code: "limit-range",
    fact: `The namespace allows ${most ? "at most" : "no less than"} ${amountText(bound)} of ${resource} for a container, this one has ${amountText(asked)}.`,
    why: limitsOfNamespace,
    next: [
      `Ask for ${most ? "less" : "more"} ${resource}, or ask whoever runs the namespace to change its LimitRange.`,
    ],
  };
}

const limitsOfNamespace = "A LimitRange of the namespace bounds what each container may have.";

function other(message: string): Found {
  const policy = /violates PodSecurity "([^"]+)"/.exec(message)?.[1];
  if (policy !== undefined) {
    return {
      code: "pod-refused",
      fact: `The namespace's security policy ${policy} refuses the pod.`,
      why: "The pod's security settings are wider than the namespace allows.",
      next: ["Set a securityContext in the pod template that the policy takes; what it misses stands below."],
    };
  }
  return {
    code: "pod-refused",
    fact: "The API server refuses the pod.",
    why: "The Deployment was accepted, its pod was not.",
    next: ["Read what the API server says, below, and change what it names."],
  };
}
