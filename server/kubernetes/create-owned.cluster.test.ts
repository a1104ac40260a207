import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConsoleError } from "../errors.ts";
import { type TestNamespace, testNamespace, until } from "../test-namespace.ts";
import { cutProxy, type Delays } from "./cut-proxy.ts";
import type { KubernetesDoor, NewOwned } from "./kubernetes-door.ts";

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await testNamespace();
});
afterAll(() => namespace[Symbol.asyncDispose]());

/** A Deployment without pods: what it owns is the matter here. */
const deployment = (name: string) => ({
  metadata: { name, labels: { owned: name } },
  spec: {
    replicas: 0,
    selector: { matchLabels: { owned: name } },
    template: { metadata: { labels: { owned: name } }, spec: { containers: [{ name: "c", image: "flink:2.3.0" }] } },
  },
});
const service = (name: string): NewOwned => ({
  kind: "Service",
  metadata: { name, labels: { owned: name } },
  spec: { ports: [{ port: 8081 }] },
});
const configMap = (name: string): NewOwned => ({ kind: "ConfigMap", metadata: { name }, data: { a: "b" } });
const all = (name: string) => [deployment(name), [service(name), service(`${name}-rest`), configMap(name)]] as const;

const failureOf = async (creation: Promise<unknown>) => {
  const error = await creation.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ConsoleError ? error.failure : error;
};

async function namesLeft(name: string): Promise<string[]> {
  const { door, name: at } = namespace;
  const lists = await Promise.all((["Deployment", "Service", "ConfigMap"] as const).map((kind) => door.list(kind, at)));
  const names = lists.flatMap(({ items }) => items.map((item) => `${item.kind} ${item.metadata?.name}`));
  return names.filter((found) => found.split(" ")[1]?.startsWith(name));
}

const create = (name: string, door: KubernetesDoor = namespace.door) => door.createOwned(namespace.name, ...all(name));

describe("createOwned", () => {
  it("creates all, each with exactly the Deployment as its owner", async () => {
    const created = await create("whole");
    const { uid } = created.deployment.metadata ?? {};
    for (const object of created.accompanying) {
      expect(object.metadata?.ownerReferences).toEqual([
        { apiVersion: "apps/v1", kind: "Deployment", name: "whole", uid, controller: true, blockOwnerDeletion: true },
      ]);
    }
    expect(await namesLeft("whole")).toHaveLength(4);
  });

  it("creates nothing when one object is refused, and names every field that is", async () => {
    const bad: NewOwned[] = [service("Bad_Name"), configMap("Bad_Map")];
    const failure = await failureOf(namespace.door.createOwned(namespace.name, deployment("refused"), bad));
    expect(failure).toMatchObject({ kind: "kubernetes-rejected" });
    expect(JSON.stringify(failure)).toContain('"field":"Service.metadata.name"');
    expect(JSON.stringify(failure)).toContain('"field":"ConfigMap.metadata.name"');
    expect(await namesLeft("refused")).toEqual([]);
  });

  it("finds a typo deep in a pod template, which typed clients drop without a word", async () => {
    const { spec, ...rest } = deployment("typo");
    const containers = [{ name: "c", image: "i", volumeMount: [] }];
    const typo = { ...rest, spec: { ...spec, template: { ...spec.template, spec: { containers } } } };
    expect(await failureOf(namespace.door.createOwned(namespace.name, typo, []))).toMatchObject({
      kind: "kubernetes-rejected",
      detail: expect.stringContaining("volumeMount"),
    });
  });

  it("leaves another's Deployment of the same name as it is, also when asked twice", async () => {
    const before = await namespace.door.create("Deployment", namespace.name, deployment("taken"));
    for (const _ of [1, 2]) {
      expect(await failureOf(create("taken"))).toEqual({
        kind: "already-exists",
        resource: `Deployment ${namespace.name}/taken`,
      });
    }
    const after = await namespace.door.read("Deployment", namespace.name, "taken");
    expect(after.metadata?.uid).toBe(before.metadata?.uid);
    expect(await namesLeft("taken")).toEqual(["Deployment taken"]);
  });

  it("leaves another's Service of the same name as it is, and creates nothing beside it", async () => {
    await namespace.door.create("Service", namespace.name, service("mixed-rest"));
    expect(await failureOf(create("mixed"))).toMatchObject({ kind: "already-exists" });
    expect(await namesLeft("mixed")).toEqual(["Service mixed-rest"]);
  });

  it("takes back what it has made when Kubernetes refuses half way", async () => {
    const { door, name } = namespace;
    const inUse = (await door.list("Service", name)).items.length;
    // Each dry run alone fits into the quota; both Services together do not.
    await door.create("ResourceQuota", name, {
      metadata: { name: "few" },
      spec: { hard: { services: String(inUse + 1) } },
    });
    await until("the quota counts", async () => {
      const quota = await door.read("ResourceQuota", name, "few");
      return quota.status?.used?.["services"] === String(inUse);
    });
    expect(await failureOf(create("half"))).toMatchObject({ kind: "kubernetes-rejected" });
    expect(await namesLeft("half")).toEqual([]);
    await door.delete("ResourceQuota", name, "few");
  });

  it("does not take a lack of rights for a refusal, and creates nothing", async () => {
    const { door } = await namespace.as({ user: "nobody" });
    expect(await failureOf(create("forbidden", door))).toEqual({
      kind: "not-permitted",
      verb: "create",
      resource: `Deployment ${namespace.name}/forbidden`,
      namespace: namespace.name,
    });
    expect(await namesLeft("forbidden")).toEqual([]);
  });
});

describe("createOwned, when the API server goes away in the middle", () => {
  async function cutOnceThere(name: string, delays: Delays) {
    await using proxy = await cutProxy(await namespace.server(), delays);
    const { door } = await namespace.as({ port: proxy.port });
    await door.version();
    const failure = failureOf(create(name, door));
    await until("the Deployment is there", async () => (await namesLeft(name)).includes(`Deployment ${name}`));
    proxy.cut();
    setTimeout(() => proxy.mend(), 1_000);
    return await failure;
  }

  it("takes back the Deployment whose Services could not be sent", async () => {
    expect(await cutOnceThere("gone-before", { toServerMs: 150 })).toMatchObject({ kind: "kubernetes-unreachable" });
    expect(await namesLeft("gone-before")).toEqual([]);
  });

  it("takes back the Deployment whose answer did not arrive, which it knows by its field manager", async () => {
    expect(await cutOnceThere("gone-after", { toClientMs: 300 })).toMatchObject({ kind: "kubernetes-unreachable" });
    expect(await namesLeft("gone-after")).toEqual([]);
  });
});
