import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowedFlinkPath } from "./allowed-path.ts";

const job = "0bbab61c0788dc8c959cdd111fc79daf";

describe("allowedFlinkPath", () => {
  it.each([
    ["GET", "/jobs/overview", "/jobs/overview"],
    ["GET", "/v1/jobs/overview", "/jobs/overview"],
    ["GET", `/jobs/${job}/vertices/${job}/subtasks/metrics`, `/jobs/${job}/vertices/${job}/subtasks/metrics`],
    ["GET", "/taskmanagers/dev-taskmanager-1-1", "/taskmanagers/dev-taskmanager-1-1"],
    ["GET", `/jobs/${job}`, `/jobs/${job}`],
    ["GET", `/jobs/${job}/savepoints/${job}`, `/jobs/${job}/savepoints/${job}`],
    ["GET", "/jobmanager/config", "/jobmanager/config"],
    ["PATCH", `/v1/jobs/${job}`, `/jobs/${job}`],
    ["POST", `/jobs/${job}/stop`, `/jobs/${job}/stop`],
    ["POST", "/jars/7f_my%20job.jar/run", "/jars/7f_my%20job.jar/run"],
    ["DELETE", "/jars/7f_a.jar", "/jars/7f_a.jar"],
  ])("lets %s %s through", (method, raw, path) => {
    expect(allowedFlinkPath(method, raw)).toBe(path);
  });

  it.each([
    ["GET", "/"],
    ["GET", "/index.html"],
    ["GET", `/jobs/${job}/yarn-cancel`],
    ["GET", `/v1/jobs/${job}/yarn-stop`],
    ["GET", "/jars/7f_a.jar/plan"],
    ["GET", `/jobs/${job}/stop`],
    ["GET", "/main.js"],
    ["GET", "/v1"],
    ["GET", "/jobs/../jobmanager/config"],
    ["GET", "/jobs/%2e%2e/overview"],
    ["GET", "/jobs%2f..%2foverview"],
    ["GET", "/jobs/%252e%252e/overview"],
    ["GET", "/jobs/%5c..%5coverview"],
    ["GET", "/jobs//overview"],
    ["GET", "//evil.example/jobs"],
    ["GET", "/jobs/a?b"],
    ["GET", "/jobs/a#b"],
    ["GET", "/jobs/a%00b"],
    ["GET", "/jobs/a%0d%0aHost:x"],
    ["GET", "/jobs/%c0%ae%c0%ae/overview"],
    ["GET", "/jobs/a\\b"],
    ["DELETE", "/cluster"],
    ["POST", "/jobs"],
    ["PATCH", "/jobs/xx"],
    ["PUT", "/jars/upload"],
    ["CONNECT", "/jobs/overview"],
  ])("refuses %s %s", (method, raw) => {
    expect(allowedFlinkPath(method, raw)).toBeUndefined();
  });

  it("lets nothing through that a server could read as another path", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "jobs",
        "jars",
        "..",
        ".",
        "%2e",
        "%2E%2e",
        "%2f",
        "%5c",
        "%25",
        "%00",
        "%0a",
        "\\",
        "v1",
        "",
        ";",
        "?",
        "#",
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constant(job),
    );
    const raw = fc
      .array(fc.array(piece, { maxLength: 3 }), { maxLength: 6 })
      .map((parts) => `/${parts.map((one) => one.join("")).join("/")}`);
    fc.assert(
      fc.property(fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE"), raw, (method, text) => {
        const path = allowedFlinkPath(method, text);
        if (path === undefined) return;
        // A URL parser finds nothing to resolve, and decoding finds neither slash, dot segment nor control character.
        expect(new URL(`http://jobmanager${path}`).pathname).toBe(path);
        const decoded = decodeURIComponent(path);
        expect(decoded.split("/")).toHaveLength(path.split("/").length);
        for (const one of decoded.slice(1).split("/")) expect(one).not.toMatch(/^\.*$/);
        expect(decoded).not.toMatch(/[\p{Cc}\\%?#]/u);
      }),
      { numRuns: 1000 },
    );
  }, 20_000);
});
