import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { type Grant, gives, grantsOf, grantYaml } from "./preflight-grant.ts";
import { needsOf } from "./preflight-rights.ts";

const place = (more: { highAvailability?: "true" | "false"; taskManagerServiceAccount?: string } = {}) => ({
  context: "c",
  namespace: "shop",
  serviceAccount: "flink",
  highAvailability: "false" as const,
  ...more,
});
const grants = (accountMissing = false): Grant[] =>
  needsOf(place()).flatMap((need) => grantsOf("shop", need, accountMissing));
const granted = (kind: Grant["kind"]) => {
  const found = grants().find((grant) => grant.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
const rule = (resource: string, verbs: string[], more = {}) => ({
  apiGroups: [""],
  resources: [resource],
  verbs,
  ...more,
});

it("prints documents that kubectl takes: an account where it is missing, a Role, a RoleBinding", () => {
  const documents = parseAllDocuments(grantYaml(grants(true))).map((document) => document.toJS());
  expect(documents.map(({ kind }) => kind)).toEqual(["ServiceAccount", "Role", "RoleBinding"]);
  expect(documents[2]).toMatchObject({
    apiVersion: "rbac.authorization.k8s.io/v1",
    metadata: { name: "flink-jobmanager-flink", namespace: "shop" },
    roleRef: { kind: "Role", name: "flink-jobmanager" },
    subjects: [{ kind: "ServiceAccount", name: "flink", namespace: "shop" }],
  });
});

it("asks for ConfigMaps only with high availability, and for TaskManagers only where they have another account", () => {
  const resources = (more: Parameters<typeof place>[0]) =>
    needsOf(place(more)).map(({ process, rules }) => `${process}: ${rules.map(({ resource }) => resource).join(", ")}`);
  expect(resources({})).toEqual(["JobManager: pods, deployments"]);
  expect(resources({ taskManagerServiceAccount: "workers" })).toEqual(["JobManager: pods, deployments"]);
  expect(resources({ highAvailability: "true", taskManagerServiceAccount: "workers" })).toEqual([
    "JobManager: pods, deployments, configmaps",
    "TaskManager: configmaps",
  ]);
});

describe("what exists under the same name counts as given only where it gives as much", () => {
  const role = granted("Role");
  const deployments = rule("deployments", ["delete", "get"], { apiGroups: ["apps"] });
  it.each([
    ["the same rules", [rule("pods", ["create", "delete", "get", "list", "watch"]), deployments], true],
    ["more", [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }], true],
    ["a verb less", [rule("pods", ["create", "delete", "get", "list"]), deployments], false],
    ["single names", [rule("pods", ["*"], { resourceNames: ["a"] }), deployments], false],
    ["nothing", undefined, false],
  ])("a Role with %s", (_, rules, expected) => {
    expect(gives(role, rules === undefined ? {} : { rules })).toBe(expected);
  });

  const subject = { kind: "ServiceAccount", name: "flink", namespace: "shop" };
  const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "flink-jobmanager" };
  it.each([
    ["the same", roleRef, [subject], true],
    ["another Role", { ...roleRef, name: "other" }, [subject], false],
    ["another account", roleRef, [{ ...subject, name: "other" }], false],
    ["the account of another namespace", roleRef, [{ ...subject, namespace: "other" }], false],
  ])("a RoleBinding of %s", (_, to, subjects, expected) => {
    expect(gives(granted("RoleBinding"), { roleRef: to, subjects })).toBe(expected);
  });
});
