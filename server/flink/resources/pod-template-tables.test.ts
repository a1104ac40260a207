import { describe, expect, it } from "vitest";
import { configMapData, mainContainer, podMetadata, podSpec, rendered } from "../rendered.ts";

/** Row by row, the three tables of Flink's page: which fields of a pod template Flink overwrites, and how. */

const pod = (metadata: string, spec: string, container: string) =>
  `metadata: {${metadata}}\nspec:\n  ${spec === "" ? "" : `${spec}\n  `}containers: [{name: flink-main-container${container}}]\n`;
const withMetadata = (metadata: string) => pod(metadata, "", "");
const withSpec = (spec: string) => pod("", spec, "");
const withContainer = (container: string) => pod("", "", `, ${container}`);

describe("Pod Metadata", () => {
  it("name: defined by Flink, by the Deployment's name; the template's means nothing", () => {
    const cluster = rendered({ template: withMetadata("name: theirs") });
    expect(cluster.deployment.metadata?.name).toBe("my-cluster");
  });

  it("namespace: kubernetes.namespace decides", () => {
    const options = { "kubernetes.namespace": "team-a" };
    expect(rendered({ template: withMetadata("namespace: theirs"), options }).namespace).toBe("team-a");
  });

  it("ownerReferences: only kubernetes.jobmanager.owner.reference owns the Deployment", () => {
    const owner = "apiVersion:v1,kind:Owner,name:me,uid:1,controller:TRUE,blockOwnerDeletion:yes,unknown:x";
    const options = { "kubernetes.jobmanager.owner.reference": owner };
    expect(rendered({ options }).deployment.metadata?.ownerReferences).toEqual([
      { apiVersion: "v1", kind: "Owner", name: "me", uid: "1", controller: true, blockOwnerDeletion: false },
    ]);
    expect(rendered({ template: withMetadata("name: x") }).deployment.metadata).not.toHaveProperty("ownerReferences");
  });

  it("annotations: the options' are added, and win", () => {
    const options = { "kubernetes.jobmanager.annotations": "both:option,more:1" };
    const cluster = rendered({ template: withMetadata("annotations: {mine: a, both: template}"), options });
    expect(podMetadata(cluster).annotations).toEqual({ mine: "a", both: "option", more: "1" });
    expect(cluster.deployment.metadata?.annotations).toEqual({ both: "option", more: "1" });
  });

  it("labels: Flink's three win over the options', and these over the template's", () => {
    const options = { "kubernetes.jobmanager.labels": "both:option,app:mine" };
    const cluster = rendered({ template: withMetadata("labels: {team: a, both: template, type: mine}"), options });
    const flinks = { app: "my-cluster", component: "jobmanager", type: "flink-native-kubernetes" };
    expect(podMetadata(cluster).labels).toEqual({ team: "a", both: "option", ...flinks });
    expect(cluster.deployment.metadata?.labels).toEqual({ both: "option", ...flinks });
    expect(cluster.deployment.spec?.selector.matchLabels).toEqual(flinks);
  });
});

describe("Pod Spec", () => {
  it("imagePullSecrets: the options' are added", () => {
    const options = { "kubernetes.container.image.pull-secrets": "two; three ;" };
    const cluster = rendered({ template: withSpec("imagePullSecrets: [{name: one}]"), options });
    expect(podSpec(cluster).imagePullSecrets).toEqual([{ name: "one" }, { name: "two" }, { name: "three" }]);
  });

  it("nodeSelector: the options' are added, and win", () => {
    const options = { "kubernetes.jobmanager.node-selector": "zone:b" };
    const cluster = rendered({ template: withSpec("nodeSelector: {zone: a, disk: ssd}"), options });
    expect(podSpec(cluster).nodeSelector).toEqual({ zone: "b", disk: "ssd" });
  });

  it("tolerations: the options' are added", () => {
    const options = { "kubernetes.jobmanager.tolerations": "KEY:two,Operator:Exists,tolerationseconds:60,unknown:x" };
    const cluster = rendered({ template: withSpec("tolerations: [{key: one}]"), options });
    expect(podSpec(cluster).tolerations).toEqual([
      { key: "one" },
      { key: "two", operator: "Exists", tolerationSeconds: 60 },
    ]);
  });

  it("restartPolicy: kept, although the page says that Flink overwrites it; Kubernetes will refuse it", () => {
    const cluster = rendered({ template: withSpec("restartPolicy: OnFailure") });
    expect(podSpec(cluster).restartPolicy).toBe("OnFailure");
    expect(cluster.warnings).toContainEqual(expect.objectContaining({ code: "restart-policy-refused" }));
  });

  it.each([
    ["the template's, where no option is set", "serviceAccountName: mine", {}, "mine"],
    ["the option's, where one is set", "serviceAccountName: mine", { "kubernetes.service-account": "flink" }, "flink"],
    [
      "the JobManager's own option before the common one",
      "",
      { "kubernetes.service-account": "a", "kubernetes.jobmanager.service-account": "b" },
      "b",
    ],
    ["default, where nothing is set", "", {}, "default"],
  ])("serviceAccount: %s", (_, spec, options, account) => {
    const found = podSpec(rendered({ template: withSpec(spec), options }));
    expect([found.serviceAccount, found.serviceAccountName]).toEqual([account, account]);
  });

  it("volumes: Flink's are added behind the template's", () => {
    const cluster = rendered({ template: withSpec("volumes: [{name: mine, emptyDir: {}}]") });
    const names = podSpec(cluster).volumes?.map(({ name }) => name);
    expect(names).toEqual(["mine", "user-artifacts-volume", "flink-config-volume"]);
  });
});

