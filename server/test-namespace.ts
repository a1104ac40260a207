import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parse, stringify } from "yaml";
import { z } from "zod";
import type { Caller } from "./caller.ts";
import { env } from "./env.ts";
import { openFlinkRestDoor } from "./flink-rest/open-flink-rest-door.ts";
import { type KubernetesContexts, openContexts } from "./kubernetes/contexts.ts";
import type { KubernetesDoor } from "./kubernetes/kubernetes-door.ts";
import { fileJarStore } from "./store/file-jar-store.ts";
import { openStore } from "./store/open-store.ts";

export interface TestNamespace extends AsyncDisposable {
  readonly name: string;
  readonly context: string;
  readonly door: KubernetesDoor;
  readonly caller: Caller;
  /** Where the API server listens. */
  server(): Promise<{ host: string; port: number }>;
  /** Somebody else at the same API server: another way to reach it, or another person. */
  as(change: PersonChange): Promise<{ caller: Caller; door: KubernetesDoor }>;
}

export interface PersonChange {
  /** Acts as this user, who has no rights unless they are given. */
  readonly user?: string;
  /** Reaches the API server at this port of this machine. */
  readonly port?: number;
  /** Has this namespace in the context. */
  readonly namespace?: string;
}

const kubeconfigSchema = z.looseObject({
  "current-context": z.string(),
  clusters: z.array(z.looseObject({ cluster: z.looseObject({ server: z.string() }) })),
  contexts: z.array(z.looseObject({ context: z.looseObject({}) })),
  users: z.array(z.looseObject({ user: z.looseObject({}) })),
});

/**
 * A namespace of its own on the real API server that KUBECONFIG names, in which Flink may make pods. It is deleted at the
 * end, with all that is in it.
 */
export async function testNamespace(options: { mayMakePods?: boolean } = {}): Promise<TestNamespace> {
  const name = `drey-test-${randomBytes(4).toString("hex")}`;
  const folder = await mkdtemp(join(tmpdir(), "drey-test-"));
  const store = await openStore(folder);
  const opened: KubernetesContexts[] = [];
  const person = (kubeconfig: string | undefined) => {
    const contexts = openContexts({ kubeconfig });
    opened.push(contexts);
    const context = contexts.names()[0];
    if (context === undefined) throw new Error("KUBECONFIG names no context");
    const caller: Caller = {
      identity: { kind: "kubeconfig", name: `tester ${opened.length} of ${name}` },
      contexts: contexts.names(),
      kubernetes: (wanted) => contexts.door(wanted),
      flink: (cluster) => openFlinkRestDoor(contexts.door(cluster.context), cluster),
      audit: store.auditLog("tester"),
      specs: store.submittedSpecs("tester"),
      savepoints: store.savepointRecords("tester"),
      logLevels: store.logLevelMemory(),
      jars: fileJarStore(join(folder, "jars"), 64 * 1024 * 1024, "tester"),
    };
    return { caller, context, door: contexts.door(context) };
  };
  const own = person(env.KUBECONFIG);
  await own.door.create("Namespace", undefined, { metadata: { name } });
  if (options.mayMakePods !== false) await letFlinkMakePods(own.door, name);
  return {
    name,
    ...own,
    server: async () => {
      const { hostname, port } = new URL((await readKubeconfig()).clusters[0]?.cluster.server ?? "");
      return { host: hostname, port: Number(port || 443) };
    },
    as: async (change) => person(await changedKubeconfig(join(folder, `kubeconfig-${opened.length}`), change)),
    [Symbol.asyncDispose]: async () => {
      await own.door.delete("Namespace", undefined, name);
      await Promise.all(opened.map((contexts) => contexts.close()));
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function letFlinkMakePods(door: KubernetesDoor, namespace: string): Promise<void> {
  await door.create("RoleBinding", namespace, {
    metadata: { name: "flink" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "edit" },
    subjects: [{ kind: "ServiceAccount", name: "default", namespace }],
  });
  // The controller makes it some moments after the namespace.
  await until("the namespace has its service account", () =>
    door.read("ServiceAccount", namespace, "default").then(
      () => true,
      () => false,
    ),
  );
}

async function readKubeconfig() {
  if (env.KUBECONFIG === undefined) throw new Error("KUBECONFIG is not set");
  return kubeconfigSchema.parse(parse(await readFile(env.KUBECONFIG, "utf8")));
}

async function changedKubeconfig(path: string, { user, port, namespace }: PersonChange): Promise<string> {
  const config = await readKubeconfig();
  for (const { cluster } of config.clusters) if (port) cluster.server = `https://127.0.0.1:${port}`;
  for (const { context } of config.contexts) if (namespace) context["namespace"] = namespace;
  for (const entry of config.users) if (user) entry.user["as"] = user;
  await writeFile(path, stringify(config), { mode: 0o600 });
  return path;
}

/** Polls a condition and names it when it does not come true in time. */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  atMostMs = 60_000,
): Promise<void> {
  const end = Date.now() + atMostMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Not within ${atMostMs / 1000} s: ${what}`);
    await sleep(100);
  }
}
