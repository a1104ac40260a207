import { Document, isSeq, visit } from "yaml";
import type { Kinds } from "../../kubernetes/kubernetes-door.ts";
import type { GrantObject } from "../preflight.schema.ts";
import type { Need } from "./preflight-rights.ts";

type Role = Kinds["Role"];
type RoleBinding = Kinds["RoleBinding"];
type ServiceAccount = Kinds["ServiceAccount"];

export type Grant =
  | { readonly kind: "ServiceAccount"; readonly object: ServiceAccount }
  | { readonly kind: "Role"; readonly object: Role }
  | { readonly kind: "RoleBinding"; readonly object: RoleBinding };

const rbac = "rbac.authorization.k8s.io";

/** The objects that give a process its rights, in the order of creation. */
export function grantsOf(namespace: string, need: Need, accountMissing: boolean): Grant[] {
  const { serviceAccount, role, rules } = need;
  return [
    ...(accountMissing
      ? [
          {
            kind: "ServiceAccount",
            object: { apiVersion: "v1", metadata: { name: serviceAccount, namespace } },
          } as const,
        ]
      : []),
    {
      kind: "Role",
      object: {
        apiVersion: `${rbac}/v1`,
        metadata: { name: role, namespace },
        rules: rules.map(({ group, resource, verbs }) => ({
          apiGroups: [group],
          resources: [resource],
          verbs: [...verbs],
        })),
      },
    },
    {
      kind: "RoleBinding",
      object: {
        apiVersion: `${rbac}/v1`,
        metadata: { name: `${role}-${serviceAccount}`, namespace },
        roleRef: { apiGroup: rbac, kind: "Role", name: role },
        subjects: [{ kind: "ServiceAccount", name: serviceAccount, namespace }],
      },
    },
  ];
}

export const nameOfGrant = ({ kind, object }: Grant): GrantObject => ({ kind, name: object.metadata?.name ?? "" });

/** As `kubectl apply -f` takes it. */
export function grantYaml(grants: readonly Grant[]): string {
  return grants
    .map(({ kind, object: { apiVersion, ...rest } }) => documentText({ apiVersion, kind, ...rest }))
    .join("---\n");
}

/** Lists of words on one line each. */
function documentText(object: object): string {
  const document = new Document(object);
  visit(document, {
    Pair(_, { value }) {
      if (isSeq(value) && value.items.every((item) => !(typeof item === "object" && item !== null && "items" in item)))
        value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** What is looked at of an object that exists, whatever its kind. */
interface Found {
  readonly metadata?: unknown;
  readonly rules?: Role["rules"];
  readonly roleRef?: RoleBinding["roleRef"];
  readonly subjects?: RoleBinding["subjects"];
}

/** Whether what exists under that name gives at least the same: then it is left as it is and counts as done. */
export function gives(grant: Grant, found: Found): boolean {
  switch (grant.kind) {
    case "ServiceAccount":
      return true;
    case "Role":
      return (grant.object.rules ?? []).every((rule) => (found.rules ?? []).some((other) => covers(other, rule)));
    case "RoleBinding": {
      const [wanted] = grant.object.subjects ?? [];
      const bound = (found.subjects ?? []).some(
        ({ kind, name, namespace }) => kind === wanted?.kind && name === wanted.name && namespace === wanted.namespace,
      );
      return bound && found.roleRef?.kind === "Role" && found.roleRef.name === grant.object.roleRef.name;
    }
  }
}

type Rule = NonNullable<Role["rules"]>[number];

function covers(found: Rule, wanted: Rule): boolean {
  const all = (have: readonly string[] | undefined, want: readonly string[] | undefined) =>
    (want ?? []).every((one) => have?.includes(one) || have?.includes("*"));
  // A rule bound to single names gives nothing for the others.
  return (
    (found.resourceNames ?? []).length === 0 &&
    all(found.apiGroups, wanted.apiGroups) &&
    all(found.resources, wanted.resources) &&
    all(found.verbs, wanted.verbs)
  );
}
