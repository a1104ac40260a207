import { describe, expect, it } from "vitest";
import { knownOptions } from "../options/known-options.ts";
import { textCompletions } from "./text-completions.ts";
import { textDiagnostics } from "./text-diagnostics.ts";

const known = knownOptions(
  [
    { key: "jobmanager.memory.process.size", type: "MemorySize" },
    { key: "jobmanager.memory.heap.size", type: "MemorySize" },
    { key: "high-availability.type", type: "String", oldKeys: ["high-availability"] },
    { key: "rest.compressed", type: "Boolean", default: "false" },
  ],
  "https://flink/config/",
);
const at = (text: string, asked = false) => {
  const found = textCompletions(known, text, text.length, asked);
  return found && { typed: text.slice(found.from), labels: found.options.map(({ label }) => label) };
};

describe("textCompletions", () => {
  it("completes a key by any part of it", () => {
    expect(at("process")).toEqual({ typed: "process", labels: ["jobmanager.memory.process.size"] });
  });

  it("completes the rest of a key below its parents", () => {
    expect(at("jobmanager:\n  memory: # of the JVM\n    h")).toEqual({ typed: "h", labels: ["heap.size"] });
    expect(at("jobmanager:\n  memory:\n    ", true)?.labels).toEqual(["heap.size", "process.size"].toReversed());
    expect(at("jobmanager:\n  memory:\n    ")).toBeUndefined();
  });

  it("completes the values of a key that has few", () => {
    expect(at("rest:\n  compressed: t")).toEqual({ typed: "t", labels: ["true", "false"] });
    expect(at("jobmanager.memory.heap.size: 1")).toBeUndefined();
  });
});

describe("textDiagnostics", () => {
  const say = (text: string, refused: Record<string, string> = {}) =>
    textDiagnostics(text, known, (key) => refused[key]).map(({ line, severity }) => `${line} ${severity}`);

  it("speaks at the line that it is about", () => {
    expect(say("rest:\n  compressed: maybe\n")).toEqual(["2 error"]);
    expect(say("high-availability: zookeeper\nrset.port: 1\n")).toEqual(["1 warning", "2 info"]);
    expect(say("# fine\nhigh-availability.type: x\n", { "high-availability.type": "no" })).toEqual(["2 error"]);
    expect(say("a: [1\n")).toContain("2 error");
  });
});
