import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConsoleError, isFailure } from "../errors.ts";
import { type TestNamespace, testNamespace, until } from "../test-namespace.ts";
import { cutProxy } from "./cut-proxy.ts";
import type { KubernetesDoor, PodLogOptions } from "./kubernetes-door.ts";

let namespace: TestNamespace;
let door: KubernetesDoor;
const pod = "talker";

/** A pod that says a line, then one each second, and answers commands. */
const script = 'echo first; echo "<b>second</b>"; n=0; while sleep 1; do n=$((n+1)); echo "tick $n"; done';
beforeAll(async () => {
  namespace = await testNamespace();
  door = namespace.door;
  await door.create("Pod", namespace.name, {
    metadata: { name: pod, labels: { app: pod } },
    spec: {
      terminationGracePeriodSeconds: 0,
      containers: [
        { name: "main", image: "flink:2.3.0", imagePullPolicy: "IfNotPresent", command: ["sh", "-c", script] },
      ],
    },
  });
  await until("the pod runs", async () => (await door.read("Pod", namespace.name, pod)).status?.phase === "Running");
});
afterAll(() => namespace[Symbol.asyncDispose]());

const failureOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ConsoleError ? error.failure : error;
};

describe("objects", () => {
  it("come as they are on the wire, with their kind, also out of lists", async () => {
    const { items, cut } = await door.list("Pod", namespace.name, { labelSelector: `app=${pod}` });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ apiVersion: "v1", kind: "Pod" });
    expect(typeof items[0]?.metadata?.creationTimestamp).toBe("string");
    expect(cut).toBe(false);
  });

  it("say when a list was cut", async () => {
    expect((await door.list("Namespace", undefined, { limit: 1 })).cut).toBe(true);
  });

  it("are not kept by a dry run", async () => {
    await door.create("ConfigMap", namespace.name, { metadata: { name: "dry" } }, { dryRun: true });
    const failure = await failureOf(door.read("ConfigMap", namespace.name, "dry"));
    expect(failure).toEqual({ kind: "not-found", resource: `ConfigMap ${namespace.name}/dry` });
  });

  it("are not replaced or patched over a change that came between", async () => {
    const first = await door.create("ConfigMap", namespace.name, { metadata: { name: "raced" }, data: { a: "1" } });
    const second = await door.replace("ConfigMap", namespace.name, { ...first, data: { a: "2" } });
    const changed = { kind: "changed-meanwhile", resource: `ConfigMap ${namespace.name}/raced` };
    expect(await failureOf(door.replace("ConfigMap", namespace.name, { ...first, data: { a: "3" } }))).toEqual(changed);
    const patch = (resourceVersion: string | undefined) =>
      door.patch("ConfigMap", namespace.name, "raced", { metadata: { resourceVersion }, data: { a: "4" } });
    expect(await failureOf(patch(first.metadata?.resourceVersion))).toEqual(changed);
    expect((await patch(second.metadata?.resourceVersion)).data).toEqual({ a: "4" });
  });

  it("are deleted by uid only when they are that very object", async () => {
    const { metadata } = await door.create("ConfigMap", namespace.name, { metadata: { name: "mine" } });
    const wrong = door.delete("ConfigMap", namespace.name, "mine", { uid: "00000000-0000-0000-0000-000000000000" });
    expect(await failureOf(wrong)).toMatchObject({ kind: "changed-meanwhile" });
    await door.delete("ConfigMap", namespace.name, "mine", metadata?.uid === undefined ? {} : { uid: metadata.uid });
    expect(await failureOf(door.read("ConfigMap", namespace.name, "mine"))).toMatchObject({ kind: "not-found" });
  });

  it("tell a namespace that is not there from an object that is not", async () => {
    const failure = await failureOf(door.create("ConfigMap", "no-such-namespace", { metadata: { name: "a" } }));
    expect(failure).toEqual({ kind: "not-found", resource: "Namespace no-such-namespace" });
  });
});

describe("a person without rights", () => {
  it("is told which right is missing, and may ask for it beforehand", async () => {
    const nobody = (await namespace.as({ user: "nobody" })).door;
    expect(await failureOf(nobody.read("Pod", namespace.name, pod))).toEqual({
      kind: "not-permitted",
      verb: "get",
      resource: `Pod ${namespace.name}/${pod}`,
      namespace: namespace.name,
    });
    const question = { verb: "create", resource: "pods", namespace: namespace.name };
    expect(await nobody.may(question)).toBe(false);
    expect(await door.may(question)).toBe(true);
    expect(await nobody.mayServiceAccount(namespace.name, "default", question)).toBeUndefined();
    expect(await door.mayServiceAccount(namespace.name, "default", question)).toBe(true);
    expect(await failureOf(nobody.exec(namespace.name, pod, "main", ["true"]))).toMatchObject({
      kind: "not-permitted",
      resource: "pods/exec",
    });
  });
});

