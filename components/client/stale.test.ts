import { describe, expect, it } from "vitest";
import { touches } from "./stale.ts";

const jobsOf = (clusterId: string) => ["jobs", "prod", "payments", clusterId];

type LiveMessage = Parameters<typeof touches>[0];

describe("touches", () => {
  it("is true for the query of the named cluster and false for its neighbour", () => {
    const message: LiveMessage = { topic: "jobs", context: "prod", namespace: "payments", clusterId: "settlement" };
    expect(touches(message, jobsOf("settlement"))).toBe(true);
    expect(touches(message, jobsOf("refunds"))).toBe(false);
  });

  it("is true for all below when the message names only a context", () => {
    expect(touches({ topic: "jobs", context: "prod" }, jobsOf("refunds"))).toBe(true);
    expect(touches({ topic: "jobs", context: "staging" }, jobsOf("refunds"))).toBe(false);
  });

  it("is true for a list over many clusters, whose key holds a filter", () => {
    expect(touches({ topic: "clusters", context: "prod", namespace: "n" }, ["clusters", { text: "x" }])).toBe(true);
    expect(touches({ topic: "clusters", context: "prod" }, ["clusters"])).toBe(true);
  });

  it("is true for a cluster's page when its pods changed, and not for the list", () => {
    const message: LiveMessage = { topic: "pods", context: "prod", namespace: "payments", clusterId: "settlement" };
    expect(touches(message, ["clusters", "prod", "payments", "settlement"])).toBe(true);
    expect(touches(message, ["clusters"])).toBe(false);
  });

  it("is false for another topic", () => {
    expect(touches({ topic: "pods", context: "prod" }, jobsOf("refunds"))).toBe(false);
  });
});
