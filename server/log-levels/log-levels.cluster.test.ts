import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clusterSpec } from "../clusters/cluster-spec.schema.ts";
import { createCluster } from "../clusters/create-cluster.ts";
import { type TestNamespace, testNamespace, until } from "../test-namespace.ts";
import { changeLogLevels } from "./change-log-levels.ts";
import { endedInStore, expireInContext } from "./expire-overrides.ts";
import { listLoggers } from "./list-loggers.ts";
import { nativeSelector } from "./parts/kubernetes-objects.ts";
import { readLoggingFile } from "./read-logging-file.ts";
import { readProof } from "./read-proof.ts";

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await testNamespace();
});
afterAll(() => namespace[Symbol.asyncDispose]());

const versions = ["2.3.0", "1.20.5"] as const;
const logger = "org.apache.flink.runtime.resourcemanager";

async function hasImage(version: string): Promise<boolean> {
  const { items } = await namespace.door.list("Node", undefined);
  return items.some((node) =>
    node.status?.images?.some(({ names }) => names?.some((name) => name.endsWith(`flink:${version}`))),
  );
}

const specOf = (flinkVersion: string, clusterId: string) =>
  clusterSpec.parse({
    mode: "session",
    flinkVersion,
    configuration: {
      "kubernetes.cluster-id": clusterId,
      "kubernetes.namespace": namespace.name,
      "kubernetes.container.image.ref": `flink:${flinkVersion}`,
      "kubernetes.jobmanager.cpu.amount": "0.2",
      "kubernetes.jobmanager.cpu.limit-factor": "10",
      "jobmanager.memory.process.size": "1000m",
      // The ResourceManager prints a DEBUG line with each heartbeat: evidence comes soon after log4j has looked.
      "heartbeat.interval": "500",
    },
  });

describe.each(versions)("on a real Flink %s", (version) => {
  it("a level is written, mounted and effective with evidence, and ends byte for byte after a restart of the console", async ({
    skip,
  }) => {
    if (!(await hasImage(version))) return skip();
    const { caller, context } = namespace;
    const address = { context, namespace: namespace.name, clusterId: `levels-${version.replaceAll(".", "-")}` };
    await createCluster({ context, spec: specOf(version, address.clusterId) }, caller);
    const proved = async () => (await readProof(address, caller)).pods[0];
    await until("the JobManager has the file", async () => (await proved())?.mounted.state === "seen", 120_000);
    // Flink's own start, so that log4j's timer runs and heartbeats come.
    await until(
      "it logs",
      async () =>
        (await namespace.door.list("Pod", namespace.name)).items.some(
          (pod) => pod.status?.containerStatuses?.[0]?.started === true,
        ),
      60_000,
    );
    const before = (await readLoggingFile(address, caller)).text;

    const changes = [{ logger, level: "DEBUG" }];
    const { touched } = await changeLogLevels(
      { ...address, changes, forSeconds: 60, reason: "test", dryRun: false },
      caller,
    );
    expect(touched).toBe(1);
    const step = async () => (await proved())?.effective.find((one) => one.logger === logger)?.step;
    await until("it is effective", async () => (await step())?.state === "seen", 60_000);
    const { boundSeconds, pods } = await readProof(address, caller);
    const [mounted, effective] = [pods[0]?.mounted, await step()];
    if (mounted?.state !== "seen" || effective?.state !== "seen") throw new Error("seen a moment ago, and no longer");
    expect(effective.evidence).toMatch(/DEBUG org\.apache\.flink\.runtime\.resourcemanager/);
    expect(boundSeconds).toBe(32);
    expect(effective.afterMs).toBeLessThanOrEqual(32_000 + 1_000); // the line itself may be a heartbeat late
    process.stdout.write(
      `Flink ${version}: mounted after ${mounted.afterMs} ms, effective after ${effective.afterMs} ms, bound ${boundSeconds} s\n`,
    );
    expect((await listLoggers(address, caller)).loggers[0]).toMatchObject({
      logger,
      level: "DEBUG",
      from: "override",
      override: { was: "INFO", reason: "test" },
    });

    // Another console, which knows nothing but the cluster.
    const restarted = await namespace.as({});
    await until(
      "its time is over and the file is the former one",
      async () => {
        await restarted.door.watchedSoon("ConfigMap", nativeSelector, 1_000);
        await expireInContext(context, restarted.caller, new Map(), await endedInStore(restarted.caller, new Date()));
        return (await readLoggingFile(address, caller)).text === before;
      },
      90_000,
    );
    expect((await listLoggers(address, caller)).loggers.filter(({ from }) => from === "override")).toEqual([]);
  }, 360_000);
});
