import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { FakeCluster } from "./parts/fake-cluster.ts";
import { type StreamItem, type StreamRecord, streamItem, streamLogsOperation } from "./schema.ts";
import { streamLogs } from "./stream-logs.ts";

const address = { context: "here", namespace: "flink", clusterId: "first" };
const at = (ms: number) => `2026-11-24T23:${new Date(ms).toISOString().slice(14, 23)}000000Z`;
const line = (ms: number, text: string, level = "INFO") =>
  `${at(ms)} 2026-11-24 23:11:02,123 ${level.padEnd(5)} a.b.C [] - ${text}`;
const messageOf = (record: StreamRecord) => record.line.slice(record.messageAt ?? 0, record.messageEnd);

let opened: AbortController[] = [];
afterEach(() => {
  for (const controller of opened) controller.abort();
  opened = [];
});

const patient = { hold: 20, quiet: 150, connecting: 2_000, opening: 200 };
/** For many views one after another, of which only each line's coming matters and not when. */
const hasty = { ...patient, quiet: 40, opening: 60 };

/** A view that is open, and what came out of it so far. */
function view(cluster: FakeCluster, body: object = {}, times = patient) {
  const controller = new AbortController();
  opened.push(controller);
  const request = { ...streamLogsOperation.body.parse(body), ...address };
  const chunks = streamLogs(request, cluster.caller, controller.signal, {
    times,
    keptRoot: "/nowhere",
  });
  const items: StreamItem[] = [];
  let rest = "";
  const pull = async () => {
    const { value, done } = await chunks.next();
    const lines = (rest + (value ?? "")).split("\n");
    rest = lines.pop() ?? "";
    items.push(...lines.map((text) => streamItem.parse(JSON.parse(text))));
    return done !== true;
  };
  const records = () => items.filter((item) => item.type === "record");
  return {
    items,
    records,
    messages: () => records().map(messageOf),
    /** Reads on until the condition holds. */
    until: async (condition: () => boolean) => {
      while (!condition() && (await pull()));
    },
    toEnd: async () => {
      while (await pull());
    },
    close: async () => {
      controller.abort();
      await chunks.return(undefined);
    },
  };
}

function clusterOf(pods: Readonly<Record<string, readonly string[]>>): FakeCluster {
  const cluster = new FakeCluster();
  for (const [pod, lines] of Object.entries(pods)) {
    cluster.addPod(pod, "2026-11-24T23:00:00Z");
    cluster.print(pod, ...lines);
  }
  return cluster;
}

