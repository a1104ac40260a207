import type { Caller, ClusterAddress } from "../../caller.ts";
import { isFailure } from "../../errors.ts";
import { processWide } from "../../process-wide.ts";
import { BackgroundMemory, type Subject } from "./background-memory.ts";
import { type ClusterObjects, componentOf } from "./cluster-objects.ts";
import { type Observation, type RestOverview, type RestSeen, serviceAccountOf } from "./observe-cluster.ts";

interface AccountOf {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** What can only be had by asking once for each cluster: whether REST answers, and what its service account may do. */
export interface ClusterMemories {
  readonly rest: BackgroundMemory<ClusterAddress, RestSeen>;
  readonly rights: BackgroundMemory<AccountOf, { readonly mayCreatePods: boolean | undefined }>;
}

const restTimeoutMs = 5_000;
const restGoodForMs = 10_000;
const restAgainMs = 1_000;
/** A pause between two questions that is no longer than this leaves no doubt when REST began to answer. */
const askedLatelyMs = 5_000;
const rightsGoodForMs = 60_000;
const rightsAgainMs = 10_000;

const memories = processWide("clusters.memories", () => new Map<string, ClusterMemories>());

/** One for each person and context: nobody sees through the eyes of another. */
export function memoriesOf(context: string, caller: Caller): ClusterMemories {
  const key = JSON.stringify([caller.identity.kind, caller.identity.name, context]);
  const known = memories.get(key);
  if (known !== undefined) return known;
  const common = { concurrency: 8, idleMs: 60_000, tickMs: 500 };
  const made: ClusterMemories = {
    rest: new BackgroundMemory({
      ...common,
      ask: (cluster, known) => askRest(cluster, known, caller),
      goodForMs: (seen) => (seen.kind === "answers" ? restGoodForMs : restAgainMs),
      differs: (one, other) => shownOf(one) !== shownOf(other),
    }),
    rights: new BackgroundMemory({
      ...common,
      ask: (account, known) => askRights(context, account, known, caller),
      goodForMs: ({ mayCreatePods }) => (mayCreatePods === false ? rightsAgainMs : rightsGoodForMs),
      differs: (one, other) => one?.mayCreatePods !== other.mayCreatePods,
    }),
  };
  memories.set(key, made);
  return made;
}

/** Tells both memories which clusters there are. */
export function remember(
  context: string,
  clusters: readonly ClusterObjects[],
  { rest, rights }: ClusterMemories,
): void {
  rest.want(clusters.flatMap((objects) => restSubject(context, objects)));
  const accounts = clusters.flatMap(({ namespace, deployment }) =>
    deployment === undefined ? [] : [{ namespace, serviceAccount: serviceAccountOf(deployment) }],
  );
  rights.want(accounts.map((of) => ({ key: accountKey(of), incarnation: "", of })));
}

/** What is known of one cluster now. */
export function observationOf({ namespace, clusterId, deployment }: ClusterObjects, of: ClusterMemories): Observation {
  const account = deployment && accountKey({ namespace, serviceAccount: serviceAccountOf(deployment) });
  return {
    rest: of.rest.get(restKey(namespace, clusterId)) ?? { kind: "unknown" },
    mayCreatePods: account === undefined ? undefined : of.rights.get(account)?.mayCreatePods,
    now: Date.now(),
  };
}

const restKey = (namespace: string, clusterId: string) => `${namespace}/${clusterId}`;
const accountKey = ({ namespace, serviceAccount }: AccountOf) => `${namespace}/${serviceAccount}`;

/** Only a JobManager whose container runs is worth a question. */
function restSubject(
  context: string,
  { namespace, clusterId, pods, deployment }: ClusterObjects,
): Subject<ClusterAddress>[] {
  if (deployment === undefined || deployment.metadata?.deletionTimestamp !== undefined) return [];
  const running = pods
    .filter((pod) => componentOf(pod) === "jobmanager" && pod.metadata?.deletionTimestamp === undefined)
    .flatMap(({ metadata, status }) =>
      (status?.containerStatuses ?? []).flatMap(({ state }) =>
        state?.running === undefined ? [] : `${metadata?.uid} ${state.running.startedAt}`,
      ),
    );
  if (running.length === 0) return [];
  const incarnation = running.sort().join();
  return [{ key: restKey(namespace, clusterId), incarnation, of: { context, namespace, clusterId } }];
}

async function askRest(cluster: ClusterAddress, known: RestSeen | undefined, caller: Caller): Promise<RestSeen> {
  try {
    const overview = await caller.flink(cluster).overview(AbortSignal.timeout(restTimeoutMs));
    return answers(overview, known);
  } catch (error) {
    if (isFailure(error, "not-permitted")) return { kind: "forbidden" };
    // The API server is away: that says nothing about the JobManager.
    if (isFailure(error, "kubernetes-unreachable")) return known ?? { kind: "unknown" };
    return silent(known);
  }
}

/** When it began is known only where it was asked in vain a moment ago. */
function answers(overview: RestOverview, known: RestSeen | undefined): RestSeen {
  const at = Date.now();
  const seenBegin =
    known?.kind === "silent" && at - (known.askedAt ?? 0) < restTimeoutMs + askedLatelyMs ? at : undefined;
  const firstAt = known?.kind === "answers" ? known.firstAt : seenBegin;
  return { kind: "answers", at, ...(firstAt !== undefined && { firstAt }), overview };
}

function silent(known: RestSeen | undefined): RestSeen {
  const askedAt = Date.now();
  if (known?.kind === "silent") return { ...known, askedAt };
  if (known?.kind !== "answers") return { kind: "silent", since: askedAt, askedAt };
  return { kind: "silent", since: askedAt, askedAt, lastAt: known.at, overview: known.overview };
}

/** What of an answer is shown; the time of asking is not. */
function shownOf(seen: RestSeen | undefined): string {
  return JSON.stringify(seen?.kind === "answers" ? seen.overview : seen?.kind);
}

async function askRights(
  context: string,
  { namespace, serviceAccount }: AccountOf,
  known: { mayCreatePods: boolean | undefined } | undefined,
  caller: Caller,
): Promise<{ mayCreatePods: boolean | undefined }> {
  try {
    const question = { verb: "create", resource: "pods", namespace };
    const mayCreatePods = await caller.kubernetes(context).mayServiceAccount(namespace, serviceAccount, question);
    return { mayCreatePods };
  } catch {
    return known ?? { mayCreatePods: undefined };
  }
}
