import { describe, expect, it } from "vitest";
import { type FlinkRules, flinkMinors, flinkRules } from "../../versions.ts";
import { catalogueOf } from "./catalogue.ts";
import { describeOptions } from "./describe-options.ts";
import { optionDescriptions } from "./descriptions.ts";

const rulesOf = (version: string): FlinkRules => {
  const rules = flinkRules(version);
  if (!rules) throw new Error(`no rules for ${version}`);
  return rules;
};

describe("describeOptions", () => {
  it("gives type, default, words, and the keys that stand in", () => {
    const found = describeOptions(rulesOf("2.3.0")).find(({ key }) => key === "kubernetes.container.image.ref");
    expect(found).toMatchObject({
      type: "String",
      default: "apache/flink:2.3.0-scala_2.12",
      oldKeys: ["kubernetes.container.image"],
    });
    expect(found?.description).toContain("image");
  });

  it("has what a version alone has", () => {
    const keysOf = (version: string) => new Set(describeOptions(rulesOf(version)).map(({ key }) => key));
    expect(keysOf("1.20.5").has("akka.client.timeout")).toBe(true);
    expect(keysOf("2.3.0").has("akka.client.timeout")).toBe(false);
  });

  it("leaves out what is Flink's own", () => {
    expect(describeOptions(rulesOf("2.3.0")).filter(({ key }) => key.includes("internal."))).toEqual([]);
  });
});

it("describes only options that some version has, and all in one or two short sentences", () => {
  const known = new Set(flinkMinors.flatMap((minor) => [...catalogueOf(minor).options.keys()]));
  const described = Object.entries(optionDescriptions);
  expect(described.map(([key]) => key).filter((key) => !known.has(key))).toEqual([]);
  expect(described.filter(([, words]) => words.length > 140 || !words.endsWith("."))).toEqual([]);
  expect(described.length).toBeGreaterThanOrEqual(80);
});
