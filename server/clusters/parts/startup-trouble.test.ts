import { expect, it } from "vitest";
import type { EventView } from "../cluster-view.schema.ts";
import type { LogTail } from "../startup.schema.ts";
import type { ClusterObjects, Pod } from "./cluster-objects.ts";
import { sampleConfigMap, sampleDeployment, sampleOverview, samplePod, startedAt } from "./sample-objects.ts";
import { type StartupEvidence, startupTrouble } from "./startup-trouble.ts";

const start = Date.parse(startedAt);

const answering = { kind: "answers", at: start, overview: sampleOverview } as const;

// Messages below are what a Kubernetes 1.34 with containerd has said, names shortened.
interface Seen extends Partial<Omit<StartupEvidence, "objects">> {
  readonly pods?: readonly Pod[];
  readonly condition?: string;
}

function evidence({ pods = [], condition, ...more }: Seen): StartupEvidence {
  const failure = { type: "ReplicaFailure", status: "True", reason: "FailedCreate", message: condition ?? "" };
  const objects: ClusterObjects = {
    namespace: "shop",
    clusterId: "orders",
    deployment: sampleDeployment(condition === undefined ? {} : { status: { conditions: [failure] } }),
    pods,
    services: [],
    configMaps: [sampleConfigMap("flink-config-orders", { owned: true })],
  };
  return { application: false, events: [], rest: { kind: "unknown" }, now: start + 5_000, ...more, objects };
}

const troubleOf = (seen: Seen) => startupTrouble(evidence(seen));
const event = (reason: string, message: string, count = 1): EventView => ({
  at: start,
  count,
  type: "Warning",
  reason,
  message,
  object: { kind: "Pod", name: "jobmanager" },
});
const unplaced = (message: string, reason = "Unschedulable") =>
  samplePod({
    status: {
      phase: "Pending",
      containerStatuses: [],
      conditions: [{ type: "PodScheduled", status: "False", reason, message }],
    },
  });
const waiting = (reason: string, message = "", image = "flink:9") =>
  samplePod({ container: { image, imageID: "", ready: false, state: { waiting: { reason, message } } } });
const ended = (exitCode: number, more: { reason?: string; message?: string } = {}, restartCount = 1) =>
  samplePod({
    container: {
      ready: false,
      restartCount,
      state: { waiting: { reason: "CrashLoopBackOff" } },
      lastState: { terminated: { exitCode, ...more } },
    },
  });
const log = (...lines: string[]): LogTail => ({
  pod: "jobmanager",
  container: "flink-main-container",
  previous: true,
  lines,
});
const preemption = " no new claims to deallocate, preemption: 0/9 nodes are available: 9 Preemption is not helpful.";

