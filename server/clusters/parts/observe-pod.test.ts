import { expect, it } from "vitest";
import { observePod } from "./observe-pod.ts";
import { samplePod } from "./sample-objects.ts";

const unplaced = (message: string) => ({
  phase: "Pending",
  containerStatuses: [],
  conditions: [{ type: "PodScheduled", status: "False", reason: "Unschedulable", message }],
});
const waiting = (reason: string, message?: string, more = {}) => ({
  ready: false,
  state: { waiting: { reason, ...(message && { message }) } },
  ...more,
});
const terminated = (exitCode: number, more = {}) => ({ terminated: { exitCode, ...more } });

it.each([
  ["runs", samplePod(), "running", "Running"],
  [
    "is on its way out",
    samplePod({ metadata: { deletionTimestamp: "2026-05-04T13:00:00Z" } }),
    "deleting",
    "Is ending",
  ],
  [
    "fits on no node for its memory",
    samplePod({ status: unplaced("0/9 nodes are available: 7 Insufficient memory, 2 node(s) had untolerated taint.") }),
    "pending",
    "Needs 4 GiB of memory, no node has it",
  ],
  [
    "fits on no node for its CPU",
    samplePod({ status: unplaced("0/1 nodes are available: 1 Insufficient cpu.") }),
    "pending",
    "Needs 0.5 CPU, no node has it",
  ],
  [
    "asks for a device that no node has",
    samplePod({ status: unplaced("0/1 nodes are available: 1 Insufficient nvidia.com/gpu.") }),
    "pending",
    "Needs nvidia.com/gpu, no node has it",
  ],
  [
    "may run on no node",
    samplePod({ status: unplaced("0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.") }),
    "pending",
    "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.",
  ],
  [
    "has an image that is not there",
    samplePod({ container: waiting("ImagePullBackOff", "Back-off pulling image: not found", { image: "flink:9" }) }),
    "failing",
    "Image not found: flink:9",
  ],
  [
    "can't reach its registry",
    samplePod({ container: waiting("ErrImagePull", "dial tcp: i/o timeout", { image: "r.example/flink:9" }) }),
    "failing",
    "Image can't be pulled: r.example/flink:9",
  ],
  [
    "has an image that is no name",
    samplePod({ container: waiting("InvalidImageName", "couldn't parse", { image: "Flink:!" }) }),
    "failing",
    "Not the name of an image: Flink:!",
  ],
  [
    "names a Secret that is not there",
    samplePod({ container: waiting("CreateContainerConfigError", 'secret "s3" not found') }),
    "failing",
    'Container can\'t be made: secret "s3" not found',
  ],
  [
    "crashes again and again, with its last words",
    samplePod({
      container: waiting("CrashLoopBackOff", undefined, {
        restartCount: 7,
        lastState: terminated(1, { message: "at a.b.C\nNoSuchMethodError: x" }),
      }),
    }),
    "failing",
    "Crash loop, 7 restarts: NoSuchMethodError: x",
  ],
  [
    "crashes again and again for want of memory",
    samplePod({
      container: waiting("CrashLoopBackOff", undefined, {
        restartCount: 1,
        lastState: terminated(137, { reason: "OOMKilled" }),
      }),
    }),
    "failing",
    "Crash loop, 1 restart: out of memory",
  ],
  [
    "has ended with an error",
    samplePod({ component: "taskmanager", status: { phase: "Failed" }, container: { state: terminated(2) } }),
    "failing",
    "Ended with exit code 2",
  ],
  [
    "was evicted",
    samplePod({ status: { phase: "Failed", reason: "Evicted", containerStatuses: [] } }),
    "failing",
    "Ended: Evicted",
  ],
  ["is being made", samplePod({ container: waiting("ContainerCreating") }), "starting", "Containers are being made"],
  [
    "was only just created",
    samplePod({ status: { phase: "Pending", containerStatuses: [], conditions: [] } }),
    "starting",
    "Containers are being made",
  ],
])("says so of a pod that %s", (_, pod, state, reason) => {
  expect(observePod(pod)).toMatchObject({ state, reason });
});

it("bounds what a container has written as its last words", () => {
  const lastState = terminated(1, { message: "x".repeat(50_000) });
  const pod = samplePod({ container: waiting("CrashLoopBackOff", undefined, { restartCount: 2, lastState }) });
  expect(JSON.stringify(observePod(pod)).length).toBeLessThan(2_000);
});
