import { describe, expect, it } from "vitest";
import { failureOfStatus, type Status } from "./status.ts";

const asked = { context: "c", verb: "create", resource: "Deployment n/d", namespace: "n" };
const status = (reason: string, more: Partial<Status> = {}): Status => ({ kind: "Status", reason, ...more });

describe("failureOfStatus", () => {
  it.each([
    [403, status("Forbidden"), { kind: "not-permitted", verb: "create", resource: "Deployment n/d", namespace: "n" }],
    [404, status("NotFound"), { kind: "not-found", resource: "Deployment n/d" }],
    [
      404,
      status("NotFound", { details: { kind: "namespaces", name: "n" } }),
      { kind: "not-found", resource: "Namespace n" },
    ],
    [409, status("AlreadyExists"), { kind: "already-exists", resource: "Deployment n/d" }],
    [409, status("Conflict"), { kind: "changed-meanwhile", resource: "Deployment n/d" }],
    [503, status("ServiceUnavailable"), { kind: "kubernetes-unreachable", context: "c" }],
    [500, status("InternalError", { message: "webhook" }), { kind: "kubernetes-rejected", detail: "webhook" }],
  ] as const)("tells %i by its reason", (code, said, failure) => {
    expect(failureOfStatus(code, said, asked)).toEqual(failure);
  });

  it("reads nothing out of the message", () => {
    const lying = status("Conflict", { message: 'deployments "d" already exists' });
    expect(failureOfStatus(409, lying, asked)).toMatchObject({ kind: "changed-meanwhile" });
  });

  it("keeps each field that was refused", () => {
    const causes = [
      { reason: "FieldValueInvalid", field: "spec.replicas", message: "must be positive" },
      { reason: "FieldValueRequired", field: "metadata.name", message: "is required" },
    ];
    expect(failureOfStatus(422, status("Invalid", { message: "m", details: { causes } }), asked)).toEqual({
      kind: "kubernetes-rejected",
      detail: "m",
      issues: [
        { code: "field-value-invalid", field: "spec.replicas", detail: "must be positive" },
        { code: "field-value-required", field: "metadata.name", detail: "is required" },
      ],
    });
  });

  it("does not repeat what Kubernetes says of a Secret, which may quote it", () => {
    const causes = [{ reason: "FieldValueInvalid", field: "data.key", message: 'Invalid value: "hush"' }];
    const said = status("Invalid", { message: 'Invalid value: "hush"', details: { causes } });
    expect(JSON.stringify(failureOfStatus(422, said, { ...asked, secret: true }))).not.toContain("hush");
  });

  it("bounds what it repeats", () => {
    const failure = failureOfStatus(422, status("Invalid", { message: "x".repeat(100_000) }), asked);
    expect(JSON.stringify(failure).length).toBeLessThan(3_000);
  });
});
