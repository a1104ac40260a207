import { describe, expect, it } from "vitest";
import { cloneName, placeInAddress } from "./clone-cluster.ts";

describe("cloneName", () => {
  it("counts up, and stays within the 45 characters that Flink takes", () => {
    expect(cloneName("orders")).toBe("orders-2");
    expect(cloneName("orders-2")).toBe("orders-3");
    expect(cloneName("a".repeat(45))).toBe(`${"a".repeat(43)}-2`);
  });
});

describe("placeInAddress", () => {
  it("takes the last two parts for namespace and cluster, whatever the context is called", () => {
    const place = { context: "arn:aws:eks:eu/prod", namespace: "shop", clusterId: "orders" };
    expect(placeInAddress("arn:aws:eks:eu/prod/shop/orders")).toEqual(place);
    expect(placeInAddress("orders")).toBeUndefined();
  });
});
