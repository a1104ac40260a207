import { describe, expect, it } from "vitest";
import { readLog4j } from "../../flink/log4j/read-loggers.ts";
import { fileDiff } from "./file-diff.ts";
import { fileInPod } from "./file-in-pod.ts";
import { EvidenceSearch, leavesTrace, printsWholeNames, type SoughtChange } from "./find-evidence.ts";
import { inParallel } from "./in-parallel.ts";
import type { Pod } from "./kubernetes-objects.ts";
import { parseLook } from "./look-into-pod.ts";

const file = "log4j-console.properties";
const podOf = (mounts: object[], configMap: object): Pod =>
  ({
    spec: {
      containers: [{ name: "flink-main-container", volumeMounts: mounts }],
      volumes: [{ name: "config", configMap }],
    },
  }) as unknown as Pod;

describe("fileInPod", () => {
  const items = [{ key: file, path: "logging.properties" }];

  it("finds the path by the pod's own volume and mount", () => {
    const pod = podOf([{ name: "config", mountPath: "/opt/flink/conf/" }], { name: "flink-config-one", items });
    expect(fileInPod(pod, "one", file)).toEqual({ kind: "file", path: "/opt/flink/conf/logging.properties" });
    const whole = podOf([{ name: "config", mountPath: "/conf" }], { name: "flink-config-one" });
    expect(fileInPod(whole, "one", file)).toEqual({ kind: "file", path: `/conf/${file}` });
  });

  it.each([
    ["sub-path", podOf([{ name: "config", mountPath: "/x", subPath: file }], { name: "flink-config-one" })],
    ["not-in-volume", podOf([{ name: "config", mountPath: "/x" }], { name: "flink-config-one", items: [] })],
    ["not-mounted", podOf([{ name: "config", mountPath: "/x" }], { name: "other" })],
    ["not-mounted", podOf([], { name: "flink-config-one" })],
  ])("says %s where a change never comes", (reason, pod) => {
    expect(fileInPod(pod, "one", file)).toMatchObject({ kind: "never", reason });
  });
});

describe("EvidenceSearch", () => {
  const text = [
    "rootLogger.level = INFO",
    "logger.c.name = org.apache.flink.runtime.checkpoint",
    "logger.c.level = DEBUG",
    "logger.d.name = org.apache.flink.runtime.checkpoint.metadata",
    "logger.d.level = DEBUG",
    "appender.console.type = CONSOLE",
    "appender.console.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n",
  ].join("\n");
  const change: SoughtChange = { logger: "org.apache.flink.runtime.checkpoint", from: "INFO", to: "DEBUG" };
  const line = (second: string, level: string, logger: string) =>
    `2026-05-12T13:59:${second}.000000000Z 2026-05-12 13:59:${second},000 ${level} org.apache.flink.runtime.${logger} [] - text\n`;
  const search = (log: string, from = "2026-05-12T13:59:00.000000000Z") => {
    const one = new EvidenceSearch({ file: readLog4j(text), name: file, text }, [change], from);
    one.push(new TextEncoder().encode(log));
    one.end();
    return one;
  };

  it("takes the first line that the former level would have kept back", () => {
    const found = search(
      line("01", "INFO ", "checkpoint.A") + line("02", "DEBUG", "checkpoint.B") + line("03", "DEBUG", "checkpoint.C"),
    );
    expect(found.found).toMatchObject([{ at: "2026-05-12T13:59:02.000000000Z" }]);
    expect(found.isOver).toBe(true);
  });

  it.each([
    ["a level that came before too", line("02", "INFO ", "checkpoint.A")],
    ["a level that still does not come", line("02", "TRACE", "checkpoint.A")],
    ["another logger", line("02", "DEBUG", "rest.A")],
    ["a logger below with a level of its own", line("02", "DEBUG", "checkpoint.metadata.M")],
    ["a line from before", line("02", "DEBUG", "checkpoint.A").replaceAll("13:59:02", "13:58:02")],
  ])("is not misled by %s", (_, log) => {
    expect(search(log).found).toEqual([]);
  });

  it("knows that raising a level leaves no trace, and that the end of a name tells nothing", () => {
    expect(leavesTrace(change)).toBe(true);
    expect(leavesTrace({ logger: "a", from: "DEBUG", to: "INFO" })).toBe(false);
    expect(leavesTrace({ logger: "a", from: "TRACE", to: "ALL" })).toBe(false);
    expect(printsWholeNames(file, text)).toBe(true);
    expect(printsWholeNames(file, text.replace("%-60c", "%c{1}"))).toBe(false);
  });
});

describe("the small parts", () => {
  it("reads what a pod shows of its file", () => {
    const hash = "a".repeat(64);
    const out = `${hash}  -\nswapped 1795563824.180309421\n-Dlog4j.configurationFile=file:/opt/flink/conf/${file}\n`;
    expect(parseLook(out)).toEqual({
      hash,
      swappedAt: new Date(1_795_563_824_180.309),
      configured: [`/opt/flink/conf/${file}`],
    });
    expect(parseLook("")).toEqual({ configured: [] });
  });

  it("numbers the lines of a difference as they stand in each text", () => {
    const { hunks, added, removed } = fileDiff(file, "a\r\nb\r\nc", "a\r\nB\r\nB2\r\nc");
    expect([added, removed]).toEqual([2, 1]);
    expect(hunks.flat().map(({ sign, number, text: each }) => `${sign}${number}${each}`)).toEqual([
      " 1a",
      "-2b",
      "+2B",
      "+3B2",
      " 4c",
    ]);
  });

  it("works on eight at a time and keeps the order", async () => {
    let now = 0;
    let most = 0;
    const results = await inParallel([...Array(30).keys()], async (n) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, n % 3));
      now--;
      return n * 2;
    });
    expect(results).toEqual([...Array(30).keys()].map((n) => n * 2));
    expect(most).toBe(8);
  });
});