describe("a pod's log", () => {
  async function read(options: PodLogOptions, enough: (text: string) => boolean): Promise<string> {
    const ended = new AbortController();
    let text = "";
    for await (const bytes of await door.podLog(namespace.name, pod, options, ended.signal)) {
      text += Buffer.from(bytes).toString("utf8");
      if (enough(text)) break;
    }
    ended.abort();
    return text;
  }

  it("has a timestamp before every line, and follows", async () => {
    const text = await read({ follow: true }, (seen) => seen.includes("tick 2"));
    const lines = text.trimEnd().split("\n");
    for (const line of lines) expect(line).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z /);
    expect(lines[1]).toContain("<b>second</b>");
  });

  it("can be cut to its last lines", async () => {
    expect((await read({ tailLines: 1 }, () => false)).trimEnd().split("\n")).toHaveLength(1);
  });

  it("says which pod is not there", async () => {
    const missing = door.podLog(namespace.name, "nope", {}, AbortSignal.timeout(5_000));
    expect(await failureOf(missing)).toEqual({ kind: "not-found", resource: `Pod ${namespace.name}/nope` });
  });

  it("ends with an error, and not as if it were over, when the connection breaks", async () => {
    await using proxy = await cutProxy(await namespace.server());
    const through = (await namespace.as({ port: proxy.port })).door;
    const reading = (async () => {
      const lines = await through.podLog(namespace.name, pod, { follow: true }, AbortSignal.timeout(30_000));
      for await (const _ of lines) proxy.cut();
    })();
    expect(await failureOf(reading)).toMatchObject({ kind: "kubernetes-unreachable" });
  });
});

describe("a command in a container", () => {
  it("tells its exit code and both outputs", async () => {
    const command = ["sh", "-c", "echo out; echo err >&2; exit 3"];
    expect(await door.exec(namespace.name, pod, "main", command)).toEqual({
      exitCode: 3,
      stdout: "out\n",
      stderr: "err\n",
    });
  });

  it("keeps only the first mebibyte of what it prints", async () => {
    const command = ["sh", "-c", "head -c 3000000 /dev/zero | tr '\\0' x"];
    const { stdout } = await door.exec(namespace.name, pod, "main", command);
    expect(stdout).toHaveLength(1024 * 1024);
  });

  it("says which pod is not there", async () => {
    expect(await failureOf(door.exec(namespace.name, "nope", "main", ["true"]))).toMatchObject({ kind: "not-found" });
  });
});

describe("the service proxy", () => {
  it("tells a Service that is not there from one behind which nothing answers", async () => {
    const request = { method: "GET", path: "/overview" } as const;
    expect(await failureOf(door.proxyService(namespace.name, "nope", "rest", request))).toEqual({
      kind: "not-found",
      resource: `Service ${namespace.name}/nope`,
    });
    await door.create("Service", namespace.name, {
      metadata: { name: "deaf" },
      spec: { selector: { app: pod }, ports: [{ name: "rest", port: 8081 }] },
    });
    // For a moment after it was made, the proxy may not know the Service yet.
    await until("the Service is there, and nothing answers", async () => {
      const error = await door.proxyService(namespace.name, "deaf", "rest", request).catch((thrown: unknown) => thrown);
      return isFailure(error, "not-possible-now");
    });
  });
});

describe("a watch on the real API server", () => {
  it("sees what comes and goes, keeps it while the server is away, and catches up", async () => {
    await using proxy = await cutProxy(await namespace.server());
    const through = (await namespace.as({ port: proxy.port })).door;
    const names = () => through.watched("ConfigMap", "watch=me").items.map(({ metadata }) => metadata?.name);
    const make = (name: string) =>
      door.create("ConfigMap", namespace.name, { metadata: { name, labels: { watch: "me" } } });

    expect((await through.watchedSoon("ConfigMap", "watch=me", 5_000)).ready).toBe(true);
    await make("one");
    await until("the new one is seen", () => names().includes("one"));
    proxy.cut();
    await until("it is known to be away", () => through.watched("ConfigMap", "watch=me").staleSince !== undefined);
    expect(names()).toEqual(["one"]);
    await make("two");
    await door.delete("ConfigMap", namespace.name, "one");
    proxy.mend();
    await until("what happened meanwhile is seen", () => names().join() === "two");
    expect(through.watched("ConfigMap", "watch=me").staleSince).toBeUndefined();
  });

  it("is limited to the namespaces that a person may list", async () => {
    await door.create("RoleBinding", namespace.name, {
      metadata: { name: "viewer" },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
      subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "User", name: "viewer" }],
    });
    const viewer = (await namespace.as({ user: "viewer", namespace: namespace.name })).door;
    const seen = await viewer.watchedSoon("Pod", `app=${pod}`, 10_000);
    expect(seen).toMatchObject({ ready: true, namespaces: [namespace.name] });
    expect(seen.items.map(({ metadata }) => metadata?.name)).toEqual([pod]);
  });
});
