import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDuration } from "./duration.ts";
import type { Grammar } from "./grammar.ts";
import { formatJavaDouble, parseJavaDouble } from "./java-double.ts";
import { parseList, parseListOfMaps } from "./list-value.ts";
import { parseMap } from "./map-value.ts";
import { humanReadableSize, parseMemorySize } from "./memory-size.ts";

const current: Grammar = { yaml: true, yamlInItems: true, isoDurations: true };
const legacy: Grammar = { yaml: false, yamlInItems: false, isoDurations: false };

/** Expected values are what Flink's own classes answered for the same text. */
describe("memory sizes", () => {
  it.each([
    ["1600m", 1600n << 20n],
    ["2 gb", 2n << 30n],
    ["1024", 1024n],
    [" 1 KiBibytes ", 1024n],
    ["1t", 1n << 40n],
  ])("reads %j", (text, bytes) => {
    expect(parseMemorySize(text)).toBe(bytes);
  });

  it.each(["1.5g", "-1m", "m", "", "1x", "9999999t"])("refuses %j", (text) => {
    expect(() => parseMemorySize(text)).toThrow();
  });

  it.each([
    [300n << 20n, "300.000mb (314572800 bytes)"],
    [1n << 30n, "1024.000mb (1073741824 bytes)"],
    [1024n, "1024 bytes"],
  ])("prints %s as Flink's messages do", (bytes, text) => {
    expect(humanReadableSize(bytes)).toBe(text);
  });
});

describe("durations", () => {
  it.each([
    ["10 s", 10_000_000_000n],
    ["500", 500_000_000n],
    ["1h", 3_600_000_000_000n],
    ["PT1M30S", 90_000_000_000n],
  ])("reads %j", (text, nanoseconds) => {
    expect(parseDuration(text, true)).toBe(nanoseconds);
  });

  it("knows ISO-8601 from Flink 2.0 on only", () => {
    expect(() => parseDuration("PT10S", false)).toThrow();
  });
});

describe("doubles", () => {
  it.each([
    [1, "1.0"],
    [0.1 * 3, "0.30000000000000004"],
    [0.0005, "5.0E-4"],
    [1e7, "1.0E7"],
    [2.25, "2.25"],
  ])("prints %d as Java does", (value, text) => {
    expect(formatJavaDouble(value)).toBe(text);
  });

  it("reads back what it printed", () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(parseJavaDouble(formatJavaDouble(value))).toBe(value);
      }),
    );
  });
});

describe("maps", () => {
  it.each([
    ["a:1,b:two", { a: "1", b: "two" }],
    [" a : x", { a: "x" }],
    ["a : x,b:y", { a: "x,b:y" }],
    ["a: b,c: d", { a: "b", c: "d" }],
    ["{a: 1, b: [x, 'y z']}", { a: "1", b: "[x, y z]" }],
    ["k:'http://x'", { k: "http://x" }],
    ["'k:''http://x,y'''", { k: "http://x,y" }],
    ["a:''", { a: "" }],
  ])("reads %j", (text, map) => {
    expect(Object.fromEntries(parseMap(text, current))).toEqual(map);
  });

  it("tries no YAML where a legacy file was read", () => {
    expect(Object.fromEntries(parseMap("a : x,b:y", legacy))).toEqual({ a: "x", b: "y" });
  });

  it.each(["a", "a:", "a:1,a:2", "a:b:c", "a:'x", "a:'x'y"])("refuses %j", (text) => {
    expect(() => parseMap(text, current)).toThrow();
  });
});

describe("lists", () => {
  it.each([
    ["one;two", ["one", "two"]],
    ["one; 't;wo' ;;", ["one", "t;wo", ""]],
    ["[one, 2, 1e3]", ["one", "2", "1000.0"]],
    ["- a", ["a"]],
    ["", []],
  ])("reads %j", (text, list) => {
    expect(parseList(text, current)).toEqual(list);
  });

  it.each(["key:a,effect:b;key:c", "[{key: a, effect: b}, {key: c}]", "- key: a\n  effect: b\n- {key: c}"])(
    "of maps reads %j",
    (text) => {
      const maps = parseListOfMaps(text, current).map((pairs) => Object.fromEntries(pairs));
      expect(maps).toEqual([{ key: "a", effect: "b" }, { key: "c" }]);
    },
  );
});
