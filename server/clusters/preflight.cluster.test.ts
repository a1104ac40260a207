import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import { type TestNamespace, testNamespace, until } from "../test-namespace.ts";
import { clusterSpec } from "./cluster-spec.schema.ts";
import { createCluster } from "./create-cluster.ts";
import { getClusterStartup } from "./get-cluster-startup.ts";
import { grantRights } from "./grant-rights.ts";
import { listChoices } from "./list-choices.ts";
import type { PreflightPlace, PreflightView } from "./preflight.schema.ts";
import { preflightPlace } from "./preflight-place.ts";
import { readCapacity } from "./read-capacity.ts";
import type { ClusterStartup } from "./startup.schema.ts";

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await testNamespace({ mayMakePods: false });
});
afterAll(() => namespace[Symbol.asyncDispose]());

const place = (serviceAccount: string, more: Partial<PreflightPlace> = {}): PreflightPlace => ({
  context: namespace.context,
  namespace: namespace.name,
  serviceAccount,
  highAvailability: "false",
  ...more,
});
const lacking = ({ accounts }: PreflightView) =>
  accounts.flatMap(({ rights }) => rights.filter(({ allowed }) => allowed === false));

/** Somebody who may create clusters, and nothing that has to do with rights. */
async function limited() {
  await namespace.door.create("Role", namespace.name, {
    metadata: { name: "limited" },
    rules: [
      { apiGroups: ["apps"], resources: ["deployments"], verbs: ["create", "get", "list"] },
      { apiGroups: [""], resources: ["services", "configmaps"], verbs: ["create"] },
    ],
  });
  await namespace.door.create("RoleBinding", namespace.name, {
    metadata: { name: "limited" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "limited" },
    subjects: [{ kind: "User", name: "limited", apiGroup: "rbac.authorization.k8s.io" }],
  });
  return namespace.as({ user: "limited" });
}

describe("the preflight of a place", () => {
  it("names every right that a bare service account lacks, and what would give it", async () => {
    const found = await preflightPlace(place("bare"), namespace.caller);
    expect(found.accounts).toMatchObject([{ name: "bare", process: "JobManager", exists: false }]);
    expect(lacking(found).map(({ verb, resource }) => `${verb} ${resource}`)).toContain("watch pods");
    expect(found.mine.every(({ allowed }) => allowed)).toBe(true);
    expect(found.grant).toMatchObject({ allowed: true });
    expect(found.grant?.objects.map(({ kind }) => kind)).toEqual(["ServiceAccount", "Role", "RoleBinding"]);
  });

  it("tells a limited person what they may, what nobody tells them, and that they can't give rights", async () => {
    const { caller } = await limited();
    const found = await preflightPlace(place("default"), caller);
    const mine = new Map(found.mine.map(({ verb, resource, allowed }) => [`${verb} ${resource}`, allowed]));
    expect(mine.get("create deployments")).toBe(true);
    expect(mine.get("get pods/log")).toBe(false);
    // They may not ask about others, so it stays open.
    expect(found.accounts[0]?.exists).toBeUndefined();
    expect(found.accounts[0]?.rights.every(({ allowed }) => allowed === undefined)).toBe(true);
    expect(found.grant).toBeUndefined();
    const refused = await grantRights(place("default"), caller).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConsoleError);
    expect(refused).toMatchObject({ failure: { kind: "not-permitted" } });
  });
});

describe("what may be chosen in a place", () => {
  it("is named, Secrets by their use, and never with what they hold", async () => {
    const { door, name, context, caller } = namespace;
    const secret = (of: string, type: string, data: Record<string, string>) =>
      door.create("Secret", name, { metadata: { name: of }, type, stringData: data });
    await Promise.all([
      secret("s3", "Opaque", { key: "hush-hush" }),
      secret("registry", "kubernetes.io/dockerconfigjson", { ".dockerconfigjson": '{"auths":{}}' }),
      secret("release", "helm.sh/release.v1", { release: "hush-hush" }),
    ]);
    const choices = await listChoices({ context, namespace: name }, caller);
    expect(choices.secrets).toEqual({ names: ["s3"], listed: true, cut: false });
    expect(choices.pullSecrets.names).toEqual(["registry"]);
    expect(choices.serviceAccounts.names).toContain("default");
    expect(choices.nodeLabels.names).toContain("kubernetes.io/os:linux");
    expect(JSON.stringify(choices)).not.toContain("hush");
    // Nor does it come as far as the console.
    expect(JSON.stringify(await door.listNames("Secret", name))).not.toContain("hush");
  });

  it("is left to be typed by who may not list it", async () => {
    const { caller } = await namespace.as({ user: "nobody" });
    const choices = await listChoices({ context: namespace.context, namespace: namespace.name }, caller);
    const none = { names: [], listed: false, cut: false };
    expect(choices).toEqual({ serviceAccounts: none, secrets: none, pullSecrets: none, nodeLabels: none });
  });
});

