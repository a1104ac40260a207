import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseProperties } from "./java-properties.ts";
import { effectiveLevel } from "./logging-file.ts";
import { readLog4j } from "./read-loggers.ts";

const reading = z.object({
  loggers: z.record(z.string(), z.string()).optional(),
  root: z.string().optional(),
  monitorInterval: z.number().optional(),
  refused: z.string().optional(),
});
const recorded = z
  .array(
    z.object({
      file: z.string(),
      text: z.string(),
      properties: z.record(z.string(), z.string()),
      "2.24.3": reading,
      "2.25.3": reading,
    }),
  )
  .parse(JSON.parse(readFileSync(new URL("recorded/log4j-reads.json", import.meta.url), "utf8")));

describe("what log4j itself made of a file", () => {
  it.each(recorded)("$file has the same properties as java.util.Properties", ({ text, properties }) => {
    const parsed = parseProperties(text);
    expect(Object.fromEntries(parsed.lines.map(({ key, value }) => [key, value]))).toEqual(properties);
  });

  const taken = recorded.filter((one) => one["2.25.3"].loggers && one.file !== "two-roots.properties");
  it.each(taken)("$file has the levels and the interval of log4j 2.25.3", ({ file, text, "2.25.3": log4j }) => {
    const read = readLog4j(text);
    const levels = Object.entries(log4j.loggers ?? {}).map(([name]) => [name, effectiveLevel(read, name).level]);
    const expected = Object.entries(log4j.loggers ?? {});
    if (file === "odd.properties") expect(read.issues).toContainEqual(expect.objectContaining({ code: "named-twice" }));
    expect(Object.fromEntries(levels)).toEqual(Object.fromEntries(expected));
    expect(effectiveLevel(read, "").level).toBe(log4j.root);
    expect(read.reload.kind === "every" ? read.reload.seconds : 0).toBe(log4j.monitorInterval);
    expect(read.issues.filter(({ refused }) => refused)).toEqual([]);
  });

  const refused = recorded.filter((one) => one["2.25.3"].refused !== undefined || one.file === "two-roots.properties");
  it.each(refused)("$file is refused, and the issue says so", ({ text }) => {
    expect(readLog4j(text).issues).toContainEqual(expect.objectContaining({ refused: true }));
  });

  const older = recorded.filter((one) => one["2.24.3"].refused !== undefined && one["2.25.3"].refused === undefined);
  it.each(older)("$file, refused by log4j 2.24.3 only, carries a warning", ({ text }) => {
    expect(readLog4j(text).issues).toContainEqual(expect.objectContaining({ code: "short-form-without-appender" }));
  });
});

const stockRoot = `\${env:ROOT_LOG_LEVEL:-INFO}`;

describe("readLog4j", () => {
  it("gives line numbers and explains lookups that only the pod can answer", () => {
    const { loggers } = readLog4j(`monitorInterval=30\nrootLogger.level = ${stockRoot}\n`);
    expect(loggers).toEqual([
      {
        name: "",
        written: stockRoot,
        level: "INFO",
        assumes: ["env:ROOT_LOG_LEVEL"],
        line: 2,
      },
    ]);
  });

  it("takes the pod's own value where it is known", () => {
    const pod = (prefix: string, key: string) => (prefix === "env" && key === "ROOT_LOG_LEVEL" ? "WARN" : undefined);
    const [root] = readLog4j(`rootLogger.level = ${stockRoot}`, pod).loggers;
    expect(root).toMatchObject({ level: "WARN", assumes: [] });
  });

  it("tells from which logger a level is inherited", () => {
    const file = readLog4j("rootLogger.level=INFO\nlogger.f.name=org.apache.flink\nlogger.f.level=WARN\n");
    expect(effectiveLevel(file, "org.apache.flink.runtime.checkpoint")).toMatchObject({
      level: "WARN",
      from: "inherited",
      ancestor: { name: "org.apache.flink", line: 3 },
    });
    expect(effectiveLevel(file, "org.apache.flinkx")).toMatchObject({ level: "INFO", ancestor: { name: "" } });
  });

  it("knows a log4j 1 file when it sees one", () => {
    expect(readLog4j("log4j.rootLogger=INFO, console\n").issues).toMatchObject([{ code: "log4j-1-syntax" }]);
  });

  it("reads a file of 1 MB in under a second of processor time", () => {
    const text = Array.from(
      { length: 12_000 },
      (_, n) => `logger.l${n}.name = com.example.Class${n}\nlogger.l${n}.level = INFO`,
    );
    const before = process.cpuUsage();
    expect(readLog4j(text.join("\n").padEnd(1_048_576, "\n# comment")).loggers).toHaveLength(12_000);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });
});
