import type { Caller } from "../caller.ts";
import { ConsoleError, isFailure } from "../errors.ts";
import type { AnswerOf } from "../operation.schema.ts";
import { accountExists } from "./parts/account-exists.ts";
import { type Grant, gives, grantsOf, grantYaml, nameOfGrant } from "./parts/preflight-grant.ts";
import { needsOf } from "./parts/preflight-rights.ts";
import type { GrantObject, grantRightsOperation, PreflightPlace } from "./preflight.schema.ts";

type Door = ReturnType<Caller["kubernetes"]>;
type Answer = AnswerOf<typeof grantRightsOperation>;

/**
 * Creates what gives the service accounts of a place the rights that Flink needs: the accounts where they are missing, a
 * Role and a RoleBinding each. All or nothing: what was made here is taken back when the rest is refused.
 *
 * Something of that name that gives the same is left as it is; anything else of that name is `already-exists`: never
 * changed, for it belongs to somebody else. Throws `not-permitted` also for rights that the person does not have.
 */
export async function grantRights(place: PreflightPlace, caller: Caller): Promise<Answer> {
  const { context, namespace } = place;
  const door = caller.kubernetes(context);
  const grants: Grant[] = [];
  for (const need of needsOf(place)) {
    // One that may not be looked at is taken to be there: creating its rights harms nobody.
    const missing = (await accountExists(door, namespace, need.serviceAccount)) === false;
    grants.push(...grantsOf(namespace, need, missing));
  }
  const subject = needsOf(place)
    .map(({ serviceAccount }) => `ServiceAccount ${serviceAccount}`)
    .join(", ");
  const entry = { action: "rights.grant", context, namespace, clusterId: "", subject, after: grantYaml(grants) };
  return await caller.audit.record(entry, () => createAll(door, namespace, grants));
}

async function createAll(door: Door, namespace: string, grants: readonly Grant[]): Promise<Answer> {
  const created: (GrantObject & { uid: string })[] = [];
  const kept: GrantObject[] = [];
  try {
    for (const grant of grants) {
      const uid = await createUnlessGiven(door, namespace, grant);
      if (uid === undefined) kept.push(nameOfGrant(grant));
      else created.push({ ...nameOfGrant(grant), uid });
    }
    return { created: created.map(({ kind, name }) => ({ kind, name })), kept };
  } catch (error) {
    for (const { kind, name, uid } of created.toReversed()) {
      await door.delete(kind, namespace, name, { uid }).catch(() => undefined);
    }
    throw error;
  }
}

/** The uid of what was made; undefined where something of that name gives the same already. */
async function createUnlessGiven(door: Door, namespace: string, grant: Grant): Promise<string | undefined> {
  const { kind, object } = grant;
  const { name } = nameOfGrant(grant);
  try {
    return (await door.create(kind, namespace, object)).metadata?.uid ?? "";
  } catch (error) {
    if (!isFailure(error, "already-exists")) throw error;
    const found = await door.read(kind, namespace, name);
    if (gives(grant, found)) return undefined;
    const resource = `${kind} ${namespace}/${name}, which gives something else,`;
    throw new ConsoleError({ kind: "already-exists", resource }, { cause: error });
  }
}
