import { describe, expect, it } from "vitest";
import { emptyDraft } from "./draft.ts";
import { flinkCommand } from "./flink-command.ts";

const draft = {
  ...emptyDraft,
  clusterId: "settlement",
  namespace: "payments",
  jobManagerMemory: "",
  taskManagerMemory: "",
};

describe("flinkCommand", () => {
  it("names every option of a session", () => {
    expect(flinkCommand(draft)).toBe(
      "bin/kubernetes-session.sh \\\n  -Dkubernetes.cluster-id=settlement \\\n  -Dkubernetes.namespace=payments \\\n  -Dtaskmanager.numberOfTaskSlots=1",
    );
  });

  it("quotes what a shell would read otherwise", () => {
    const options = [{ id: "1", key: "env.java.opts.all", value: `-Dx='$(id)'` }];
    expect(flinkCommand({ ...draft, options })).toContain(`'-Denv.java.opts.all=-Dx='\\''$(id)'\\'''`);
  });

  it("runs an application with its program, jar and arguments last", () => {
    const application = {
      ...draft,
      mode: "application" as const,
      jarUri: "local:///j.jar",
      programArguments: `--name "a b"`,
    };
    expect(flinkCommand(application).split(" \\\n  ").at(-1)).toBe("local:///j.jar --name 'a b'");
    expect(flinkCommand(application)).toContain("bin/flink run \\\n  -t kubernetes-application");
    expect(flinkCommand({ ...application, flinkVersion: "1.20.5" })).toContain("bin/flink run-application");
  });
});
