import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestNamespace, testNamespace, until } from "../test-namespace.ts";
import { targetsOf } from "./parts/container-target.ts";
import { followContainer } from "./parts/follow-container.ts";
import { KeepingReader } from "./parts/kept/keeping-reader.ts";
import { KeptWriter } from "./parts/kept/kept-writer.ts";
import { readKept } from "./parts/kept/read-kept.ts";
import { Recorder } from "./parts/kept/recorder.ts";
import { podLogSource } from "./parts/pod-log-source.ts";
import { streamItem, streamLogsOperation } from "./schema.ts";
import { streamLogs } from "./stream-logs.ts";

const clusterId = "loud";
const pod = "loud-taskmanager-1-1";
const lines = 320_000;
/** 160 MB in numbered lines of 500 bytes, 4 MB a second: the kubelet begins a new file every ten seconds. */
const script =
  'my $next = time; for my $n (1..$ARGV[0]) { printf("%08d %s\\n", $n, "x" x 490); if ($n % 800 == 0) { STDOUT->flush(); ' +
  "$next += 0.1; my $left = $next - time; sleep($left) if $left > 0 } } STDOUT->flush();";

let namespace: TestNamespace;
let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "drey-loud-"));
  namespace = await testNamespace();
  await namespace.door.create("Pod", namespace.name, {
    metadata: { name: pod, labels: { type: "flink-native-kubernetes", app: clusterId, component: "taskmanager" } },
    spec: {
      restartPolicy: "Never",
      terminationGracePeriodSeconds: 0,
      automountServiceAccountToken: false,
      containers: [
        {
          name: "flink-main-container",
          image: "flink:2.3.0",
          imagePullPolicy: "IfNotPresent",
          command: ["perl", "-MTime::HiRes=time,sleep", "-e", script, String(lines)],
        },
      ],
    },
  });
  await until("the pod runs", async () => (await readPod()).status?.phase === "Running");
});
afterAll(async () => {
  await namespace[Symbol.asyncDispose]();
  await rm(root, { recursive: true, force: true });
});

const readPod = () => namespace.door.read("Pod", namespace.name, pod);

interface Account {
  readonly seen: number[];
  /** Numbers before which lines are missing and a gap says so. */
  readonly told: Map<number, string>;
}

/** Every number once and in order, and a gap wherever one is missing. */
function checkAccount({ seen, told }: Account): void {
  for (const [index, number] of seen.entries()) {
    const before = seen[index - 1] ?? 0;
    expect(number, "comes after the one before it").toBeGreaterThan(before);
    if (number > before + 1)
      expect(told.has(number), `says that ${before + 1} to ${number - 1} are missing`).toBe(true);
  }
}

describe("the log of a pod that writes 160 MB", () => {
  it("is kept, with every line once and every gap said, whether it is read in time or not", {
    timeout: 120_000,
  }, async () => {
    const stop = new AbortController();
    try {
      const recorder = new Recorder({
        root,
        limits: { clusterBytes: 1e9, totalBytes: 1e9, ageMs: 1e9 },
        caller: namespace.caller,
        signal: stop.signal,
      });
      await recorder.start();
      recorder.watch(namespace.context);
      const slow = followSlowly(join(root, "slow"), stop.signal);
      slow.catch(() => undefined); // heard below
      await until("the pod has written all", async () => (await readPod()).status?.phase === "Succeeded", 90_000);
      await sleep(3_000);
      const kept = await readView();
      checkAccount(kept);
      expect(kept.seen.at(-1)).toBe(lines);
      expect(kept.seen.length).toBeGreaterThan(lines / 2);
      stop.abort();
      const late = await slow;
      checkAccount(late);
      expect([...late.told.values()]).toContain("too-fast");
    } finally {
      stop.abort();
    }
  });
});

/** What a view of all that was kept and all that is there holds. */
async function readView(): Promise<Account> {
  const address = { context: namespace.context, namespace: namespace.name, clusterId };
  const request = { ...streamLogsOperation.body.parse({ follow: false }), ...address };
  const account: Account = { seen: [], told: new Map() };
  let rest = "";
  let gap = "";
  const { signal } = new AbortController();
  for await (const chunk of streamLogs(request, namespace.caller, signal, { keptRoot: root })) {
    const items = (rest + chunk).split("\n");
    rest = items.pop() ?? "";
    for (const text of items) {
      const item = streamItem.parse(JSON.parse(text));
      if (item.type === "gap") gap = item.reason;
      if (item.type === "record") gap = take(account, [item.line, ...(item.more ?? [])], gap);
    }
  }
  return account;
}

function take({ seen, told }: Account, texts: readonly string[], gap: string): string {
  for (const text of texts) {
    const number = Number(text.slice(0, 8));
    // A new file may begin with the rest of a line whose beginning is in the former one, which was passed over.
    if (Number.isNaN(number) && gap !== "") continue;
    if (Number.isNaN(number)) throw new Error(`${JSON.stringify(text.slice(0, 200))} comes after ${seen.at(-1)}`);
    if (gap !== "" && seen.length > 0) told.set(number, gap);
    seen.push(number);
    gap = "";
  }
  return gap;
}

/** Waits until the kubelet has begun a new file twice. */
async function twoRotations(signal: AbortSignal): Promise<void> {
  const starts = new Set<string>();
  while (starts.size < 3 && !signal.aborted) {
    const head = await namespace.door.podLog(namespace.name, pod, { limitBytes: 30 }, signal);
    for await (const bytes of head) starts.add(Buffer.from(bytes).toString("latin1", 0, 30));
    await sleep(500);
  }
}

/** Follows the log as a console does that gets no time while the kubelet begins two new files, into a folder. */
async function followSlowly(folder: string, signal: AbortSignal): Promise<Account> {
  const [target] = targetsOf(await readPod(), "*");
  if (target === undefined) throw new Error("the pod has no container");
  const writer = await KeptWriter.open(folder, { ...target, role: "taskmanager", ended: false });
  const reader = new KeepingReader(writer);
  let stall: Promise<unknown> | undefined;
  const arrived = async () => {
    await reader.drain();
    if (writer.cursor === undefined) return;
    stall ??= twoRotations(signal);
    await stall;
  };
  const listener = { connecting: () => undefined, arrived, unreachable: () => reader.drain() };
  const options = { target, follow: true, previous: false };
  await followContainer(podLogSource(namespace.door, namespace.name, target), reader, options, listener, signal).catch(
    (error: unknown) => {
      if (!signal.aborted) throw error;
    },
  );
  await reader.drain();
  await writer.flush();
  const account: Account = { seen: [], told: new Map() };
  let text = "";
  for await (const bytes of readKept(folder, "")) text += Buffer.from(bytes).toString();
  let gap = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("!gap ")) gap = String(/"reason":"([a-z-]+)"/.exec(line)?.[1]);
    else if (line !== "") gap = take(account, [line.slice(31)], gap);
  }
  return account;
}
