import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfig } from "./read-config.ts";
import { setOption } from "./set-option.ts";

const optionsOf = (text: string) => Object.fromEntries(readConfig(text).leaves.map(({ key, value }) => [key, value]));

const file = `# Ours
taskmanager:
  # One for each core
  numberOfTaskSlots: 4
  memory:
    process:
      size: 1728m # as Flink's
env:
  java:
    opts:
      all: --add-exports=a/b=ALL-UNNAMED
# The end
`;

describe("readConfig", () => {
  it("joins nested keys by dots and keeps values as they are written", () => {
    expect(optionsOf(`a:\n  b: 1.0\n  c.d: 'x: y'\ne: true\n`)).toEqual({ "a.b": "1.0", "a.c.d": "x: y", e: "true" });
  });

  it("reads a list as one line, which Flink reads back", () => {
    expect(optionsOf(`a:\n  - x\n  - "1;2"\nb: [{key: k, value: "v w"}]\n`)).toEqual({
      a: `[x, "1;2"]`,
      b: `[{key: k, value: "v w"}]`,
    });
  });

  it.each([
    ["a: 1\nb:\n", 2, "b has no value."],
    ["a: 1\na: 2\n", 2, "Map keys must be unique"],
    ["a.b: 1\na:\n  b: 2\n", 3, "a.b is said twice; keep one."],
    ["a: [1\n", 2, "Flow sequence in block collection must be sufficiently indented"],
    ["just a word", 1, "Expected are lines of key: value."],
    ["a: &x 1\nb: *x\n", 2, "b refers to another place (*), which is not taken here."],
  ])("says what is wrong with %j and where", (text, line, message) => {
    const [first] = readConfig(text).problems;
    expect(first?.line).toBe(line);
    expect(first?.message).toContain(message);
  });
});

describe("setOption", () => {
  it("changes a value and nothing else", () => {
    expect(setOption(file, "taskmanager.memory.process.size", "2g", "nested")).toBe(file.replace("1728m", "2g"));
  });

  it("adds a key where its siblings are, in the manner of the text", () => {
    const added = setOption(file, "taskmanager.memory.managed.size", "0", "nested");
    expect(added).toBe(
      file.replace("      size: 1728m # as Flink's\n", "      size: 1728m # as Flink's\n    managed:\n      size: 0\n"),
    );
    expect(setOption("a.b: 1\n", "a.c", "2", "nested")).toBe("a.b: 1\na.c: 2\n");
    expect(setOption("", "a.c", "2", "nested")).toBe("a:\n  c: 2\n");
    expect(setOption("", "a.c", "2", "flat")).toBe("a.c: 2\n");
  });

  it("takes a key out with the mappings that it leaves empty, and keeps comments", () => {
    const without = setOption(file, "env.java.opts.all", undefined, "nested");
    expect(without).toBe(file.replace(/env:[\s\S]*UNNAMED\n/, ""));
  });

  it("keeps keys of which one is the other's beginning", () => {
    const text = setOption("high-availability: zookeeper\n", "high-availability.storageDir", "s3://x", "nested");
    expect(optionsOf(text)).toEqual({ "high-availability": "zookeeper", "high-availability.storageDir": "s3://x" });
  });

  it("leaves a text alone that can't be read", () => {
    expect(setOption("a: [1\n", "b", "2", "nested")).toBe("a: [1\n");
  });

  const segment = fc.constantFrom("a", "b", "c", "x-y", "1", "null");
  const key = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("."));
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("1", "a: b", "#x", "- a", "[a, b]", "true", "~", "a\nb", " ", ""),
  );
  const change = fc.record({ key, value: fc.option(value, { nil: undefined }) });

  it("holds what was set and all that was there, whatever was done to it in whatever order", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.constantFrom("nested", "flat"), (changes, style) => {
        const wanted = new Map(Object.entries(optionsOf(file)));
        let text = file;
        for (const { key: changed, value: to } of changes) {
          text = setOption(text, changed, to, style);
          if (to === undefined) wanted.delete(changed);
          else wanted.set(changed, to);
        }
        expect(optionsOf(text)).toEqual(Object.fromEntries(wanted));
        expect(text).toContain("# Ours");
        expect(text).toContain("# The end");
      }),
    );
  });
});