describe("streamLogs", () => {
  it("gives the history of all pods in order of time, then says that it is live, then what comes", async () => {
    const cluster = clusterOf({ jm: [line(1, "a"), line(4, "d")], tm: [line(2, "b"), line(3, "c")] });
    const stream = view(cluster);
    await stream.until(() => stream.items.some(({ type }) => type === "live"));
    expect(stream.messages()).toEqual(["a", "b", "c", "d"]);
    cluster.print("tm", line(5, "e"));
    await stream.until(() => stream.records().length === 5);
    expect(stream.records().at(-1)).toMatchObject({ pod: "tm", at: at(5), level: "INFO", logger: "a.b.C" });
  });

  it("keeps a trace with its event, and hostile text as it is", async () => {
    const cluster = clusterOf({
      jm: [line(1, "<script>alert(1)</script> \u001b[31mred", "ERROR"), `${at(1)} \tat a.B`],
    });
    const stream = view(cluster, { follow: false });
    await stream.toEnd();
    expect(stream.records()).toMatchObject([{ level: "ERROR", more: ["\tat a.B"], last: { at: at(1), nth: 1 } }]);
    expect(stream.messages()).toEqual(["<script>alert(1)</script> \u001b[31mred"]);
  });

  it("ends by itself when nothing is followed, with all counts", async () => {
    const cluster = clusterOf({
      jm: [line(1, "a"), line(60_001, "b", "WARN")],
      tm: [line(2, "c"), `${at(9000)} plain`],
    });
    const stream = view(cluster, { follow: false, counts: true, level: "WARN" });
    await stream.toEnd();
    expect(stream.messages()).toEqual(["b"]);
    const counts = stream.items.filter((item) => item.type === "counts");
    expect(counts.at(-1)).toMatchObject({
      read: 4,
      matched: 1,
      levels: { INFO: 2, WARN: 1, NONE: 1 },
      pods: { jm: 2, tm: 2 },
      loggers: { "a.b.C": 3 },
    });
    expect(Object.assign({}, ...counts.map(({ spans }) => spans))).toEqual({
      "2026-11-24T23:00": [0, 0, 0, 2, 0, 0, 1],
      "2026-11-24T23:01": [0, 0, 1, 0, 0, 0, 0],
    });
    expect(stream.items.at(-1)).toEqual({ type: "end" });
  });

  it("finds text with records around it", async () => {
    const cluster = clusterOf({ jm: Array.from({ length: 9 }, (_, index) => line(index, `number ${index}`)) });
    const stream = view(cluster, { follow: false, text: "NUMBER [4]$", regex: true, contextRecords: 1 });
    await stream.toEnd();
    expect(stream.records().map((record) => [messageOf(record), record.context ?? false])).toEqual([
      ["number 3", true],
      ["number 4", false],
      ["number 5", true],
    ]);
  });

  it("refuses an expression that is none, before anything is sent", async () => {
    const stream = view(clusterOf({ jm: [] }), { text: "(", regex: true });
    await expect(stream.toEnd()).rejects.toMatchObject({
      failure: { kind: "request-invalid", issues: [{ field: "text" }] },
    });
  });

  it("refuses who may not read logs", async () => {
    const cluster = clusterOf({ jm: [] });
    cluster.mayReadLogs = false;
    await expect(view(cluster).toEnd()).rejects.toMatchObject({ failure: { kind: "not-permitted" } });
  });

  it("gives only the newest records of history when asked for a tail, and says how many there are before them", async () => {
    const cluster = clusterOf({ jm: Array.from({ length: 50 }, (_, index) => line(index, `${index}`)) });
    const stream = view(cluster, { tail: 3, counts: true });
    await stream.until(() => stream.items.some(({ type }) => type === "live"));
    expect(stream.messages()).toEqual(["47", "48", "49"]);
    expect(stream.items).toContainEqual({ type: "earlier", records: 47 });
  });

  it("gives only the range that is asked for", async () => {
    const cluster = clusterOf({ jm: [0, 1, 2, 3, 4].map((second) => line(second * 1_000, `${second}`)) });
    const stream = view(cluster, { since: "2026-11-24T23:00:01Z", until: "2026-11-24T23:00:03Z" });
    await stream.toEnd();
    expect(stream.messages()).toEqual(["1", "2", "3"]);
  });

  it("lets go of every log as soon as the view is closed", async () => {
    const cluster = clusterOf({ jm: [line(1, "a")], tm: [line(2, "b")], other: [] });
    for (let round = 0; round < 20; round++) {
      const stream = view(cluster, {}, hasty);
      await stream.until(() => stream.records().length === 2);
      expect(cluster.open).toBeGreaterThan(0);
      await stream.close();
      await expect.poll(() => cluster.open, { timeout: 500, interval: 5 }).toBe(0);
    }
  });

  it("tells which pods join and leave, and reads a pod's last words", async () => {
    const cluster = clusterOf({ jm: [line(1, "a")] });
    const stream = view(cluster);
    await stream.until(() => stream.items.some(({ type }) => type === "live"));
    cluster.addPod("tm");
    cluster.print("tm", line(5, "hello"));
    await stream.until(() => stream.records().length === 2);
    cluster.print("tm", line(6, "good-bye"));
    cluster.deletePod("tm");
    await stream.until(() => stream.items.some(({ type }) => type === "left"));
    const told = stream.items.filter(({ type }) => type === "joined" || type === "left");
    expect([told.map(({ type }) => type), stream.messages()]).toEqual([
      ["joined", "left"],
      ["a", "hello", "good-bye"],
    ]);
  });

  it("goes on where a view was closed: nothing twice, nothing lost", async () => {
    const places = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));
    const run = async ([first, second]: [number, number]) => {
      // Three lines share each millisecond, so that a time alone names none of them.
      const lines = Array.from({ length: 12 }, (_, index) => line(Math.floor(index / 3), `${index}`));
      const cluster = clusterOf({
        jm: lines.filter((_, index) => index % 2 === 0),
        tm: lines.filter((_, index) => index % 2),
      });
      const seen: StreamRecord[] = [];
      for (const least of [first, second, 12]) {
        const newest = new Map(seen.map(({ pod, at: time, nth }) => [pod, { pod, at: time, nth }]));
        const stream = view(cluster, { after: [...newest.values()] }, hasty);
        await stream.until(() => seen.length + stream.records().length >= Math.min(12, least));
        await stream.close();
        seen.push(...stream.records());
      }
      expect(
        seen
          .map(messageOf)
          .map(Number)
          .sort((a, b) => a - b),
      ).toEqual(lines.map((_, index) => index));
    };
    await fc.assert(fc.asyncProperty(places, run), { numRuns: 15 });
  });

  it("survives dropped connections in the middle of a line, and refusals for too many requests", async () => {
    const cluster = clusterOf({ jm: [line(1, "a"), line(2, "b")] });
    const stream = view(cluster);
    await stream.until(() => stream.records().length === 2);
    cluster.printPart("jm", line(3, "half a li"));
    cluster.refuseNext(2);
    cluster.cut();
    cluster.printPart("jm", "ne\n");
    cluster.print("jm", line(4, "d"));
    await stream.until(() => stream.records().length === 4);
    expect(stream.messages()).toEqual(["a", "b", "half a line", "d"]);
    expect(stream.items.some(({ type }) => type === "gap")).toBe(false);
  });

  it("says from when to when lines are missing after the kubelet began a new file meanwhile", async () => {
    const cluster = clusterOf({ jm: [line(1_000, "a")] });
    const stream = view(cluster);
    await stream.until(() => stream.records().length === 1);
    cluster.refuseNext(1);
    cluster.cut();
    await expect.poll(() => cluster.open).toBe(0);
    cluster.print("jm", line(2_000, "never read"));
    cluster.rotate("jm");
    cluster.print("jm", line(9_000, "b"));
    await stream.until(() => stream.records().length === 2);
    expect(stream.items.find(({ type }) => type === "gap")).toMatchObject({
      pod: "jm",
      from: at(1_000),
      to: at(9_000),
    });
  });

  it("says that the beginning is gone when the kubelet has the newest file only", async () => {
    const cluster = clusterOf({ jm: [line(60_000, "a")] });
    for (const body of [{}, { since: "2026-11-24T23:00:10Z" }]) {
      const stream = view(cluster, { ...body, follow: false });
      await stream.toEnd();
      expect(stream.items.map(({ type }) => type)).toEqual(["gap", "record", "end"]);
      expect(stream.items[0]).toMatchObject({ reason: "rotated", to: at(60_000) });
    }
  });

  it("crosses a restart of the container: the end of the old run first, then the new one", async () => {
    const cluster = clusterOf({ jm: [line(1_000, "a")] });
    const stream = view(cluster);
    await stream.until(() => stream.records().length === 1);
    cluster.refuseNext(1);
    cluster.cut();
    cluster.print("jm", line(2_000, "last words"));
    cluster.restart("jm", "2026-11-24T23:00:03Z");
    cluster.print("jm", line(3_000, "first words"));
    await stream.until(() => stream.records().length === 3);
    expect(stream.messages()).toEqual(["a", "last words", "first words"]);
    expect(stream.items.some(({ type }) => type === "gap")).toBe(false);
  });

  it("thins for a slow reader, says how many lines are left out, and never leaves out an error", async () => {
    const cluster = clusterOf({ jm: [line(1, "begin")] });
    cluster.chunk = 1_000_000;
    const stream = view(cluster);
    await stream.until(() => stream.items.some(({ type }) => type === "live"));
    const padding = "x".repeat(1_000);
    for (let block = 0; block < 15; block++) {
      const lines = Array.from({ length: 1_000 }, (_, index) =>
        line(block * 10 + 10, padding, index === 500 ? "ERROR" : "INFO"),
      );
      cluster.print("jm", ...lines);
      await new Promise((resolve) => setTimeout(resolve, 30)); // nobody reads meanwhile
    }
    const leftOut = () => stream.items.reduce((sum, item) => sum + (item.type === "thinned" ? item.lines : 0), 0);
    await stream.until(() => stream.records().length + leftOut() >= 15_001);
    expect(leftOut()).toBeGreaterThan(1_000);
    expect(stream.records().length + leftOut()).toBe(15_001);
    expect(stream.records().filter(({ level }) => level === "ERROR").length).toBe(15);
  }, 20_000);
});
