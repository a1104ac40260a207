import { describe, expect, it } from "vitest";
import type { FlinkAnswer, FlinkRequest } from "./flink-requests.ts";
import { openFlinkRestDoor } from "./open-flink-rest-door.ts";
import { recordedText } from "./recorded/read-recorded.ts";

const cluster = { context: "test", namespace: "ns", clusterId: "dev" };

/** A door whose JobManager gives these answers in turn, the last one again and again; it notes what it was asked. */
function doorTo(...answers: readonly (readonly [status: number, body: string])[]) {
  const asked: (FlinkRequest & { service: string; port: string })[] = [];
  const proxyService = async (
    _ns: string,
    service: string,
    port: string,
    request: FlinkRequest,
  ): Promise<FlinkAnswer> => {
    const [status, body] = answers[Math.min(asked.length, answers.length - 1)] ?? [500, ""];
    asked.push({ ...request, service, port });
    return { status, headers: {}, body: chunksOf(body) };
  };
  return { door: openFlinkRestDoor({ proxyService }, cluster), asked };
}

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += 1000) yield Buffer.from(text.slice(at, at + 1000));
}

describe("the door to a JobManager of Flink 2.3.0", () => {
  it("reads the overview", async () => {
    const { door, asked } = doorTo([200, recordedText("2.3.0", "overview")]);
    expect(await door.overview()).toMatchObject({ flinkVersion: "2.3.0", slotsTotal: 2, slotsAvailable: 1 });
    expect(asked).toMatchObject([{ method: "GET", path: "/overview", service: "dev-rest", port: "rest" }]);
  });

  it("reads jobs, and gives a running job no end", async () => {
    const { door } = doorTo([200, recordedText("2.3.0", "jobs-overview")]);
    const [job] = await door.jobs();
    expect(job).toMatchObject({ name: "CarTopSpeedWindowingExample", state: "RUNNING", tasksRunning: 2 });
    expect(job?.endTime).toBeUndefined();
  });

  it("reads TaskManagers by their pods' names", async () => {
    const { door } = doorTo([200, recordedText("2.3.0", "taskmanagers")]);
    expect(await door.taskManagers()).toMatchObject([{ id: "dev-taskmanager-1-1", slotsTotal: 2, slotsFree: 1 }]);
  });

  it("encodes a job's id, whatever it is", async () => {
    const { door, asked } = doorTo([202, "{}"]);
    await door.cancelJob("../overview?x=");
    expect(asked[0]).toMatchObject({ method: "PATCH", path: "/jobs/..%2Foverview%3Fx%3D?mode=cancel" });
  });
});

describe("failures", () => {
  it("names what is not there", async () => {
    const { door } = doorTo([404, recordedText("2.3.0", "error-no-such-job")]);
    await expect(door.cancelJob("0bba")).rejects.toMatchObject({
      failure: { kind: "not-found", resource: "job 0bba" },
    });
  });

  it("gives one line of Flink's error, never its stack", async () => {
    const { door } = doorTo([400, recordedText("2.3.0", "error-bad-job-id")]);
    await expect(door.cancelJob("xx")).rejects.toMatchObject({
      failure: {
        kind: "flink-rejected",
        detail: 'Cannot resolve path parameter (jobid) from value "xx".',
      },
    });
  });

  it("takes a missing Service for a missing cluster", async () => {
    const { door } = doorTo([404, recordedText("2.3.0", "kubernetes-no-service")]);
    await expect(door.jobs()).rejects.toMatchObject({ failure: { kind: "not-found", resource: /dev/ } });
  });

  it("asks once more when no JobManager was there, and no more than that", async () => {
    const status = JSON.stringify({ kind: "Status", code: 503, reason: "ServiceUnavailable" });
    const once = doorTo([503, status], [200, recordedText("2.3.0", "overview")]);
    expect(await once.door.overview()).toMatchObject({ taskManagers: 1 });
    const never = doorTo([503, status]);
    await expect(never.door.overview()).rejects.toMatchObject({
      failure: { kind: "flink-unreachable", clusterId: "dev" },
    });
    expect(never.asked).toHaveLength(2);
  });

  it("never repeats a change", async () => {
    const { door, asked } = doorTo([503, ""]);
    await expect(door.cancelJob("a")).rejects.toMatchObject({ failure: { kind: "flink-unreachable" } });
    expect(asked).toHaveLength(1);
  });

  it("refuses an answer of unknown form", async () => {
    const { door } = doorTo([200, '{"jobs": [{"jid": 7}]}']);
    await expect(door.jobs()).rejects.toMatchObject({ failure: { kind: "flink-rejected" } });
  });

  it("stops reading an endless answer", async () => {
    async function* endless() {
      for (;;) yield new Uint8Array(1024 * 1024);
    }
    const proxyService = async () => ({ status: 200, headers: {}, body: endless() });
    const door = openFlinkRestDoor({ proxyService }, cluster);
    await expect(door.jobs()).rejects.toMatchObject({ failure: { kind: "too-large", limit: "16 MiB" } });
  });

  it("rejects with the caller's reason when the caller goes", async () => {
    const gone = new AbortController();
    const proxyService = (_n: string, _s: string, _p: string, _r: FlinkRequest, signal?: AbortSignal) =>
      new Promise<FlinkAnswer>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    const asked = openFlinkRestDoor({ proxyService }, cluster).jobs(gone.signal);
    gone.abort(new Error("tab closed"));
    await expect(asked).rejects.toThrow("tab closed");
  });
});