it.each<[string, Seen, string, string]>([
  [
    "a quota that is used up",
    {
      condition:
        'pods "orders-1" is forbidden: exceeded quota: team, requested: requests.memory=1000Mi,pods=1, used: requests.memory=4Gi,pods=5, limited: requests.memory=4Gi,pods=5',
    },
    "quota-exceeded",
    "requests.memory: the pod asks for 1000 MiB, 4 GiB of 4 GiB are used; pods: the pod asks for 1, 5 of 5 are used.",
  ],
  [
    "a LimitRange",
    { condition: 'pods "o" is forbidden: maximum memory usage per Container is 500Mi, but limit is 1000Mi' },
    "limit-range",
    "The namespace allows at most 500 MiB of memory for a container, this one has 1000 MiB.",
  ],
  [
    "a LimitRange's ratio",
    { condition: 'pods "o" is forbidden: cpu max limit to request ratio per Container is 4, but provided ratio is 20' },
    "limit-range",
    "The namespace allows a cpu limit of at most 4 times the request.",
  ],
  [
    "a missing service account",
    {
      condition: 'pods "o" is forbidden: error looking up service account shop/flink: serviceaccount "flink" not found',
    },
    "service-account-missing",
    "Service account flink does not exist.",
  ],
  [
    "the namespace's security policy",
    { condition: 'pods "o" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true' },
    "pod-refused",
    "The namespace's security policy restricted:latest refuses the pod.",
  ],
  [
    "what nobody foresaw",
    { condition: 'admission webhook "policy.example" denied the request: no' },
    "pod-refused",
    "The API server refuses the pod.",
  ],
  [
    "too little memory on the nodes",
    {
      pods: [
        unplaced(
          `0/9 nodes are available: 2 node(s) had untolerated taint {a: b}, 7 Insufficient memory.${preemption}`,
        ),
      ],
    },
    "unschedulable",
    "No node has 4 GiB of memory free. 9 nodes were looked at: 2 with a taint that it does not tolerate, 7 with too little memory free.",
  ],
  [
    "a node selector that nothing has",
    { pods: [unplaced(`0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.${preemption}`)] },
    "unschedulable",
    "No node has the labels that the pod asks for.",
  ],
  [
    "a claim that is not there",
    { pods: [unplaced('0/1 nodes are available: 1 persistentvolumeclaim "state" not found.')] },
    "unschedulable",
    "A volume of the pod is not ready.",
  ],
  [
    "a scheduling gate",
    { pods: [unplaced("Scheduling is blocked due to non-empty scheduling gates", "SchedulingGated")] },
    "unschedulable",
    "The pod is held back by a scheduling gate.",
  ],
  [
    "a Secret that is mounted and missing",
    {
      pods: [waiting("ContainerCreating")],
      events: [event("FailedMount", 'MountVolume.SetUp failed for volume "s3-volume" : secret "s3" not found', 7)],
    },
    "secret-missing",
    "Secret s3 does not exist in the namespace. The pod mounts it as volume s3-volume",
  ],
  [
    "a Secret without the key of a variable",
    { pods: [waiting("CreateContainerConfigError", "couldn't find key password in Secret shop/s3")] },
    "secret-missing",
    "Secret s3 has no key password.",
  ],
  [
    "a ConfigMap of a variable that is missing",
    { pods: [waiting("CreateContainerConfigError", 'configmap "settings" not found')] },
    "config-map-missing",
    "ConfigMap settings does not exist in the namespace.",
  ],
  [
    "an image without that tag",
    {
      pods: [
        waiting(
          "ImagePullBackOff",
          'Back-off pulling image "flink:9": ErrImagePull: rpc error: code = NotFound desc = docker.io/library/flink:9: not found',
        ),
      ],
    },
    "image-not-found",
    "Image flink:9 does not exist in its registry.",
  ],
  [
    "an image that asks for a login, told by an event alone",
    {
      pods: [waiting("ImagePullBackOff", 'Back-off pulling image "flink:9"')],
      events: [
        event("BackOff", 'Back-off pulling image "flink:9"'),
        event(
          "Failed",
          'Failed to pull image "flink:9": pull access denied, repository does not exist or may require authorization',
        ),
      ],
    },
    "image-forbidden",
    "The registry does not give out image flink:9.",
  ],
  [
    "a registry out of reach",
    { pods: [waiting("ErrImagePull", "failed to do request: Head: dial tcp: lookup r.invalid: i/o timeout")] },
    "registry-unreachable",
    "The node does not reach the registry of image flink:9.",
  ],
  [
    "a memory kill",
    { pods: [ended(137, { reason: "OOMKilled" }, 3)], log: log("last words") },
    "out-of-memory",
    "The JobManager was killed: it used more memory than its memory limit, 3 times.",
  ],
  [
    "a kill from outside",
    { pods: [ended(137, { reason: "Error" })] },
    "killed",
    "The JobManager was killed from outside (exit code 137).",
  ],
  [
    "a program that is not there",
    {
      pods: [
        ended(128, {
          reason: "StartError",
          message: 'runc create failed: exec: "/entry.sh": no such file or directory',
        }),
      ],
    },
    "container-refused",
    "The image has no program /entry.sh.",
  ],
  [
    "a crash, by the last cause in its log",
    {
      pods: [ended(1)],
      log: log(
        "2026-05-04 12:00:03,734 ERROR o.a.f.Entrypoint [] - Fatal error",
        "java.lang.RuntimeException: outer",
        "\tat a.b.C.d(C.java:1)",
        "Caused by: java.nio.file.NoSuchFileException: /opt/flink/usrlib/job.jar",
        "\t... 27 more",
        "2026-05-04 12:00:03,737 INFO  o.a.f.BlobServer [] - Stopped BLOB server",
        "WARNING: System::setSecurityManager will be removed",
      ),
    },
    "crash-loop",
    "Its log ends with: NoSuchFileException: /opt/flink/usrlib/job.jar",
  ],
  [
    "a right that the JobManager's log names",
    {
      pods: [ended(239)],
      log: log(
        'Caused by: io.fabric8.KubernetesClientException: Message: pods is forbidden: User "system:serviceaccount:shop:flink" cannot list resource "pods" in API group "" in the namespace "shop".',
        "INFO Stopped BLOB server",
      ),
    },
    "rights-missing",
    "Service account flink may not list pods.",
  ],
  [
    "a right that an access review denies",
    { pods: [samplePod()], mayCreatePods: false },
    "rights-missing",
    "Service account flink may not create pods.",
  ],
  [
    "a probe that never succeeds",
    {
      pods: [samplePod({ status: { conditions: [{ type: "Ready", status: "False" }] } })],
      events: [event("Unhealthy", "Readiness probe failed: ", 12)],
    },
    "not-ready",
    "The pod's readiness probe fails, 12 times so far.",
  ],
  [
    "a REST that stays silent",
    { pods: [samplePod()], rest: { kind: "silent", since: start }, now: start + 150_000 },
    "rest-silent",
    "The JobManager runs since 2 min and its REST does not answer.",
  ],
])("explains %s", (_, seen, code, text) => {
  const trouble = troubleOf(seen);
  expect(trouble?.code).toBe(code);
  expect(`${trouble?.fact} ${trouble?.why}`).toContain(text);
  expect(trouble?.next.join("")).not.toBe("");
});