describe("what a place leaves", () => {
  const capacity = (caller: Caller, more: Record<string, string>) => {
    const configuration = {
      "kubernetes.cluster-id": "wanted",
      "kubernetes.namespace": namespace.name,
      "jobmanager.memory.process.size": "1g",
      "taskmanager.memory.process.size": "1g",
      ...more,
    };
    const spec = clusterSpec.parse({ mode: "session", flinkVersion: "2.3.0", configuration });
    return readCapacity({ context: namespace.context, spec }, caller);
  };

  it("is what its quota and the nodes say, with a warning of a TaskManager that no node can hold", async () => {
    const { door, name, caller } = namespace;
    const quota = { metadata: { name: "team" }, spec: { hard: { "requests.memory": "4Gi" } } };
    const { metadata } = await door.create("ResourceQuota", name, quota);
    await until("the quota is counted", async () => {
      const { status } = await door.read("ResourceQuota", name, "team");
      return status?.used?.["requests.memory"] !== undefined;
    });
    const found = await capacity(caller, {});
    expect(found).toMatchObject({ quotaTaskManagers: 3, unseen: [], warnings: [] });
    expect(found.nodes?.jobManagerFits).toBeTypeOf("boolean");
    const huge = await capacity(caller, { "taskmanager.memory.process.size": "4000g" });
    expect(huge.warnings).toMatchObject([{ code: "no-node-can-hold", field: "taskmanager.memory.process.size" }]);
    expect(huge.quotaTaskManagers).toBe(0);
    await door.delete("ResourceQuota", name, "team", metadata?.uid === undefined ? {} : { uid: metadata.uid });
  });

  it("is said not to be seen where it may not be", async () => {
    const { caller } = await namespace.as({ user: "nobody" });
    expect(await capacity(caller, {})).toMatchObject({
      quotas: [],
      unseen: ["quotas", "limits", "nodes"],
      warnings: [],
    });
  });
});

describe("giving the rights", () => {
  it("does not touch what others have made under that name, and leaves nothing of the try", async () => {
    const foreign = await namespace.door.create("RoleBinding", namespace.name, {
      metadata: { name: "flink-jobmanager-taken" },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
      subjects: [{ kind: "ServiceAccount", name: "default", namespace: namespace.name }],
    });
    const refused = await grantRights(place("taken"), namespace.caller).catch((error: unknown) => error);
    expect(refused).toMatchObject({ failure: { kind: "already-exists" } });
    const after = await namespace.door.read("RoleBinding", namespace.name, "flink-jobmanager-taken");
    expect(after.metadata?.resourceVersion).toBe(foreign.metadata?.resourceVersion);
    const { items: roles } = await namespace.door.list("Role", namespace.name);
    expect(roles.map(({ metadata }) => metadata?.name)).not.toContain("flink-jobmanager");
    const { items: accounts } = await namespace.door.list("ServiceAccount", namespace.name);
    expect(accounts.map(({ metadata }) => metadata?.name)).not.toContain("taken");
  });

  it("is enough for Flink: an application with high availability comes up, runs its job and ends by itself", async () => {
    const { caller, context, name } = namespace;
    const account = `flink-${randomBytes(2).toString("hex")}`;
    const wanted = place(account, { highAvailability: "true" });
    const { created } = await grantRights(wanted, caller);
    expect(created.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["ServiceAccount", "RoleBinding"]));
    const again = await grantRights(wanted, caller);
    expect(again.created).toEqual([]);
    expect(again.kept.map(({ kind }) => kind)).toEqual(["Role", "RoleBinding"]);
    const found = await preflightPlace(wanted, caller);
    expect([lacking(found), found.grant]).toEqual([[], undefined]);
    const [entry] = await caller.audit.list({ namespace: name, limit: 1 });
    expect(entry).toMatchObject({ action: "rights.grant", outcome: "done", subject: `ServiceAccount ${account}` });

    await createCluster({ context, spec: applicationSpec("granted", account) }, caller);
    const startups: ClusterStartup[] = [];
    await until(
      "the job runs",
      async () => {
        const seen = await getClusterStartup({ context, namespace: name, clusterId: "granted" }, caller);
        startups.push(seen);
        return seen.state === "started";
      },
      90_000,
    );
    const steps = startups.at(-1)?.steps ?? [];
    expect(steps.map((step) => step.name)).toEqual(["deployment", "pods", "images", "containers", "rest", "job"]);
    expect(steps.filter(({ state, at }) => state !== "done" || at === undefined)).toEqual([]);
    expect(steps.every(({ from = 0, at = 0 }) => at >= from && at - from < 90_000)).toBe(true);
    expect(startups.filter(({ trouble }) => trouble !== undefined)).toEqual([]);

    await until(
      "it has deleted its own Deployment",
      async () => (await namespace.door.list("Deployment", name)).items.length === 0,
      60_000,
    );
  }, 180_000);
});

function applicationSpec(clusterId: string, serviceAccount: string) {
  return clusterSpec.parse({
    mode: "application",
    flinkVersion: "2.3.0",
    configuration: {
      "kubernetes.cluster-id": clusterId,
      "kubernetes.namespace": namespace.name,
      "kubernetes.service-account": serviceAccount,
      "kubernetes.container.image.ref": "flink:2.3.0",
      "kubernetes.jobmanager.cpu.amount": "0.1",
      "kubernetes.jobmanager.cpu.limit-factor": "20",
      "kubernetes.taskmanager.cpu.amount": "0.1",
      "kubernetes.taskmanager.cpu.limit-factor": "20",
      "jobmanager.memory.process.size": "1000m",
      "taskmanager.memory.process.size": "1000m",
      "high-availability.type": "kubernetes",
      "high-availability.storageDir": "file:///tmp/high-availability",
    },
    application: {
      jarUri: "local:///opt/flink/examples/streaming/TestJob.jar",
      arguments: ["--records", "60", "--rate", "10", "--checkpoint-interval", "0"],
    },
  });
}
