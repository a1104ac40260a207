import { describe, expect, it } from "vitest";
import { clusterHref, clusterPlaceOf } from "./cluster-href.ts";

const cluster = { context: "arn:aws:eks:eu-1:1:cluster/a@b", namespace: "payments", clusterId: "settlement" };

describe("clusterHref", () => {
  it("keeps a context with slashes one part of the path, and clusterPlaceOf reads it back", () => {
    const href = clusterHref(cluster, "logs");
    const [, , context = "", namespace = "", clusterId = "", below] = href.split("/");
    expect(below).toBe("logs");
    expect(clusterPlaceOf({ context, namespace, clusterId })).toEqual(cluster);
  });

  it("leaves a malformed escape as it is", () => {
    expect(clusterPlaceOf({ ...cluster, context: "%E0%A4%A" }).context).toBe("%E0%A4%A");
  });
});