it.each<[string, Seen]>([
  ["waits for its first pod", {}],
  [
    "waits for Flink's own ConfigMap, which comes a moment after the pod",
    {
      pods: [waiting("ContainerCreating")],
      events: [
        event("FailedMount", 'MountVolume.SetUp failed for volume "c" : configmap "flink-config-orders" not found'),
      ],
    },
  ],
  ["pulls its image", { pods: [waiting("ContainerCreating")], events: [event("Pulling", 'Pulling image "flink:9"')] }],
  ["was started a moment ago", { pods: [samplePod()], rest: { kind: "silent", since: start }, now: start + 20_000 }],
  ["may be seen but not asked", { pods: [samplePod()], rest: { kind: "forbidden" }, now: start + 900_000 }],
  [
    "has been restarted, and answers by now",
    {
      pods: [ended(1)],
      rest: answering,
    },
  ],
])("finds no fault with a cluster that %s", (_, seen) => {
  expect(troubleOf(seen)).toBeUndefined();
});

it("says of a failing job of an application that the cluster is up and the job is not", () => {
  const job = { name: "settle", state: "RESTARTING", tasks: 2, tasksRunning: 0 };
  expect(troubleOf({ application: true, pods: [samplePod()], rest: answering, job })).toMatchObject({
    code: "job-failed",
    step: "job",
  });
});

it("says of what waits for a TaskManager what its pod waits for: an application until its tasks run, a session always", () => {
  const message = "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.";
  const taskManager = samplePod({
    component: "taskmanager",
    status: {
      phase: "Pending",
      containerStatuses: [],
      conditions: [{ type: "PodScheduled", status: "False", reason: "Unschedulable", message }],
    },
  });
  const job = { name: "settle", state: "RUNNING", tasks: 2, tasksRunning: 0 };
  const seen = { application: true, pods: [samplePod(), taskManager], rest: answering, job };
  expect(troubleOf(seen)).toMatchObject({
    code: "unschedulable",
    step: "job",
    fact: "A TaskManager does not come up. No node has the labels that the pod asks for.",
    next: ["Correct kubernetes.taskmanager.node-selector or the template's affinity, or label a node."],
  });
  expect(troubleOf({ ...seen, job: { ...job, tasksRunning: 2 } })).toBeUndefined();
  expect(troubleOf({ ...seen, application: false, job: undefined })).toMatchObject({ code: "unschedulable" });
});
