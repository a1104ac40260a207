import { describe, expect, it } from "vitest";
import { flinkMinors } from "../versions.ts";
import { catalogueOf } from "./catalogue/catalogue.ts";
import { nearestKey } from "./catalogue/nearest-key.ts";
import * as cluster from "./cluster-options.ts";
import * as kubernetes from "./kubernetes-options.ts";
import type { Option } from "./option.ts";
import { isSensitiveKey } from "./sensitive-keys.ts";

const declared: Option<unknown>[] = [...Object.values(cluster), ...Object.values(kubernetes)].filter(
  (value): value is Option<unknown> & typeof value => typeof value === "object" && "fallbackKeys" in value,
);

describe.each(flinkMinors)("our options and those in the jars of Flink %s", (minor) => {
  const { options } = catalogueOf(minor);

  it.each(declared.filter(({ key }) => options.has(key)))("agree on the fallback keys of $key", (option) => {
    const theirs = options.get(option.key);
    const keys = [...(theirs?.fallbackKeys ?? []), ...(theirs?.deprecatedKeys ?? [])];
    expect([...option.fallbackKeys].sort()).toEqual(keys.sort());
  });

  it("has hundreds of them", () => {
    expect(options.size).toBeGreaterThan(700);
  });
});

it("knows every option that we declare, in the newest version", () => {
  const { options } = catalogueOf("2.3");
  expect(declared.map(({ key }) => key).filter((key) => !options.has(key))).toEqual([]);
});

it.each([
  ["kubernetes.service-acount", "kubernetes.service-account"],
  ["taskmanager.numberOfTaskSlot", "taskmanager.numberOfTaskSlots"],
  ["something.else.entirely", undefined],
])("takes %s for %s", (mistyped, meant) => {
  expect(nearestKey(mistyped, catalogueOf("2.3").options.keys())).toBe(meant);
});

it.each(["s3.secret-key", "my.PASSWORD", "x.token.y", "user.artifacts.http-headers"])(
  "hides the value of %s",
  (key) => {
    expect(isSensitiveKey(key)).toBe(true);
  },
);
