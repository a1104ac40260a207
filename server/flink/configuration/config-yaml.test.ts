import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JavaHashMap } from "./java-hash-map.ts";
import { nestKeys } from "./nest-keys.ts";
import { readConfigYaml } from "./read-config-yaml.ts";
import { readFlinkConf } from "./read-flink-conf.ts";
import { writeConfigYaml } from "./write-config-yaml.ts";

const read = (text: string) => Object.fromEntries(readConfigYaml(text, false).entries());
const write = (flat: Readonly<Record<string, string>>) => writeConfigYaml(nestKeys(Object.entries(flat)).tree);

describe("readConfigYaml", () => {
  it.each([
    ["a:\n  b: 1\na.c: x\n", { "a.b": 1n, "a.c": "x" }],
    ["a: 010\nb: 0x1F\nc: 0o17\n", { a: 10n, b: 31n, c: 15n }],
    [
      "a: yes\nb: on\nc: 1_000\nd: 2001-01-01\ne: 12:30\n",
      { a: "yes", b: "on", c: "1_000", d: "2001-01-01", e: "12:30" },
    ],
    ["a: TRUE\nb: 1.50\n", { a: true, b: 1.5 }],
    ["a: [x, 'y z', {k: v}]\n", { a: "[x, y z, {k: v}]" }],
    ["a: {}\nb: \x24{HOME}\n", { b: "\x24{HOME}" }],
    ["a.b: 1\na:\n  b: 2\n", { "a.b": 2n }],
    ["", {}],
  ])("reads %j", (text, flat) => {
    expect(read(text)).toEqual(flat);
  });

  it.each(["a:\n", "1: x\n", "- a\n", "a: 1\na: 2\n", "a: 1\n---\nb: 2\n", "a: [\n"])("refuses %j", (text) => {
    expect(() => read(text)).toThrow();
  });
});

/** Expected texts are what Flink's own YamlParserUtils wrote. */
describe("writeConfigYaml", () => {
  it.each([
    ["true", "'true'"],
    ["12", "'12'"],
    ["1e3", "'1e3'"],
    ["~", "'~'"],
    ["", "''"],
    ["it's", "it's"],
    ["a: b", "'a: b'"],
    ["a #b", "'a #b'"],
    ["a#b", "a#b"],
    ["a{b}[c],d", "a{b}[c],d"],
    ["12:30:45", "12:30:45"],
    ["-a", "-a"],
    ["- a", "'- a'"],
    ["'q'", "'''q'''"],
    ["tab\there", '"tab\\there"'],
    ["\x24{name:-x}", "'\x24{name:-x}'"],
    ["two\nlines", "|-\n  two\n  lines"],
    ["line\n", "|\n  line"],
    [" lead\n", "|2\n   lead"],
    ["trail \nx", '"trail \\nx"'],
    ["é😀", "é😀"],
  ])("writes %j as %s", (value, text) => {
    expect(write({ k: value })).toBe(`k: ${text}\n`);
  });

  it("nests keys, indents by two, and starts long keys with a question mark", () => {
    expect(write({ "a.b": "1", "a.c.d": "x" })).toBe("a:\n  b: '1'\n  c:\n    d: x\n");
    const long = "k".repeat(128);
    expect(write({ [`${long}.x`]: "y" })).toBe(`? ${long}\n: x: y\n`);
  });

  it("writes what reads back the same", () => {
    const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    fc.assert(
      fc.property(fc.dictionary(key, fc.string({ unit: "grapheme" })), (flat) => {
        const kept = Object.fromEntries(Object.entries(flat).filter(([, value]) => !/\n{2,}$|\r/.test(value)));
        expect(read(write(kept))).toEqual(kept);
      }),
    );
  });

  it("says which keys can't stand together", () => {
    const { conflicts } = nestKeys([
      ["a.b", "1"],
      ["a", "2"],
      ["a.b.c.d", "3"],
    ]);
    expect(conflicts).toEqual([
      { shorter: "a", longer: "a.b" },
      { shorter: "a", longer: "a.b.c.d" },
      { shorter: "a.b", longer: "a.b.c.d" },
    ]);
  });
});

describe("readFlinkConf", () => {
  it("reads line by line: # anywhere is a comment, quotes stay, broken lines are skipped", () => {
    const { configuration, skipped } = readFlinkConf("a: 1 # c\nb#: x\nc:d\ne: 'q: r'\n\n# f: g\n");
    expect(Object.fromEntries(configuration.entries())).toEqual({ a: "1", e: "'q: r'" });
    expect(skipped).toEqual([{ line: 2 }, { line: 3 }]);
  });
});

describe("JavaHashMap", () => {
  // Printed by java.util.HashMap for the same names.
  const javaOrder = ["epsilon", "zeta", "alpha", "delta", "beta", "gamma"];

  it("iterates as Java does", () => {
    const names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];
    const map = JavaHashMap.of(names.map((name): [string, number] => [name, name.length]));
    expect(map.keys()).toEqual(javaOrder);
    map.set("alpha", 0);
    expect(map.keys()).toEqual(javaOrder);
  });
});
