import type { Caller } from "../caller.ts";
import type { RequestOf } from "../operation.schema.ts";
import type { ChoiceNames, listChoicesOperation, NamespaceChoices } from "./choices.schema.ts";
import { whereAllowed } from "./parts/where-allowed.ts";

type Door = ReturnType<Caller["kubernetes"]>;

const mostNames = 500;
const mostNodes = 500;
const mostLabels = 200;

const pullType = "kubernetes.io/dockerconfigjson";
/** What programs keep in Secrets, not what a person would mount. */
const ownTypes = ["kubernetes.io/service-account-token", "helm.sh/release.v1", pullType];

/** What a new cluster may refer to, by name. Each list stands alone: one that is refused does not take the others with it. */
export async function listChoices(
  { context, namespace }: RequestOf<typeof listChoicesOperation>,
  caller: Caller,
): Promise<NamespaceChoices> {
  const door = caller.kubernetes(context);
  const others = ownTypes.map((type) => `type!=${type}`).join(",");
  const [serviceAccounts, secrets, pullSecrets, nodeLabels] = await Promise.all([
    namesOf(door.listNames("ServiceAccount", namespace, { limit: mostNames })),
    namesOf(door.listNames("Secret", namespace, { limit: mostNames, fieldSelector: others })),
    namesOf(door.listNames("Secret", namespace, { limit: mostNames, fieldSelector: `type=${pullType}` })),
    namesOf(labelsOfNodes(door)),
  ]);
  return { serviceAccounts, secrets, pullSecrets, nodeLabels };
}

async function namesOf(asked: Promise<{ names: string[]; cut: boolean }>): Promise<ChoiceNames> {
  const found = await whereAllowed(asked, undefined);
  return found === undefined ? { names: [], listed: false, cut: false } : { ...found, listed: true };
}

async function labelsOfNodes(door: Door): Promise<{ names: string[]; cut: boolean }> {
  const { items, cut } = await door.list("Node", undefined, { limit: mostNodes });
  const pairs = items.flatMap(({ metadata }) =>
    Object.entries(metadata?.labels ?? {})
      .filter(([key]) => key !== "kubernetes.io/hostname")
      .map(([key, value]) => `${key}:${value}`),
  );
  const labels = [...new Set(pairs)].sort();
  return { names: labels.slice(0, mostLabels), cut: cut || labels.length > mostLabels };
}
