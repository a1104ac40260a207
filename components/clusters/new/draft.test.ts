import { describe, expect, it } from "vitest";
import { configurationOf, emptyDraft, fieldOfOption } from "./draft.ts";

const draft = { ...emptyDraft, clusterId: "settlement-eu", namespace: "payments" };

describe("configurationOf", () => {
  it("gives each filled field its option and leaves Flink's defaults to Flink", () => {
    expect(configurationOf({ ...draft, slots: "4", jobManagerMemory: "", exposedType: "ClusterIP" })).toEqual({
      "kubernetes.cluster-id": "settlement-eu",
      "kubernetes.namespace": "payments",
      "taskmanager.memory.process.size": "1728m",
      "taskmanager.numberOfTaskSlots": "4",
    });
  });

  it("takes free options with their value as typed, and none without a key", () => {
    const options = [
      { id: "a", key: " state.backend.type ", value: " rocksdb" },
      { id: "b", key: "", value: "lost" },
    ];
    const configuration = configurationOf({ ...draft, options });
    expect(configuration["state.backend.type"]).toBe(" rocksdb");
    expect(Object.values(configuration)).not.toContain("lost");
  });

  it("lets no free option change what a field of the form says", () => {
    const options = [{ id: "a", key: "kubernetes.cluster-id", value: "other" }];
    expect(configurationOf({ ...draft, options })["kubernetes.cluster-id"]).toBe("settlement-eu");
    expect(fieldOfOption("kubernetes.cluster-id")).toBe("clusterId");
  });
});
