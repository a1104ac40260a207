import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { clusterSpec } from "../../server/clusters/cluster-spec.schema.ts";
import { createCluster } from "../../server/clusters/create-cluster.ts";
import { type TestNamespace, testNamespace } from "../../server/test-namespace.ts";

/**
 * Time from the request until every object of a session exists, ours beside Flink's own client in one run, by turns on the
 * same API server. No pod of either starts: a node selector that fits no node keeps the machine quiet.
 *
 * FLINK_HOME names a Flink 2.3.0; else the one of the local Kubernetes is unpacked. KUBECONFIG names the API server.
 */
const run = promisify(execFile);
const rounds = 7;
const wantedRatio = 15;
const options = {
  "kubernetes.container.image.ref": "flink:2.3.0",
  "kubernetes.jobmanager.node-selector": "bench:nowhere",
};

async function unpackFlink(folder: string): Promise<string> {
  const { FLINK_HOME, XDG_CACHE_HOME, DREY_LOCAL_KUBERNETES_DIR } = process.env;
  if (FLINK_HOME) return FLINK_HOME;
  const cache =
    DREY_LOCAL_KUBERNETES_DIR ?? join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "drey", "local-kubernetes");
  const names = existsSync(cache) ? await readdir(cache) : [];
  const layers = names
    .filter((name) => name.startsWith("flink-2.3.0-"))
    .map((name) => join(cache, name, "layer.tar"))
    .filter((path) => existsSync(path));
  const [layer] = layers;
  if (layer === undefined) throw new Error("Set FLINK_HOME to a Flink 2.3.0, or start the local Kubernetes once.");
  await run("tar", ["-xf", layer, "-C", folder]);
  return join(folder, "opt", "flink");
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const expectedObjects = 4;
async function checkObjects({ door, name }: TestNamespace, clusterId: string): Promise<void> {
  const labelSelector = `app=${clusterId},type=flink-native-kubernetes`;
  const lists = await Promise.all(
    (["Deployment", "Service", "ConfigMap"] as const).map((kind) => door.list(kind, name, { labelSelector })),
  );
  const found = lists.reduce((sum, { items }) => sum + items.length, 0);
  if (found !== expectedObjects) throw new Error(`${clusterId} has ${found} objects instead of ${expectedObjects}`);
}

const configurationOf = (namespace: TestNamespace, clusterId: string) => ({
  ...options,
  "kubernetes.cluster-id": clusterId,
  "kubernetes.namespace": namespace.name,
});

async function createOurs(namespace: TestNamespace, clusterId: string): Promise<number> {
  const configuration = configurationOf(namespace, clusterId);
  const spec = clusterSpec.parse({ mode: "session", flinkVersion: "2.3.0", configuration });
  const took = await timed(() => createCluster({ context: namespace.context, spec }, namespace.caller));
  await checkObjects(namespace, clusterId);
  return took;
}

async function createTheirs(namespace: TestNamespace, clusterId: string, flinkHome: string): Promise<number> {
  const words = Object.entries(configurationOf(namespace, clusterId)).map(([key, value]) => `-D${key}=${value}`);
  const command = join(flinkHome, "bin", "kubernetes-session.sh");
  const took = await timed(() => run(command, words, { env: { ...process.env, FLINK_HOME: flinkHome } }));
  await checkObjects(namespace, clusterId);
  return took;
}

const folder = await mkdtemp(join(tmpdir(), "drey-bench-"));
try {
  const flinkHome = await unpackFlink(folder);
  await using namespace = await testNamespace({ mayMakePods: false });
  const ours: number[] = [];
  const theirs: number[] = [];
  // One of each first, which does not count: modules are loaded, connections and disk caches are warm.
  for (let round = 0; round <= rounds; round += 1) {
    const [our, their] = [
      await createOurs(namespace, `ours-${round}`),
      await createTheirs(namespace, `theirs-${round}`, flinkHome),
    ];
    if (round > 0) {
      ours.push(our);
      theirs.push(their);
    }
  }
  const ratio = median(theirs) / median(ours);
  const line = (name: string, values: readonly number[]) =>
    `${name.padEnd(34)} median ${median(values).toFixed(0).padStart(5)} ms   of ${values.map((ms) => ms.toFixed(0)).join(", ")}`;
  console.log(line("Drey, createCluster", ours));
  console.log(line("Flink 2.3.0, kubernetes-session.sh", theirs));
  console.log(`ratio ${ratio.toFixed(1)} (wanted: at least ${wantedRatio})`);
  if (ratio < wantedRatio) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
