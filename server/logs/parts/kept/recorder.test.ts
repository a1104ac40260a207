import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type StreamItem, streamItem, streamLogsOperation } from "../../schema.ts";
import { streamLogs } from "../../stream-logs.ts";
import { FakeCluster } from "../fake-cluster.ts";
import { Recorder } from "./recorder.ts";

const cluster = { context: "here", namespace: "flink", clusterId: "first" };
const at = (ms: number) => `2026-11-24T23:${new Date(ms).toISOString().slice(14, 23)}000000Z`;
const line = (ms: number, text: string) => `${at(ms)} 2026-11-24 23:11:02,123 INFO  a.b.C [] - ${text}`;
const limits = { clusterBytes: 1e9, totalBytes: 1e9, ageMs: 1e9 };

let root = "";
let running: AbortController[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "drey-recorder-"));
});
afterEach(async () => {
  for (const each of running) each.abort();
  running = [];
  await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
});

/** A console that keeps logs until it is stopped. */
async function startConsole(kubernetes: FakeCluster) {
  const stop = new AbortController();
  running.push(stop);
  const recorder = new Recorder({ root, limits, caller: kubernetes.caller, signal: stop.signal });
  await recorder.start();
  recorder.watch("here");
  return { recorder, stop: () => stop.abort() };
}

/** Everything that a view of the cluster holds now, kept and live. */
async function readAll(kubernetes: FakeCluster, body: object = {}): Promise<StreamItem[]> {
  const request = { ...streamLogsOperation.body.parse({ follow: false, ...body }), ...cluster };
  const times = { hold: 20, quiet: 150, connecting: 2_000, opening: 200 };
  let text = "";
  const { signal } = new AbortController();
  for await (const chunk of streamLogs(request, kubernetes.caller, signal, { times, keptRoot: root })) text += chunk;
  const lines = text.split("\n").filter((each) => each !== "");
  return lines.map((each) => streamItem.parse(JSON.parse(each)));
}

const messages = (items: readonly StreamItem[]) =>
  items.flatMap((item) =>
    item.type === "record" ? item.line.slice(item.messageAt) : item.type === "gap" ? "(gap)" : [],
  );

const until = (condition: () => Promise<boolean>) =>
  expect.poll(condition, { timeout: 5_000, interval: 50 }).toBe(true);

describe("Recorder", () => {
  it("keeps the log of a pod that is gone, beside those that are there", async () => {
    const kubernetes = new FakeCluster();
    kubernetes.addPod("jm");
    kubernetes.addPod("tm");
    kubernetes.print("jm", line(1, "a"));
    kubernetes.print("tm", line(2, "b"));
    await startConsole(kubernetes);
    await expect.poll(() => kubernetes.open).toBe(2);
    kubernetes.print("tm", line(3, "last words"));
    kubernetes.deletePod("tm");
    await until(async () => messages(await readAll(kubernetes)).includes("last words"));
    kubernetes.print("jm", line(4, "d"));
    expect(messages(await readAll(kubernetes))).toEqual(["a", "b", "last words", "d"]);
    expect(messages(await readAll(kubernetes, { text: "WORDS", pods: ["tm"] }))).toEqual(["last words"]);
  });

  it("keeps every pod of a cluster that comes up at once", async () => {
    const kubernetes = new FakeCluster();
    const pods = Array.from({ length: 12 }, (_, index) => `tm-${index}`);
    for (const pod of pods) kubernetes.addPod(pod);
    await startConsole(kubernetes);
    await expect.poll(() => kubernetes.open).toBe(pods.length);
  });

  it("goes on after it was killed: no line twice, none missing", async () => {
    const kubernetes = new FakeCluster();
    kubernetes.addPod("jm");
    kubernetes.print("jm", line(1, "a"), line(1, "b"));
    const first = await startConsole(kubernetes);
    await until(async () => (await readAll(kubernetes)).length > 2 && kubernetes.open > 0);
    await new Promise((resolve) => setTimeout(resolve, 600)); // written to disk
    first.stop();
    kubernetes.print("jm", line(1, "c"), line(2, "d"));
    await startConsole(kubernetes);
    kubernetes.print("jm", line(3, "e"));
    await new Promise((resolve) => setTimeout(resolve, 700));
    kubernetes.deletePod("jm");
    await until(async () => messages(await readAll(kubernetes)).length >= 5);
    expect(messages(await readAll(kubernetes))).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("says what it missed while it was not running", async () => {
    const kubernetes = new FakeCluster();
    kubernetes.addPod("gone");
    kubernetes.addPod("rotated");
    kubernetes.print("gone", line(1_000, "a"));
    kubernetes.print("rotated", line(1_500, "b"));
    const first = await startConsole(kubernetes);
    await until(async () => (await readAll(kubernetes)).length > 2 && kubernetes.open >= 2);
    await new Promise((resolve) => setTimeout(resolve, 600));
    first.stop();
    kubernetes.print("gone", line(2_000, "never seen"));
    kubernetes.deletePod("gone");
    kubernetes.rotate("rotated");
    kubernetes.print("rotated", line(9_000, "c"));
    await startConsole(kubernetes);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const items = await readAll(kubernetes);
    expect(messages(items).filter((each) => each !== "(gap)")).toEqual(["a", "b", "c"]);
    expect(items.filter((item) => item.type === "gap")).toMatchObject([
      { pod: "gone", from: at(1_000), reason: "not-watched" },
      { pod: "rotated", from: at(1_500), to: at(9_000), reason: "rotated" },
    ]);
  });

  it("begins and ends with the switch of its cluster", async () => {
    const kubernetes = new FakeCluster();
    kubernetes.addPod("jm");
    const { recorder } = await startConsole(kubernetes);
    await expect.poll(() => kubernetes.open).toBe(1);
    await recorder.keep(cluster, false);
    await expect.poll(() => kubernetes.open).toBe(0);
    await recorder.keep(cluster, true);
    await expect.poll(() => kubernetes.open).toBe(1);
  });

  it("closes its streams when the console ends", async () => {
    const kubernetes = new FakeCluster();
    kubernetes.addPod("jm");
    const { stop } = await startConsole(kubernetes);
    await expect.poll(() => kubernetes.open).toBe(1);
    stop();
    await expect.poll(() => kubernetes.open).toBe(0);
  });
});
