import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestNamespace, testNamespace, until } from "../test-namespace.ts";
import { clusterSpec } from "./cluster-spec.schema.ts";
import { createCluster } from "./create-cluster.ts";
import { deleteCluster } from "./delete-cluster.ts";
import { getCluster } from "./get-cluster.ts";
import { getClusterSpec } from "./get-cluster-spec.ts";
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
  "kubernetes.taskmanager.cpu.amount": "0.2",
  "kubernetes.taskmanager.cpu.limit-factor": "10",
  "taskmanager.memory.process.size": "1000m",
};
const address = (clusterId: string) => ({ context: namespace.context, namespace: namespace.name, clusterId });

/**
 * Runs Flink's own commands in a pod of that version and answers all that they have printed. `$OPTIONS` in the script
 * stands for the options as `-Dkey=value`.
 */
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
          command: ["bash", "-c", `exec 2>&1; cd /opt/flink && ${script}`],
          env: [{ name: "OPTIONS", value: words.join(" ") }],
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
  await until("nothing is left", () => isGone(clusterId), 120_000);
}

async function isGone(clusterId: string): Promise<boolean> {
  return (await getDeletionProgress(address(clusterId), namespace.caller)).done;
}

describe.each(["2.3.0", "1.20.5"])("Flink's own client of %s", (version) => {
  const short = version.replaceAll(".", "-");

  it("finds, uses and stops a session that was created here", { timeout: 300_000 }, async () => {
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
    await createCluster({ context: namespace.context, spec }, namespace.caller);
    await until("REST answers", () => isRunning(clusterId), 150_000);
    const script = [
      "bin/flink list -t kubernetes-session $OPTIONS",
      "bin/flink run -d -t kubernetes-session $OPTIONS examples/streaming/TestJob.jar",
      "echo stop | bin/kubernetes-session.sh -Dexecution.attached=true $OPTIONS",
    ].join(" && ");
    const options = { "kubernetes.cluster-id": clusterId };
    const { printed, phase } = await runFlink(version, `client-${short}`, script, options);
    expect({ phase, printed }).toMatchObject({ phase: "Succeeded" });
    expect(printed).toContain("No running jobs");
    expect(printed).toContain("Job has been submitted with JobID");
    await until("nothing is left", () => isGone(clusterId), 120_000);
  });

  it("makes a session that is listed and deleted here", { timeout: 300_000 }, async () => {
    const clusterId = `theirs-${short}`;
    const { phase, printed } = await runFlink(version, `maker-${short}`, "bin/kubernetes-session.sh $OPTIONS", {
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
    const { spec, source, notTaken } = await getClusterSpec(address(clusterId), namespace.caller);
    expect({ source, notTaken, mode: spec.mode }).toEqual({ source: "recovered", notTaken: [], mode: "session" });
    expect(spec.configuration).toMatchObject({ ...small, "kubernetes.cluster-id": clusterId });
    expect(Object.keys(spec.configuration)).not.toContain("jobmanager.rpc.address");
    await deleteAndWait(clusterId, listed?.uid);
  });
});

describe.each([
  ["2.3.0", "TopSpeedWindowing.jar"],
  ["1.20.5", "TestJob.jar"],
])("an application on Flink %s", (version, jar) => {
  it("reaches RUNNING, and takes its cluster with it when it ends", { timeout: 300_000 }, async () => {
    const clusterId = `application-${version.replaceAll(".", "-")}`;
    const spec = clusterSpec.parse({
      mode: "application",
      flinkVersion: version,
      configuration: {
        ...small,
        "kubernetes.container.image.ref": `flink:${version}`,
        "kubernetes.cluster-id": clusterId,
        "kubernetes.namespace": namespace.name,
      },
      application: { jarUri: `local:///opt/flink/examples/streaming/${jar}`, arguments: [] },
    });
    await createCluster({ context: namespace.context, spec }, namespace.caller);
    await until("REST answers", () => isRunning(clusterId), 150_000);
    const door = namespace.caller.flink(address(clusterId));
    const running = async () =>
      (await door.jobs()).find((job) => job.state === "RUNNING" && job.tasksRunning === job.tasksTotal);
    await until("all tasks of the job run", async () => (await running()) !== undefined, 120_000);
    const jobId = (await running())?.id ?? "";
    await door.cancelJob(jobId);
    await until("nothing is left, without a delete of ours", () => isGone(clusterId), 120_000);
  });
});
