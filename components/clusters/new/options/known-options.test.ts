import { describe, expect, it } from "vitest";
import { findOptions, keyNote, knownOptions, typeWords, valueProblem, valuesOf } from "./known-options.ts";

const known = knownOptions(
  [
    { key: "execution.checkpointing.interval", type: "Duration" },
    {
      key: "execution.checkpointing.mode",
      type: "Enum",
      values: ["EXACTLY_ONCE", "AT_LEAST_ONCE"],
      default: "EXACTLY_ONCE",
    },
    { key: "high-availability.type", type: "String", default: "NONE", oldKeys: ["high-availability"] },
    { key: "rest.port", type: "Integer", default: "8081" },
    { key: "state.interval", type: "Duration", deprecated: true },
  ],
  "https://flink/config/",
);

describe("findOptions", () => {
  it("finds by any part of the key, what begins with it first and what is deprecated last", () => {
    expect(findOptions(known, "interval", 9).map(({ key }) => key)).toEqual([
      "execution.checkpointing.interval",
      "state.interval",
    ]);
    expect(findOptions(known, "res", 9).map(({ key }) => key)).toEqual(["rest.port"]);
    expect(findOptions(known, "", 2)).toHaveLength(2);
  });
});

describe("keyNote", () => {
  it("tells the new key of an old one, and leads to Flink's page", () => {
    expect(keyNote(known, "high-availability")).toMatchObject({ kind: "old", now: "high-availability.type" });
    expect(keyNote(known, "rest.port")).toMatchObject({ kind: "known", href: "https://flink/config/#rest-port" });
  });

  it("says which keys the version does not know, and knows where any name may stand", () => {
    expect(keyNote(known, "rset.port")).toEqual({ kind: "unknown", open: false });
    expect(keyNote(known, "containerized.master.env.TZ")).toEqual({ kind: "unknown", open: true });
    expect(keyNote(known, "")).toBeUndefined();
  });
});

describe("values", () => {
  it("offers the constants of an enum in any case, and refuses others", () => {
    const mode = known.byKey.get("execution.checkpointing.mode");
    expect(valuesOf(mode)).toEqual(["EXACTLY_ONCE", "AT_LEAST_ONCE"]);
    expect(valueProblem(mode, "at_least_once")).toBeUndefined();
    expect(valueProblem(mode, "often")).toBe("Expected is EXACTLY_ONCE, AT_LEAST_ONCE.");
    expect(valueProblem(known.byKey.get("rest.port"), "8o81")).toBe("A whole number.");
  });

  it("says type and default in words", () => {
    expect([...known.byKey.values()].map(typeWords)).toEqual([
      "Duration",
      "one of a few, EXACTLY_ONCE by default",
      "String, NONE by default",
      "Integer, 8081 by default",
      "Duration",
    ]);
  });
});
