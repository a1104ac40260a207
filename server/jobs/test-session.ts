import { createReadStream } from "node:fs";
import { sharedFolderTemplate, testJobJar } from "../../tools/test-job/test-job.ts";
import type { Caller, ClusterAddress } from "../caller.ts";
import { clusterSpec } from "../clusters/cluster-spec.schema.ts";
import { createCluster } from "../clusters/create-cluster.ts";
import { ConsoleError, type Failure } from "../errors.ts";
import { type TestNamespace, until } from "../test-namespace.ts";
import { uploadJar } from "./stored-jars.ts";
import { submitJob } from "./submit-job.ts";

/** A session on a real Flink with two slots in one TaskManager, and the jar of the test job in the console's store. */
export interface TestSession {
  readonly cluster: ClusterAddress;
  readonly caller: Caller;
  /** Of the test job for that version of Flink. */
  readonly sha256: string;
  /** Runs the test job and answers its id. Arguments as a shell would split them at spaces. */
  run(programArguments: string, more?: { parallelism?: number; savepoint?: string }): Promise<string>;
  /** Waits until Flink says so. */
  untilState(jobId: string, state: string, atMostMs?: number): Promise<void>;
  /** Cancels what still runs and waits for its end. */
  cancelAll(): Promise<void>;
  /** Everything that the TaskManagers have printed. */
  taskManagerLog(): Promise<string>;
}

const never = new AbortController().signal;

/** Creates the session and waits until its TaskManager has registered. `options` overlay what it is made of. */
export async function testSession(
  { name, context, caller }: TestNamespace,
  flinkVersion: string,
  options: Readonly<Record<string, string>>,
): Promise<TestSession> {
  const cluster = { context, namespace: name, clusterId: `jobs-${flinkVersion.replaceAll(".", "-")}` };
  const image = `flink:${flinkVersion}`;
  const configuration = {
    "kubernetes.cluster-id": cluster.clusterId,
    "kubernetes.namespace": name,
    "kubernetes.container.image.ref": image,
    "kubernetes.jobmanager.cpu.amount": "0.2",
    "kubernetes.jobmanager.cpu.limit-factor": "10",
    "kubernetes.taskmanager.cpu.amount": "0.2",
    "kubernetes.taskmanager.cpu.limit-factor": "10",
    "taskmanager.numberOfTaskSlots": "2",
    // One TaskManager from the beginning and never a second: slots can be full.
    "slotmanager.number-of-slots.min": "2",
    "slotmanager.number-of-slots.max": "2",
    "user.artifacts.base-dir": "/opt/flink/fetched",
    "kubernetes.pod-template-file.default": "/template.yaml",
    ...options,
  };
  const files = { named: { "/template.yaml": sharedFolderTemplate(image, `/tmp/drey-tests/${name}`) } };
  const spec = clusterSpec.parse({ mode: "session", flinkVersion, configuration, files });
  await createCluster({ context, spec }, caller);
  const jar = await uploadJar({ name: "TestJob.jar" }, createReadStream(testJobJar(flinkVersion)), caller);
  const registered = () =>
    caller
      .flink(cluster)
      .taskManagers()
      .then(
        (all) => all.length === 1,
        () => false,
      );
  await until(`the TaskManager of ${cluster.clusterId} has registered`, registered, 150_000);
  return openSession(cluster, caller, jar.sha256);
}

function openSession(cluster: ClusterAddress, caller: Caller, sha256: string): TestSession {
  return {
    cluster,
    caller,
    sha256,
    run: async (programArguments, { parallelism, savepoint: path } = {}) => {
      const savepoint = path === undefined ? undefined : restoreFrom(path);
      const program = { programArguments: programArguments.split(" "), parallelism, flinkConfiguration: {}, savepoint };
      return (await submitJob({ ...cluster, jar: { sha256 }, ...program }, caller, never)).jobId;
    },
    untilState: (jobId, state, atMostMs) =>
      until(`job ${jobId} is ${state}`, async () => (await caller.flink(cluster).job(jobId)).state === state, atMostMs),
    cancelAll: async () => {
      const flink = caller.flink(cluster);
      const living = async () => (await flink.jobs()).filter(({ endTime }) => endTime === undefined);
      for (const { id } of await living()) await flink.cancelJob(id).catch(() => undefined);
      await until("no job runs any more", async () => (await living()).length === 0);
    },
    taskManagerLog: () => logOf(cluster, caller),
  };
}

const restoreFrom = (path: string) => ({ path, claimMode: "NO_CLAIM" as const, allowNonRestoredState: false });

async function logOf({ context, namespace, clusterId }: ClusterAddress, caller: Caller): Promise<string> {
  const door = caller.kubernetes(context);
  const labelSelector = `app=${clusterId},component=taskmanager`;
  const { items } = await door.list("Pod", namespace, { labelSelector });
  const texts: string[] = [];
  for (const { metadata } of items) {
    const decoder = new TextDecoder();
    for await (const chunk of await door.podLog(namespace, metadata?.name ?? "", {}, never)) {
      texts.push(decoder.decode(chunk, { stream: true }));
    }
  }
  return texts.join("");
}

/** The failure that a promise rejects with; undefined when it does not. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure | undefined> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return undefined;
  if (error instanceof ConsoleError) return error.failure;
  throw error;
}
