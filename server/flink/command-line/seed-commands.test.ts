import { describe, expect, it } from "vitest";
import type { ClusterSpec } from "../cluster-spec.ts";
import { parseCommandLine } from "./parse-command-line.ts";
import { splitShellWords } from "./split-shell-words.ts";

/** Each example command of Flink's page on native Kubernetes, as printed there, pasted. */

function paste(text: string, flinkVersion = "2.3.0") {
  return parseCommandLine(splitShellWords(text), flinkVersion);
}

function session(configuration: ClusterSpec["configuration"]) {
  return { kind: "parsed", spec: { mode: "session", flinkVersion: "2.3.0", configuration }, warnings: [] };
}

describe("the examples of Flink's page on native Kubernetes", () => {
  it("Getting started (1): start a Kubernetes session", () => {
    expect(
      paste(`# (1) Start Kubernetes session
$ ./bin/kubernetes-session.sh -Dkubernetes.cluster-id=my-first-flink-cluster
`),
    ).toEqual(session({ "kubernetes.cluster-id": "my-first-flink-cluster" }));
  });

  it("Getting started (2): submitting a job to a session creates no cluster, and is said so", () => {
    const parsed = paste(`$ ./bin/flink run \\
    --target kubernetes-session \\
    -Dkubernetes.cluster-id=my-first-flink-cluster \\
    ./examples/streaming/TopSpeedWindowing.jar`);
    expect(parsed).toMatchObject({ kind: "refused", issues: [{ code: "target-unsupported" }] });
  });

  it("Getting started (3): stopping by kubectl is no command of Flink", () => {
    const parsed = paste("$ kubectl delete deployment/my-first-flink-cluster");
    expect(parsed).toMatchObject({ kind: "refused", issues: [{ code: "command-unknown" }] });
  });

  it("Application mode: start an application cluster", () => {
    const parsed = paste(
      `$ ./bin/flink run-application \\
    --target kubernetes-application \\
    -Dkubernetes.cluster-id=my-first-application-cluster \\
    -Dkubernetes.container.image=custom-image-name \\
    local:///opt/flink/usrlib/my-flink-job.jar`,
      "1.20.5",
    );
    expect(parsed).toEqual({
      kind: "parsed",
      spec: {
        mode: "application",
        flinkVersion: "1.20.5",
        configuration: {
          "kubernetes.cluster-id": "my-first-application-cluster",
          "kubernetes.container.image": "custom-image-name",
        },
        application: { jarUri: "local:///opt/flink/usrlib/my-flink-job.jar", arguments: [] },
      },
      warnings: [],
    });
  });

  it("Application mode: the action of Flink 1.20 is taken for 2.x, too, with a warning", () => {
    const parsed = paste("./bin/flink run-application -t kubernetes-application local:///a.jar");
    expect(parsed).toMatchObject({ kind: "parsed", warnings: [{ code: "action-of-other-version" }] });
  });

  it.each(["list", "cancel"])("Application mode: flink %s creates no cluster", (action) => {
    const parsed = paste(
      `$ ./bin/flink ${action} --target kubernetes-application -Dkubernetes.cluster-id=my-first-application-cluster`,
    );
    expect(parsed).toMatchObject({ kind: "refused", issues: [{ code: "command-unknown" }] });
  });

  it("Session mode: attach to a session", () => {
    expect(
      paste(`$ ./bin/kubernetes-session.sh \\
    -Dkubernetes.cluster-id=my-first-flink-cluster \\
    -Dexecution.attached=true`),
    ).toEqual(session({ "kubernetes.cluster-id": "my-first-flink-cluster", "execution.attached": "true" }));
  });

  it("Session mode: stopping through a pipe creates no cluster", () => {
    const parsed = paste(`$ echo 'stop' | ./bin/kubernetes-session.sh \\
    -Dkubernetes.cluster-id=my-first-flink-cluster \\
    -Dexecution.attached=true`);
    expect(parsed).toMatchObject({ kind: "refused", issues: [{ code: "command-unknown" }] });
  });

  it("Using plugins, although the page forgot a backslash", () => {
    expect(
      paste(`$ ./bin/kubernetes-session.sh
    -Dcontainerized.master.env.ENABLE_BUILT_IN_PLUGINS=flink-s3-fs-hadoop-2.3.0.jar \\
    -Dcontainerized.taskmanager.env.ENABLE_BUILT_IN_PLUGINS=flink-s3-fs-hadoop-2.3.0.jar`),
    ).toEqual(
      session({
        "containerized.master.env.ENABLE_BUILT_IN_PLUGINS": "flink-s3-fs-hadoop-2.3.0.jar",
        "containerized.taskmanager.env.ENABLE_BUILT_IN_PLUGINS": "flink-s3-fs-hadoop-2.3.0.jar",
      }),
    );
  });

  it("Using Secrets as files", () => {
    expect(paste("$ ./bin/kubernetes-session.sh -Dkubernetes.secrets=mysecret:/path/to/secret")).toEqual(
      session({ "kubernetes.secrets": "mysecret:/path/to/secret" }),
    );
  });

  it("Using Secrets as environment variables, over several lines", () => {
    expect(
      paste(`$ ./bin/kubernetes-session.sh -Dkubernetes.env.secretKeyRef=\\
    env:SECRET_USERNAME,secret:mysecret,key:username;\\
    env:SECRET_PASSWORD,secret:mysecret,key:password`),
    ).toEqual(
      session({
        "kubernetes.env.secretKeyRef":
          "env:SECRET_USERNAME,secret:mysecret,key:username;env:SECRET_PASSWORD,secret:mysecret,key:password",
      }),
    );
  });
});
