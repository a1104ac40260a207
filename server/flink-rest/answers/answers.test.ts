import { describe, expect, it } from "vitest";
import { recordedText } from "../recorded/read-recorded.ts";
import { checkpointConfiguration, checkpointStatistics } from "./checkpoints.ts";
import { jobManagerConfiguration, taskManagerDetails } from "./cluster.ts";
import { exceptionHistory, failureCause } from "./exceptions.ts";
import { jarList, jarPlan, jarUploaded } from "./jars.ts";
import { jobConfiguration, jobDetails, textOfDescription } from "./job-details.ts";
import { jobsOverview } from "./jobs.ts";
import { operationStatus } from "./savepoints.ts";
import { aggregatedMetrics, flameGraph, vertexBackPressure, vertexDetails, watermarks } from "./vertices.ts";

const recorded = (name: string): unknown => JSON.parse(recordedText("2.3.0", name));

describe("answers of Flink 2.3.0", () => {
  it("reads a job with its plan, operators as lines of text", () => {
    const job = jobDetails.parse(recorded("job"));
    expect(job).toMatchObject({ state: "RUNNING", schedulerType: "Default", endTime: undefined });
    expect(job.plan.nodes[0]).toMatchObject({
      parallelism: 1,
      description: expect.stringMatching(/^Window\(.*\)\n\+- Sink: Print to Std. Out$/),
      inputs: [{ from: "cbc357ccb763df2852fee8c4fc7d55f2", shipStrategy: "HASH" }],
    });
    expect(job.vertices[0]?.metrics).toMatchObject({ writeRecords: 359, busyMs: 419, backPressuredMs: 0 });
  });

  it("reads jobs that have ended, and one that never began", () => {
    const states = jobsOverview
      .parse(recorded("jobs-overview-ended"))
      .map(({ state, endTime }) => [state, endTime !== undefined]);
    expect(states).toContainEqual(["CANCELED", true]);
    expect(states).toContainEqual(["FAILED", true]);
    expect(jobDetails.parse(recorded("job-failed"))).toMatchObject({
      state: "FAILED",
      vertices: [],
      plan: { nodes: [] },
    });
  });

  it("takes «NaN» for not measured", () => {
    const sent = JSON.parse(
      recordedText("2.3.0", "job").replaceAll('"accumulated-busy-time": 419.0', '"accumulated-busy-time": "NaN"'),
    );
    expect(jobDetails.parse(sent).vertices[0]?.metrics.busyMs).toBeUndefined();
  });

  it("reads checkpoints, the newest first", () => {
    const { counts, history, latest } = checkpointStatistics.parse(recorded("checkpoints"));
    expect(counts).toMatchObject({ completed: 8, failed: 1 });
    expect(history[0]).toMatchObject({
      id: 8,
      status: "COMPLETED",
      isSavepoint: false,
      durationMs: 28,
      stateSize: 9685,
    });
    expect(latest.savepoint).toBeUndefined();
    expect(checkpointConfiguration.parse(recorded("checkpoints-config"))).toMatchObject({
      intervalMs: 5000,
      keptOnCancel: false,
    });
  });

  it("reads why a job failed", () => {
    const [entry] = exceptionHistory.parse(recorded("exceptions")).entries;
    expect(entry).toMatchObject({ name: "org.apache.flink.runtime.client.JobInitializationException", concurrent: [] });
  });

  it("reads a vertex, its pressure, watermarks and metrics", () => {
    const [subtask] = vertexDetails.parse(recorded("vertex")).subtasks;
    expect(subtask).toMatchObject({ taskManager: "dev-taskmanager-1-1", status: "RUNNING", attempt: 0 });
    expect(vertexBackPressure.parse(recorded("vertex-backpressure"))).toEqual([
      { subtask: 0, backPressured: 0, idle: 1, busy: 0 },
    ]);
    expect(watermarks.parse(recorded("vertex-watermarks"))).toEqual([{ subtask: 0, watermark: 1795562921379 }]);
    expect(watermarks.parse([{ id: "0.currentInputWatermark", value: "-9223372036854775808" }])).toEqual([]);
    expect(aggregatedMetrics.parse(recorded("subtask-metrics"))[4]).toMatchObject({
      id: "idleTimeMsPerSecond",
      avg: 1000,
    });
    expect(flameGraph.parse(recorded("flamegraph"))).toMatchObject({
      state: "sampled",
      root: { name: "root", value: 100 },
    });
    expect(flameGraph.parse({ endTimestamp: -3 })).toEqual({ state: "waiting", endTime: undefined, root: undefined });
  });

  it("reads what lies in a TaskManager's slots", () => {
    const taskManager = taskManagerDetails.parse(recorded("taskmanager"));
    expect(taskManager.slots).toEqual([{ jobId: "ffa20c21a442651379861d11e573a5e0" }]);
    expect(taskManager.heapUsed).toBeLessThan(taskManager.heapMax ?? 0);
  });

  it("reads jars and the plan of one", () => {
    expect(jarList.parse(recorded("jars"))[0]).toMatchObject({
      name: "flink-examples-streaming-TopSpeedWindowing.jar",
      entryClasses: ["org.apache.flink.streaming.examples.windowing.TopSpeedWindowing"],
    });
    expect(jarUploaded.parse({ filename: "/tmp/web/flink-web-upload/7f_a.jar", status: "success" })).toEqual({
      id: "7f_a.jar",
    });
    expect(jarPlan.parse(recorded("plan")).nodes).toHaveLength(2);
  });

  it("reads what ended a job that failed before it had a history", () => {
    expect(failureCause.parse(recorded("execution-result"))).toMatch(
      /^org\.apache\.flink\.\S+\.NoResourceAvailableException: Not enough resources available for scheduling\.\n/,
    );
    expect(failureCause.parse({ status: { id: "IN_QUEUE" } })).toBeUndefined();
  });

  it("tells how a savepoint ended", () => {
    expect(operationStatus.parse(recorded("savepoint-in-progress"))).toEqual({ state: "in-progress" });
    expect(operationStatus.parse(recorded("savepoint-completed"))).toEqual({
      state: "completed",
      location: "file:/state/savepoints/savepoint-ffa20c-10409dfd9ce9",
    });
    expect(operationStatus.parse(recorded("savepoint-failed"))).toEqual({
      state: "failed",
      reason: "IOException: Failed to create savepoint directory at file:/proc/nope",
    });
  });

  it("reads the configurations", () => {
    expect(jobConfiguration.parse(recorded("job-config"))).toMatchObject({ parallelism: 1, userConfiguration: {} });
    expect(jobManagerConfiguration.parse(recorded("jobmanager-config"))).toMatchObject({
      "kubernetes.cluster-id": "dev",
    });
  });
});

it("makes text of Flink's HTML and nothing else", () => {
  expect(textOfDescription("Map -&gt; Filter<br/>+- Sink &amp;lt;")).toBe("Map -> Filter\n+- Sink &lt;");
});
