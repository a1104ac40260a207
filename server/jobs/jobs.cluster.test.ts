import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { testJobJar } from "../../tools/test-job/test-job.ts";
import { disposeSavepoint } from "../savepoints/dispose-savepoint.ts";
import { listSavepoints, readSavepoint } from "../savepoints/list-savepoints.ts";
import { stopJob, triggerSavepoint } from "../savepoints/take-savepoint.ts";
import { type TestNamespace, testNamespace, until } from "../test-namespace.ts";
import { cancelJob } from "./cancel-job.ts";
import { listClusterJobs } from "./list-cluster-jobs.ts";
import { listJobExceptions } from "./list-job-exceptions.ts";
import { changeParallelism, readParallelism } from "./parallelism.ts";
import { readJob } from "./read-job.ts";
import { readJobCheckpoints } from "./read-job-checkpoints.ts";
import { uploadJar } from "./stored-jars.ts";
import { planJob, submitJob } from "./submit-job.ts";
import { failureOf, type TestSession, testSession } from "./test-session.ts";

let namespace: TestNamespace;
let folder: string;
beforeAll(async () => {
  namespace = await testNamespace();
  folder = await mkdtemp(join(tmpdir(), "drey-jars-"));
});
afterAll(async () => {
  await namespace[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const never = new AbortController().signal;
const state = "file:///state";
const canonical = { format: "CANONICAL" as const, directory: state };
const wholeProgram = { programArguments: [], flinkConfiguration: {} };

/** Each version with the scheduler that the other does not have. */
const versions = [
  {
    version: "2.3.0",
    adaptive: true,
    options: {
      "jobmanager.scheduler": "adaptive",
      "jobmanager.adaptive-scheduler.submission.resource-wait-timeout": "4 s",
      "jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling": "0 s",
    },
  },
  { version: "1.20.5", adaptive: false, options: { "slot.request.timeout": "4000" } },
];

describe.concurrent.each(versions)("on a real Flink $version", ({ version, adaptive, options }) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await testSession(namespace, version, options);
  }, 200_000);

  // A test that fails half way leaves its slots to the next.
  afterEach(() => session.cancelAll());

  const ended = async (id: string) => {
    const read = () => readSavepoint({ id }, session.caller);
    await until(`savepoint ${id} has ended`, async () => !["asked", "in-progress"].includes((await read()).state));
    return await read();
  };
  const cancel = async (jobId: string) => {
    await cancelJob({ ...session.cluster, jobId }, session.caller);
    await session.untilState(jobId, "CANCELED");
  };
  /** How the audit log says that the newest such change ended. */
  const outcomeOf = async (action: string) => {
    const { clusterId } = session.cluster;
    const entries = await session.caller.audit.list({ clusterId, limit: 100 });
    return entries.find((entry) => entry.action === action)?.outcome;
  };

  it("says readably what is wrong with a program, and leaves neither jar nor job behind", {
    concurrent: false,
  }, async () => {
    const { cluster, caller, sha256 } = session;
    const kept = await caller.jars.list();
    const text = createReadStream("package.json");
    expect(await failureOf(uploadJar({ name: "wrong.jar" }, text, caller))).toMatchObject({
      kind: "request-invalid",
      issues: [{ code: "not-a-jar" }],
    });
    expect(await caller.jars.list()).toEqual(kept);

    const submit = (entryClass: string | undefined, ...programArguments: string[]) =>
      submitJob({ ...cluster, jar: { sha256 }, ...wholeProgram, entryClass, programArguments }, caller, never);
    expect(await failureOf(submit("com.acme.Missing"))).toEqual({
      kind: "flink-rejected",
      detail: "ClassNotFoundException: com.acme.Missing",
    });
    const thrown = {
      kind: "flink-rejected",
      detail: expect.stringMatching(/IllegalStateException: main was told to fail/),
    };
    expect(await failureOf(submit(undefined, "--fail-in-main", "true"))).toEqual(thrown);
    expect(await outcomeOf("job.submit")).toBe("failed");
    const program = { ...wholeProgram, programArguments: ["--fail-in-main", "true"] };
    expect(await failureOf(planJob({ ...cluster, jar: { sha256 }, ...program }, caller, never))).toEqual(thrown);

    expect(await caller.flink(cluster).jars()).toEqual([]);
    expect(await caller.flink(cluster).jobs()).toEqual([]);
  });

  it("runs a jar of more than 10 MiB with arguments", { concurrent: false }, async () => {
    const { cluster, caller } = session;
    const [large, padding] = [join(folder, `large-${version}.jar`), join(folder, `padding-${version}`)];
    await copyFile(testJobJar(version), large);
    await writeFile(padding, randomBytes(11 * 1024 * 1024));
    execFileSync("jar", ["--update", "--file", large, "-C", folder, `padding-${version}`]);
    const jar = await uploadJar({ name: "large.jar" }, createReadStream(large), caller);
    expect(jar).toMatchObject({ entryClass: "dev.drey.testjob.TestJob" });
    expect(jar.sizeBytes).toBeGreaterThan(11 * 1024 * 1024);

    const program = { ...wholeProgram, programArguments: ["--name", "with arguments", "--keys", "3"] };
    const { jobId } = await submitJob({ ...cluster, jar: { sha256: jar.sha256 }, ...program }, caller, never);
    await session.untilState(jobId, "RUNNING");
    const listed = async () => (await listClusterJobs(cluster, caller)).jobs.find((job) => job.jobId === jobId);
    await until("its tasks run", async () => (await listed())?.tasksRunning === 2);
    expect(await listed()).toMatchObject({ name: "with arguments", state: "RUNNING" });
    await cancel(jobId);
    await until("it is recorded", async () => (await outcomeOf("job.cancel")) === "done");
  });

  it("saves a job's state, stops it, starts it again from there, and disposes of what was saved", {
    concurrent: false,
  }, async () => {
    const { cluster, caller } = session;
    const first = await session.run("--name counting --keys 1 --rate 50");
    await session.untilState(first, "RUNNING");
    await until("it has counted", async () => /count=[4-9]\d /.test(await session.taskManagerLog()));

    const taken = await ended((await triggerSavepoint({ ...cluster, jobId: first, ...canonical }, caller)).id);
    expect(taken).toMatchObject({ kind: "savepoint", state: "completed", jobName: "counting" });
    expect((await caller.flink(cluster).job(first)).state).toBe("RUNNING");

    const impossible = { ...canonical, directory: "file:///proc/nowhere", drain: false };
    const failed = await ended((await stopJob({ ...cluster, jobId: first, ...impossible }, caller)).id);
    expect(failed).toMatchObject({ state: "failed", reason: expect.stringMatching(/The job runs on\.$/) });
    await until("the failed stop is recorded", async () => (await outcomeOf("job.stop")) === "failed");

    const stopped = await ended((await stopJob({ ...cluster, jobId: first, ...canonical, drain: false }, caller)).id);
    expect(stopped).toMatchObject({ kind: "stop", state: "completed", path: expect.stringMatching(/^file:\/state\//) });
    expect((await caller.flink(cluster).job(first)).state).toBe("FINISHED");

    const before = (await session.taskManagerLog()).length;
    const second = await session.run("--name counting --keys 1", { savepoint: stopped.path ?? "" });
    await session.untilState(second, "RUNNING");
    const since = async () => (await session.taskManagerLog()).slice(before);
    await until("it counts on", async () => /record key=0 count=\d+/.test(await since()));
    expect(Number(/record key=0 count=(\d+)/.exec(await since())?.[1])).toBeGreaterThan(40);
    const { restored } = await readJobCheckpoints({ ...cluster, jobId: second }, caller);
    expect(restored).toMatchObject({ isSavepoint: true, path: stopped.path });
    await cancel(second);

    const path = taken.path ?? "";
    expect(await disposeSavepoint({ ...cluster, path }, caller)).toEqual({ path });
    expect((await readSavepoint({ id: taken.id }, caller)).state).toBe("disposed");
    expect(await failureOf(disposeSavepoint({ ...cluster, path }, caller))).toMatchObject({ kind: "flink-rejected" });
  });

  it("finds what made a job fail, its root cause first", { concurrent: false }, async () => {
    const { cluster, caller } = session;
    const jobId = await session.run("--name failing --fail-after 5 --rate 50");
    const exceptions = async () => (await listJobExceptions({ ...cluster, jobId }, caller)).exceptions;
    await until("it has failed", async () => (await exceptions()).length > 0);
    expect((await exceptions())[0]?.causes[0]).toMatchObject({
      className: "java.lang.IllegalStateException",
      message: expect.stringMatching(/told to fail after 5 records/),
    });
    await cancel(jobId);
  });

  it("rescales a job where the scheduler is adaptive, and says so where it is not", { concurrent: false }, async () => {
    const { cluster, caller } = session;
    const jobId = await session.run("--name scaling --checkpoint-interval 1000", { parallelism: 1 });
    await session.untilState(jobId, "RUNNING");
    const address = { ...cluster, jobId };
    expect((await readJob(address, caller)).adaptive).toBe(adaptive);
    if (adaptive) {
      const { vertices } = await readParallelism(address, caller, never);
      const wider = vertices.map(({ vertexId }) => ({ vertexId, lowerBound: 1, upperBound: 2 }));
      await changeParallelism({ ...address, vertices: wider }, caller);
      const widths = async () => (await caller.flink(cluster).job(jobId)).vertices.map((vertex) => vertex.parallelism);
      await until("it runs twice as wide", async () => (await widths()).every((width) => width === 2));
    } else {
      expect(await failureOf(readParallelism(address, caller, never))).toMatchObject({ kind: "flink-rejected" });
    }
    await cancel(jobId);
  });

  it("says that slots are full", { concurrent: false }, async () => {
    const { cluster, caller } = session;
    const first = await session.run("--name filling", { parallelism: 2 });
    await until("the slots are full", async () => (await caller.flink(cluster).overview()).slotsAvailable === 0);
    const second = await session.run("--name waiting", { parallelism: 1 });
    const exceptions = async () => (await listJobExceptions({ ...cluster, jobId: second }, caller)).exceptions;
    await until("the second one says why it waits", async () => (await exceptions()).length > 0);
    expect((await exceptions())[0]?.causes.map(({ className }) => className)).toContainEqual(
      expect.stringMatching(/NoResourceAvailableException$/),
    );
    if (!adaptive) await cancel(second);
    await cancel(first);
  });

  it("follows a stop to its end that another console had begun", { concurrent: false }, async () => {
    const { cluster, caller } = session;
    const jobId = await session.run("--name orphan --snapshot-delay 2000");
    await until("its tasks run", async () => (await readJob({ ...cluster, jobId }, caller)).job.tasksRunning === 2);
    // What a console leaves that ends between its request to Flink and its note of Flink's answer.
    const id = randomBytes(16).toString("hex");
    const facts = {
      kind: "stop",
      jobId,
      jobName: "orphan",
      directory: state,
      format: "CANONICAL",
      drain: false,
    } as const;
    await caller.savepoints.add({ id, ...cluster, ...facts, state: "asked", askedAt: new Date() });
    await caller.flink(cluster).stopWithSavepoint(jobId, { ...canonical, drain: false, triggerId: id });

    const restarted = await namespace.as({});
    await listSavepoints(
      { context: cluster.context, limit: 10 },
      { ...restarted.caller, savepoints: caller.savepoints },
    );
    expect(await ended(id)).toMatchObject({ state: "completed", path: expect.stringMatching(/^file:\/state\//) });
    expect((await caller.flink(cluster).job(jobId)).state).toBe("FINISHED");
  });

  it("never calls a stop done whose JobManager was killed in the middle", { concurrent: false }, async () => {
    const { cluster, caller } = session;
    const jobId = await session.run("--name killed --snapshot-delay 30000 --checkpoint-interval 0");
    await until("its tasks run", async () => (await readJob({ ...cluster, jobId }, caller)).job.tasksRunning === 2);
    const { id, state: first } = await stopJob({ ...cluster, jobId, ...canonical, drain: false }, caller);
    expect(first).toBe("in-progress");
    await sleep(1_000);
    const door = caller.kubernetes(cluster.context);
    const labelSelector = `app=${cluster.clusterId},component=jobmanager`;
    const { items } = await door.list("Pod", cluster.namespace, { labelSelector });
    for (const { metadata } of items) await door.delete("Pod", cluster.namespace, metadata?.name ?? "");
    const read = () => readSavepoint({ id }, caller);
    await until("its end is known", async () => (await read()).state !== "in-progress", 120_000);
    expect(await read()).toMatchObject({
      state: "unknown",
      path: undefined,
      reason: expect.stringMatching(/not known/),
    });
    await until("it is recorded", async () => (await outcomeOf("job.stop")) === "failed");
  });
});
