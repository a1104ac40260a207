import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { ConsoleError, isFailure } from "../errors.ts";
import { log } from "../log.ts";
import type { KubernetesConnection } from "./connection.ts";
import type { Kinds, NewObject, NewOwned, OwnedKind, OwnedSet } from "./kubernetes-door.ts";
import { createObject, deleteObject, readObject } from "./objects.ts";

const goneWithinMs = 30_000;
const keepTryingMs = 10 * 60_000;
const pauseMs = 200;
const longestPauseMs = 5_000;

type Deployment = Kinds["Deployment"];

/**
 * Creates a Deployment and what it owns, all or nothing.
 *
 * The Deployment's field manager is unique to this call. So when its POST ends without an answer, a Deployment found
 * afterwards can be told from one that somebody else made in the same moment, and nothing needs to be written into it.
 */
export async function createOwned(
  connection: KubernetesConnection,
  namespace: string,
  deployment: NewObject<"Deployment">,
  accompanying: readonly NewOwned[],
): Promise<OwnedSet> {
  await dryRunAll(connection, namespace, deployment, accompanying);
  const manager = `drey-${randomBytes(6).toString("hex")}`;
  let owner: Deployment | undefined;
  try {
    owner = await createObject(connection, "Deployment", namespace, deployment, { fieldManager: manager });
    const reference = ownerReference(owner);
    const created = await Promise.allSettled(
      accompanying.map((object) => createObject(connection, object.kind, namespace, ownedBy(object, reference))),
    );
    return { deployment: owner, accompanying: created.map(valueOrThrow) };
  } catch (error) {
    // A refused POST has left nothing; one without an answer may have.
    if (owner !== undefined || !isRefusal(error)) {
      await rollBack(connection, namespace, { name: nameOf(deployment), owner, manager, accompanying });
    }
    throw error;
  }
}

/**
 * The API server's own word on every object, before anything exists. Everything that it refuses is thrown at once, with
 * fields that begin with the object's kind; what is no matter of fields is thrown as it is, the Deployment's first.
 */
async function dryRunAll(
  connection: KubernetesConnection,
  namespace: string,
  deployment: NewObject<"Deployment">,
  accompanying: readonly NewOwned[],
): Promise<void> {
  const dryRun = { dryRun: true };
  const verdicts = await Promise.allSettled([
    createObject(connection, "Deployment", namespace, deployment, dryRun),
    ...accompanying.map((object) => createObject(connection, object.kind, namespace, object, dryRun)),
  ]);
  const rejections = verdicts.flatMap((verdict, at) => {
    if (verdict.status === "fulfilled") return [];
    if (!isFailure(verdict.reason, "kubernetes-rejected")) throw verdict.reason;
    return [{ kind: at === 0 ? "Deployment" : (accompanying[at - 1]?.kind ?? ""), rejection: verdict.reason }];
  });
  const [first] = rejections;
  if (first === undefined) return;
  const issues = rejections.flatMap(({ kind, rejection: { failure } }) =>
    (failure.issues ?? []).map((issue) => ({ ...issue, field: issue.field ? `${kind}.${issue.field}` : kind })),
  );
  const { detail } = first.rejection.failure;
  throw new ConsoleError({ kind: "kubernetes-rejected", detail, issues }, { cause: first.rejection });
}

function ownerReference(owner: Deployment) {
  const { name, uid } = owner.metadata ?? {};
  if (!name || !uid) throw new ConsoleError({ kind: "unexpected" }, { cause: new Error("a Deployment without uid") });
  return { apiVersion: "apps/v1", kind: "Deployment", name, uid, controller: true, blockOwnerDeletion: true };
}

/** Exactly one owner, as Flink sets it: any other is replaced. */
function ownedBy(object: NewOwned, reference: ReturnType<typeof ownerReference>): object {
  return { ...object, metadata: { ...object.metadata, ownerReferences: [reference] } };
}

interface Attempt {
  readonly name: string;
  readonly owner: Deployment | undefined;
  readonly manager: string;
  readonly accompanying: readonly NewOwned[];
}

/**
 * Deletes what this call created and waits until it is gone. While the API server is away it is tried again: for a while
 * with the person waiting, then in the background.
 */
async function rollBack(connection: KubernetesConnection, namespace: string, attempt: Attempt): Promise<void> {
  const started = Date.now();
  const done = (async () => {
    for (let pause = pauseMs; Date.now() - started < keepTryingMs; pause = Math.min(pause * 2, longestPauseMs)) {
      if (await removedAll(connection, namespace, attempt)) return;
      await sleep(pause, undefined, { ref: false });
    }
    log.error(
      { context: connection.context, namespace, name: attempt.name },
      "could not roll back a half-made cluster",
    );
  })();
  await Promise.race([done, sleep(goneWithinMs, undefined, { ref: false })]);
}

/** One try: true when nothing of this attempt is left. A failure to ask counts as «not yet». */
async function removedAll(connection: KubernetesConnection, namespace: string, attempt: Attempt): Promise<boolean> {
  try {
    const owner = attempt.owner ?? (await ownDeployment(connection, namespace, attempt));
    const uid = owner?.metadata?.uid;
    if (uid === undefined) return true;
    await deleteIfThere(connection, namespace, attempt.name, uid);
    const left = await Promise.all([
      isThere(connection, "Deployment", namespace, attempt.name, (object) => object.metadata?.uid === uid),
      ...attempt.accompanying.map((object) =>
        isThere(connection, object.kind, namespace, nameOf(object), (found) =>
          (found.metadata?.ownerReferences ?? []).some((reference) => reference.uid === uid),
        ),
      ),
    ]);
    return !left.includes(true);
  } catch (error) {
    log.warn({ context: connection.context, namespace, name: attempt.name, err: error }, "roll back goes on");
    return false;
  }
}

/** The Deployment that this very call made, should its POST have arrived after all. */
async function ownDeployment(
  connection: KubernetesConnection,
  namespace: string,
  { name, manager }: Attempt,
): Promise<Deployment | undefined> {
  try {
    const found = await readObject(connection, "Deployment", namespace, name);
    return found.metadata?.managedFields?.some((fields) => fields.manager === manager) ? found : undefined;
  } catch (error) {
    if (isFailure(error, "not-found")) return undefined;
    throw error;
  }
}

async function deleteIfThere(connection: KubernetesConnection, namespace: string, name: string, uid: string) {
  try {
    await deleteObject(connection, "Deployment", namespace, name, { uid });
  } catch (error) {
    // Gone already, or its name belongs to a successor that is not ours.
    if (!isFailure(error, "not-found") && !isFailure(error, "changed-meanwhile")) throw error;
  }
}

async function isThere<K extends OwnedKind | "Deployment">(
  connection: KubernetesConnection,
  kind: K,
  namespace: string,
  name: string,
  isOurs: (object: Kinds[K]) => boolean,
): Promise<boolean> {
  try {
    return isOurs(await readObject(connection, kind, namespace, name));
  } catch (error) {
    if (isFailure(error, "not-found")) return false;
    throw error;
  }
}

/** True when the API server has answered «no»: then nothing was made. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof ConsoleError &&
    error.failure.kind !== "kubernetes-unreachable" &&
    error.failure.kind !== "timed-out" &&
    error.failure.kind !== "unexpected"
  );
}

function nameOf(object: NewObject<OwnedKind | "Deployment">): string {
  return object.metadata?.name ?? "";
}

function valueOrThrow<T>(result: PromiseSettledResult<T>): T {
  if (result.status === "rejected") throw result.reason;
  return result.value;
}
