import type { Kinds } from "../../kubernetes/kubernetes-door.ts";
import type { CapacityView } from "../capacity.schema.ts";
import type { PodAsks } from "./capacity-requests.ts";
import { bytesText, parseQuantity } from "./quantity.ts";

type Quota = CapacityView["quotas"][number];
type Row = Quota["rows"][number];
type Warning = CapacityView["warnings"][number];

interface Counted {
  readonly unit: Row["unit"];
  readonly of: (pod: PodAsks) => number;
}

const cores = (of: Counted["of"]): Counted => ({ unit: "cores", of });
const bytes = (of: Counted["of"]): Counted => ({ unit: "bytes", of });
const pieces: Counted = { unit: "pieces", of: () => 1 };

/** What a quota may count of a pod. */
const counted: Readonly<Record<string, Counted>> = {
  cpu: cores(({ requests }) => requests.cpu),
  "requests.cpu": cores(({ requests }) => requests.cpu),
  "limits.cpu": cores(({ limits }) => limits.cpu),
  memory: bytes(({ requests }) => requests.memory),
  "requests.memory": bytes(({ requests }) => requests.memory),
  "limits.memory": bytes(({ limits }) => limits.memory),
  pods: pieces,
  "count/pods": pieces,
};

/** Scopes that every pod of Flink is in: it has requests, and no end is set to it. */
const ownScopes = ["NotTerminating", "NotBestEffort"];

/** What each quota of a namespace leaves of the resources that pods take. Quotas for other pods are left out. */
export function quotasFor(
  quotas: readonly Kinds["ResourceQuota"][],
  jobManager: PodAsks | undefined,
  taskManager: PodAsks | undefined,
): Quota[] {
  const ours = quotas.filter(
    ({ spec }) => spec?.scopeSelector === undefined && (spec?.scopes ?? []).every((scope) => ownScopes.includes(scope)),
  );
  return ours.flatMap(({ metadata, status }) => {
    const rows = Object.entries(counted).flatMap(([resource, { unit, of }]): Row[] => {
      const hard = parseQuantity(status?.hard?.[resource]);
      if (hard === undefined) return [];
      return [
        {
          resource,
          unit,
          hard,
          used: parseQuantity(status?.used?.[resource]) ?? 0,
          jobManagers: jobManager === undefined ? 0 : of(jobManager) * jobManager.replicas,
          taskManager: taskManager === undefined ? 0 : of(taskManager),
        },
      ];
    });
    return rows.length === 0 ? [] : [{ name: metadata?.name ?? "", rows }];
  });
}

/** Sums of binary fractions: a millionth is no difference. */
const slack = 1e-6;

/** How many TaskManagers still fit; undefined where nothing bounds them. */
export function taskManagersLeft(quotas: readonly Quota[]): number | undefined {
  const bounds = quotas.flatMap(({ rows }) =>
    rows
      .filter(({ taskManager }) => taskManager > 0)
      .map(({ hard, used, jobManagers, taskManager }) => Math.floor((hard - used - jobManagers) / taskManager + slack)),
  );
  return bounds.length === 0 ? undefined : Math.max(0, Math.min(...bounds));
}

export function quotaWarnings(quotas: readonly Quota[]): Warning[] {
  return quotas.flatMap(({ name, rows }) =>
    rows
      .filter(({ hard, used, jobManagers }) => jobManagers > hard - used + slack)
      .map((row) => ({
        code: "quota-too-small",
        detail: `Quota ${name} leaves ${amountText(Math.max(0, row.hard - row.used), row.unit)} of ${row.resource}, the JobManager needs ${amountText(row.jobManagers, row.unit)}.`,
      })),
  );
}

export function amountText(value: number, unit: Row["unit"]): string {
  if (unit === "bytes") return bytesText(value);
  return `${Number(value.toFixed(3))}${unit === "cores" ? " CPU" : ""}`;
}

type Limit = NonNullable<NonNullable<Kinds["LimitRange"]["spec"]>["limits"]>[number];

/** What a LimitRange of the namespace would refuse. */
export function limitWarnings(ranges: readonly Kinds["LimitRange"][], pods: readonly PodAsks[]): Warning[] {
  const limits = ranges.flatMap(({ spec }) => spec?.limits ?? []);
  return pods.flatMap((pod) =>
    limits.flatMap((limit) =>
      (["cpu", "memory"] as const).flatMap((resource) => limitWarning(pod, limit, resource) ?? []),
    ),
  );
}

function limitWarning(pod: PodAsks, limit: Limit, resource: "cpu" | "memory"): Warning | undefined {
  const asked = limit.type === "Container" ? pod.container : limit.type === "Pod" ? pod.limits : undefined;
  if (asked === undefined) return undefined;
  const unit = resource === "cpu" ? "cores" : "bytes";
  const bound = brokenBound(asked[resource], limit, resource);
  if (bound === undefined) return undefined;
  const words = `${bound.word} ${amountText(bound.value, unit)}${unit === "bytes" ? " of memory" : ""} for a ${limit.type.toLowerCase()}`;
  const detail = `The namespace allows ${words}; the ${pod.process}'s has ${amountText(asked[resource], unit)} and would be refused.`;
  return { code: "limit-range", detail };
}

function brokenBound(asked: number, { max, min }: Limit, resource: "cpu" | "memory") {
  const most = parseQuantity(max?.[resource]);
  if (most !== undefined && asked > most + slack) return { word: "at most", value: most };
  const least = parseQuantity(min?.[resource]);
  if (least !== undefined && asked < least - slack) return { word: "no less than", value: least };
  return undefined;
}
