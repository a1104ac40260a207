import { describe, expect, it } from "vitest";
import { operatorOf } from "./operator-of.ts";

const owned = (apiVersion: string, kind: string) => ({
  metadata: { name: "orders", ownerReferences: [{ apiVersion, kind, name: "orders-of-shop", uid: "u" }] },
});

describe("operatorOf", () => {
  it("names the FlinkDeployment that owns the Deployment", () => {
    const owner = { kind: "FlinkDeployment", name: "orders-of-shop" };
    expect(operatorOf(owned("flink.apache.org/v1beta1", "FlinkDeployment"), "orders")).toEqual(owner);
  });

  it("takes the cluster's own name where only an annotation tells of the operator", () => {
    const deployment = { metadata: { annotations: { "flinkdeployment.flink.apache.org/generation": "2" } } };
    expect(operatorOf(deployment, "orders")).toEqual({ kind: "FlinkDeployment", name: "orders" });
  });

  it("finds none in a Deployment that Flink's client made, that another owns, or that is not there", () => {
    expect(operatorOf({ metadata: { name: "orders" } }, "orders")).toBeUndefined();
    expect(operatorOf(owned("apps/v1", "ReplicaSet"), "orders")).toBeUndefined();
    expect(operatorOf(owned("example.org/v1", "FlinkDeployment"), "orders")).toBeUndefined();
    expect(operatorOf(undefined, "orders")).toBeUndefined();
  });
});
