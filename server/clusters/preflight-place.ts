import type { Caller } from "../caller.ts";
import { isFailure } from "../errors.ts";
import { failureDetail } from "../failure-detail.ts";
import { accountExists } from "./parts/account-exists.ts";
import { type Grant, grantsOf, grantYaml, nameOfGrant } from "./parts/preflight-grant.ts";
import { type Need, needsOf, personNeeds, type Rule } from "./parts/preflight-rights.ts";
import type { AccountRights, PreflightPlace, PreflightView, Right } from "./preflight.schema.ts";

type Door = ReturnType<Caller["kubernetes"]>;

/**
 * Asks the API server, before anything is created, whether this person may create a cluster in that place and whether the
 * service accounts of its processes may do what Flink needs. What nobody may answer is left open, never guessed.
 */
export async function preflightPlace(place: PreflightPlace, caller: Caller): Promise<PreflightView> {
  const door = caller.kubernetes(place.context);
  const needs = needsOf(place);
  const [mine, accounts] = await Promise.all([
    Promise.all(personNeeds.flatMap((need) => rightsOfPerson(door, place.namespace, need))),
    Promise.all(needs.map((need) => rightsOfAccount(door, place.namespace, need))),
  ]);
  const grants = needs.flatMap((need, at) => grantFor(place.namespace, need, accounts[at]));
  if (grants.length === 0) return { mine, accounts };
  const refusal = await refusalOf(door, place.namespace, grants);
  return {
    mine,
    accounts,
    grant: {
      objects: grants.map(nameOfGrant),
      yaml: grantYaml(grants),
      allowed: refusal === undefined,
      ...(refusal !== undefined && { refusal }),
    },
  };
}

const questionsOf = ({ group, resource: path, verbs }: Rule, namespace: string) => {
  const [resource = "", subresource] = path.split("/");
  return verbs.map((verb) => ({ verb, group, resource, namespace, ...(subresource !== undefined && { subresource }) }));
};

function rightsOfPerson(door: Door, namespace: string, need: (typeof personNeeds)[number]) {
  return questionsOf(need, namespace).map(async (question) => ({
    needed: need.needed,
    verb: question.verb,
    resource: need.resource,
    group: need.group,
    allowed: await door.may(question),
  }));
}

async function rightsOfAccount(door: Door, namespace: string, need: Need): Promise<AccountRights> {
  const { process, serviceAccount, rules } = need;
  const [exists, rights] = await Promise.all([
    accountExists(door, namespace, serviceAccount),
    Promise.all(
      rules.flatMap((rule) =>
        questionsOf(rule, namespace).map(async (question): Promise<Right> => {
          const allowed = await door.mayServiceAccount(namespace, serviceAccount, question);
          const { group, resource } = rule;
          return { verb: question.verb, resource, group, ...(allowed !== undefined && { allowed }) };
        }),
      ),
    ),
  ]);
  return { process, name: serviceAccount, rights, ...(exists !== undefined && { exists }) };
}

/** What an account needs: nothing where nothing is known to be missing. */
function grantFor(namespace: string, need: Need, account: AccountRights | undefined): Grant[] {
  const missing = account?.exists === false;
  const lacks = account?.rights.some(({ allowed }) => allowed === false) ?? false;
  return missing || lacks ? grantsOf(namespace, need, missing) : [];
}

/**
 * Why this person may not create them; undefined where they may. Kubernetes lets nobody give a right that they don't
 * have, which only a dry run of the Role tells. A RoleBinding can't be tried before its Role exists.
 */
async function refusalOf(door: Door, namespace: string, grants: readonly Grant[]): Promise<string | undefined> {
  const refusals = await Promise.all(
    grants.map((grant) =>
      grant.kind === "RoleBinding" ? bindingRefusal(door, namespace) : tryOut(door, namespace, grant),
    ),
  );
  return refusals.find((refusal) => refusal !== undefined);
}

async function bindingRefusal(door: Door, namespace: string): Promise<string | undefined> {
  const question = { verb: "create", group: "rbac.authorization.k8s.io", resource: "rolebindings", namespace };
  return (await door.may(question)) ? undefined : "You may not create RoleBindings.";
}

async function tryOut(door: Door, namespace: string, { kind, object }: Grant): Promise<string | undefined> {
  try {
    await door.create(kind, namespace, object, { dryRun: true });
    return undefined;
  } catch (error) {
    // One of that name is looked at when it comes to it.
    if (isFailure(error, "already-exists")) return undefined;
    if (isFailure(error, "not-permitted"))
      return `You may not create ${kind}s, or not give rights that you don't have.`;
    if (isFailure(error, "kubernetes-rejected")) return failureDetail(error.failure);
    throw error;
  }
}
