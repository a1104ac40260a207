import { describe, expect, it } from "vitest";
import { problemMeanings } from "#components/problems/problem-meanings.ts";
import { ConsoleError, type Failure } from "../errors.ts";
import { problemKinds } from "./problem.schema.ts";
import { problemOf } from "./problem.ts";

const failures: readonly Failure[] = [
  { kind: "request-invalid", issues: [{ field: "clusterId", code: "too-long", detail: "46 characters, at most 45" }] },
  { kind: "not-signed-in" },
  { kind: "origin-refused", origin: "https://evil.example" },
  { kind: "host-refused", host: "evil.example" },
  { kind: "media-type-refused", mediaType: "text/plain", wanted: "application/json" },
  { kind: "not-permitted", verb: "create", resource: "pods", namespace: "n" },
  { kind: "not-found", resource: "Deployment n/first" },
  { kind: "already-exists", resource: "Deployment n/first" },
  { kind: "changed-meanwhile", resource: "ConfigMap n/flink-config-first" },
  { kind: "not-possible-now", detail: "The job is FINISHED." },
  { kind: "too-large", what: "The jar", limit: "512 MiB" },
  { kind: "kubernetes-rejected", detail: "mountPath must be unique" },
  { kind: "kubernetes-unreachable", context: "prod" },
  { kind: "flink-rejected", detail: "Job could not be found" },
  { kind: "flink-unreachable", clusterId: "first" },
  { kind: "timed-out", what: "The API server", afterMs: 10_000 },
  { kind: "unexpected" },
];

describe("every kind of failure", () => {
  it("has a page", () => {
    expect(failures.map(({ kind }) => kind).toSorted()).toEqual([...problemKinds].toSorted());
  });

  it.each(failures)("$kind has the title and status of its page, and says what to do", (failure) => {
    const { kind, ...members } = failure;
    const problem = problemOf(new ConsoleError(failure), "id");
    const { title, status } = problemMeanings[kind];
    expect(problem).toMatchObject({ type: `/problems/${kind}`, title, status, instance: "id", ...members });
    expect(problem.detail).toMatch(/^.{10,}$/);
    expect(problem.detail).not.toMatch(/undefined|\[object/);
  });

  it("names the field of a single thing to correct, and counts the others", () => {
    const issue = { field: "name", code: "x", detail: "is too long" };
    const detail = (count: number) =>
      problemOf(new ConsoleError({ kind: "request-invalid", issues: Array(count).fill(issue) }), "id").detail;
    expect(detail(1)).toBe("name: is too long");
    expect(detail(3)).toBe("name: is too long (and 2 more to correct)");
  });
});
