import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestNamespace, testNamespace, until } from "../test-namespace.ts";
import { clusterSpec } from "./cluster-spec.schema.ts";
import { createCluster } from "./create-cluster.ts";
import { deleteCluster } from "./delete-cluster.ts";
import { getCluster } from "./get-cluster.ts";
import { getDeletionProgress } from "./get-deletion-progress.ts";
import { listClusters } from "./list-clusters.ts";

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await testNamespace();
});
afterAll(() => namespace[Symbol.asyncDispose]());

const small = {
  "kubernetes.jobmanager.cpu.amount": "0.2",
  "kubernetes.jobmanager.cpu.limit-factor": "10",
  "jobmanager.memory.process.size": "1000m",
};
const address = (clusterId: string) => ({ context: namespace.context, namespace: namespace.name, clusterId });

/** Runs one of Flink's own commands in a pod of that version and answers all that it has printed. */
async function runFlink(version: string, name: string, script: string, options: Record<string, string>) {
  const { door } = namespace;
  const all = { "kubernetes.namespace": namespace.name, ...options };
  const words = Object.entries(all).map(([key, value]) => `-D${key}=${value}`);
  await door.create("Pod", namespace.name, {
    metadata: { name },
    spec: {
      restartPolicy: "Never",
      containers: [
        {
          name: "client",
          image: `flink:${version}`,
          imagePullPolicy: "IfNotPresent",
          command: ["bash", "-c", `cd /opt/flink && ${script} ${words.join(" ")} 2>&1`],
        },
      ],
    },
  });
  await until(
    `${name} has ended`,
    async () => ["Succeeded", "Failed"].includes((await door.read("Pod", namespace.name, name)).status?.phase ?? ""),
    150_000,
  );
  let printed = "";
  for await (const bytes of await door.podLog(namespace.name, name, {}, AbortSignal.timeout(20_000))) {
    printed += Buffer.from(bytes).toString("utf8");
  }
  const { phase } = (await door.read("Pod", namespace.name, name)).status ?? {};
  await door.delete("Pod", namespace.name, name);
  return { printed, phase };
}

async function isRunning(clusterId: string): Promise<boolean> {
  return (await getCluster(address(clusterId), namespace.caller)).summary.observed.state === "running";
}

async function deleteAndWait(clusterId: string, uid: string | undefined) {
  await deleteCluster({ ...address(clusterId), uid, removeHighAvailability: "false" }, namespace.caller);
  const isGone = async () => (await getDeletionProgress(address(clusterId), namespace.caller)).done;
  await until("nothing is left", isGone, 120_000);
}

describe.each(["2.3.0", "1.20.5"])("Flink's own client of %s", (version) => {
  const short = version.replaceAll(".", "-");

  it("finds and uses a session that was created here", { timeout: 300_000 }, async () => {
    const clusterId = `ours-${short}`;
    const spec = clusterSpec.parse({
      mode: "session",
      flinkVersion: version,
      configuration: {
        ...small,
        "kubernetes.container.image.ref": `flink:${version}`,
        "kubernetes.cluster-id": clusterId,
        "kubernetes.namespace": namespace.name,
      },
    });
    const { uid } = await createCluster({ context: namespace.context, spec }, namespace.caller);
    await until("REST answers", () => isRunning(clusterId), 150_000);
    const { printed, phase } = await runFlink(version, `client-${short}`, "bin/flink list -t kubernetes-session", {
      "kubernetes.cluster-id": clusterId,
    });
    expect(printed).toContain("No running jobs");
    expect(phase).toBe("Succeeded");
    await deleteAndWait(clusterId, uid);
  });

  it("makes a session that is listed and deleted here", { timeout: 300_000 }, async () => {
    const clusterId = `theirs-${short}`;
    const { phase, printed } = await runFlink(version, `maker-${short}`, "bin/kubernetes-session.sh", {
      ...small,
      "kubernetes.cluster-id": clusterId,
      "kubernetes.container.image.ref": `flink:${version}`,
    });
    expect({ phase, printed }).toMatchObject({ phase: "Succeeded" });
    await until("REST answers", () => isRunning(clusterId), 150_000);
    const { clusters } = await listClusters(
      { context: namespace.context, namespace: namespace.name },
      namespace.caller,
    );
    const listed = clusters.find((one) => one.clusterId === clusterId);
    expect(listed).toMatchObject({ flinkVersion: version, mode: "session", observed: { state: "running" } });
    await deleteAndWait(clusterId, listed?.uid);
  });
});
