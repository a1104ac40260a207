import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { ApplicationSpec } from "../cluster-spec.ts";
import { configMapData, mainContainer, refusals, rendered } from "../rendered.ts";

const jar: ApplicationSpec = { jarUri: "local:///opt/flink/usrlib/job.jar", arguments: [] };

function shipped(application: ApplicationSpec, flinkVersion = "2.3.0", options: Record<string, string> = {}) {
  return parse(configMapData(rendered({ application, flinkVersion, options }))["config.yaml"] ?? "");
}

describe("an application cluster", () => {
  it("starts the application's entry point", () => {
    const cluster = rendered({ application: jar });
    expect(mainContainer(cluster).args).toEqual(["bash", "-c", "kubernetes-jobmanager.sh kubernetes-application "]);
    expect(shipped(jar).kubernetes.internal.jobmanager.entrypoint.class).toMatch(/ApplicationClusterEntrypoint$/);
  });

  it("hands on the program, its arguments as they are", () => {
    const program = { ...jar, entryClass: "org.Main", arguments: ["--in", "a b", ""], parallelism: 4 };
    expect(shipped(program)).toMatchObject({
      $internal: { application: { main: "org.Main", "program-args": ["--in", "a b", ""] } },
      parallelism: { default: 4 },
      pipeline: { jars: ["local:///opt/flink/usrlib/job.jar"] },
    });
  });

  it("overwrites what -D says of the savepoint's flags, but not its path", () => {
    const options = { "execution.state-recovery.path": "s3://b/1", "execution.state-recovery.claim-mode": "CLAIM" };
    expect(shipped(jar, "2.3.0", options).execution["state-recovery"]).toEqual({
      path: "s3://b/1",
      "claim-mode": "NO_CLAIM",
      "ignore-unclaimed-state": false,
    });
  });

  it("restores from a savepoint with its flags", () => {
    const savepoint = { path: "s3://b/2", allowNonRestoredState: true, claimMode: "CLAIM" as const };
    expect(shipped({ ...jar, savepoint }).execution["state-recovery"]).toEqual({
      path: "s3://b/2",
      "claim-mode": "CLAIM",
      "ignore-unclaimed-state": true,
    });
  });

  it("says whether its client stays attached", () => {
    const { execution } = shipped({ ...jar, detached: true, shutdownOnAttachedExit: true });
    expect(execution).toMatchObject({ attached: false, "shutdown-on-attached-exit": true });
    expect(shipped(jar).execution).toMatchObject({ attached: true, "shutdown-on-attached-exit": false });
  });

  it("writes empty lists for Flink 1.20 only", () => {
    const options = { "pipeline.classpaths": "file:/x" };
    expect(shipped(jar, "1.20.5", options)).toMatchObject({
      $internal: { application: { "program-args": [] } },
      pipeline: { classpaths: [] },
    });
    expect(shipped(jar, "2.3.0", options)).not.toHaveProperty("$internal");
    expect(shipped(jar, "2.3.0", options).pipeline.classpaths).toBe("file:/x");
  });

  it("prints class paths as Java does", () => {
    const program = { ...jar, classpaths: ["file:///a/b.jar", "https://host/c.jar"] };
    expect(shipped(program).pipeline.classpaths).toEqual(["file:/a/b.jar", "https://host/c.jar"]);
  });

  it("takes Python programs, which need no jar", () => {
    const python = { file: "/opt/job.py", options: { "python.files": "lib.zip" } };
    const config = shipped({ arguments: ["--in", "x"], python });
    expect(config.$internal.application).toEqual({
      main: "org.apache.flink.client.python.PythonDriver",
      "program-args": ["--python", "/opt/job.py", "--in", "x"],
    });
    expect(config.python.files).toBe("lib.zip");
    expect(config).not.toHaveProperty("pipeline");
  });

  it("makes a file URI of an absolute path", () => {
    expect(shipped({ ...jar, jarUri: "/tmp//my%20job.jar" }).pipeline.jars).toEqual(["file:/tmp/my%2520job.jar"]);
  });

  it.each([
    [{ ...jar, jarUri: "a b.jar" }, {}, "jar-uri-invalid"],
    [{ ...jar, jarUri: "job.jar" }, {}, "jar-uri-relative"],
    [{ ...jar, classpaths: ["local:///x"] }, {}, "classpath-invalid"],
    [jar, { "execution.target": "kubernetes-session" }, "target-unsupported"],
    [jar, { "kubernetes.artifacts.local-upload-enabled": "true" }, "local-upload-unsupported"],
    [{ arguments: [] }, {}, "jar-missing"],
  ])("refuses %j with %j", (application, options, code) => {
    expect(refusals({ application, options })).toContainEqual(expect.objectContaining({ code }));
  });
});