describe("Main Container Spec", () => {
  it("env: Flink's are added behind the template's, and a name may stand twice", () => {
    const options = { "containerized.master.env.BOTH": "option" };
    const cluster = rendered({ template: withContainer("env: [{name: BOTH, value: template}]"), options });
    expect(mainContainer(cluster).env?.map(({ name, value }) => [name, value])).toEqual([
      ["BOTH", "template"],
      ["BOTH", "option"],
      ["_POD_IP_ADDRESS", undefined],
    ]);
  });

  it.each([
    ["the template's, where no option is set", {}, "mine:1"],
    ["the option's, where one is set", { "kubernetes.container.image.ref": "flink:2.3.0" }, "flink:2.3.0"],
    ["the option's by its old key", { "kubernetes.container.image": "old:1" }, "old:1"],
  ])("image: %s", (_, options, image) => {
    expect(mainContainer(rendered({ template: withContainer("image: mine:1"), options })).image).toBe(image);
  });

  it.each([
    ["the template's, where no option is set", {}, "Always"],
    ["the option's, where one is set", { "kubernetes.container.image.pull-policy": "never" }, "Never"],
  ])("imagePullPolicy: %s", (_, options, policy) => {
    const cluster = rendered({ template: withContainer("imagePullPolicy: Always"), options });
    expect(mainContainer(cluster).imagePullPolicy).toBe(policy);
  });

  it("name: flink-main-container, last of all; a template without it gets one", () => {
    const cluster = rendered({ template: "spec: {containers: [{name: side, image: busybox}]}" });
    expect(podSpec(cluster).containers.map(({ name }) => name)).toEqual(["side", "flink-main-container"]);
  });

  it("resources: cpu and memory are replaced, others are kept", () => {
    const resources =
      "resources: {requests: {cpu: 3, memory: 9Gi, ephemeral-storage: 1Gi}, limits: {cpu: 4, example.com/gpu: 1}}";
    const options = {
      "jobmanager.memory.process.size": "2g",
      "kubernetes.jobmanager.cpu.amount": "0.5",
      "kubernetes.jobmanager.cpu.limit-factor": "3",
      "kubernetes.jobmanager.memory.limit-factor": "1.5",
    };
    expect(mainContainer(rendered({ template: withContainer(resources), options })).resources).toEqual({
      requests: { cpu: "0.5", memory: "2048Mi", "ephemeral-storage": "1Gi" },
      limits: { cpu: "1.5", memory: "3072Mi", "example.com/gpu": "1" },
    });
  });

  it("containerPorts: Flink's are added behind the template's", () => {
    const cluster = rendered({ template: withContainer("ports: [{name: debug, containerPort: 5005}]") });
    expect(mainContainer(cluster).ports?.map(({ name }) => name)).toEqual([
      "debug",
      "rest",
      "jobmanager-rpc",
      "blobserver",
    ]);
  });

  it("volumeMounts: Flink's are added behind the template's", () => {
    const cluster = rendered({ template: withContainer("volumeMounts: [{name: data, mountPath: /data}]") });
    const paths = mainContainer(cluster).volumeMounts?.map(({ mountPath }) => mountPath);
    expect(paths).toEqual(["/data", "/opt/flink/artifacts", "/opt/flink/conf"]);
  });
});

describe("a pod template", () => {
  it("keeps every field that the tables do not list, known or not", () => {
    const cluster = rendered({
      template: pod(
        "",
        "priorityClassName: high\n  somethingNew: {deep: [1]}",
        ", livenessProbe: {tcpSocket: {port: 1}}, novel: true",
      ),
    });
    expect(podSpec(cluster)).toMatchObject({ priorityClassName: "high", somethingNew: { deep: [1] } });
    expect(mainContainer(cluster)).toMatchObject({ livenessProbe: { tcpSocket: { port: 1 } }, novel: true });
  });

  it("loses hostNetwork: only kubernetes.hostnetwork.enabled sets it", () => {
    expect(podSpec(rendered({ template: withSpec("hostNetwork: true") })).hostNetwork).toBe(false);
    const network = podSpec(rendered({ options: { "kubernetes.hostnetwork.enabled": "true" } }));
    expect(network).toMatchObject({ hostNetwork: true, dnsPolicy: "ClusterFirstWithHostNet" });
    expect(mainContainer(rendered({ options: { "kubernetes.hostnetwork.enabled": "true" } }))).not.toHaveProperty(
      "ports",
    );
  });

  it("of the TaskManagers is shipped as it is, unread", () => {
    const options = { "kubernetes.pod-template-file.taskmanager": "/tm.yaml" };
    const cluster = rendered({ options, files: { named: { "/tm.yaml": "{broken" } } });
    expect(configMapData(cluster, "pod-template-my-cluster")).toEqual({ "taskmanager-pod-template.yaml": "{broken" });
    expect(mainContainer(cluster).volumeMounts).toContainEqual({
      name: "pod-template-volume",
      mountPath: "/opt/flink/pod-template",
    });
  });
});
