import { describe, expect, it } from "vitest";
import { configMapData, mainContainer, podSpec, refusals, rendered } from "../rendered.ts";

const configOf = (options: Record<string, string>, flinkVersion = "2.3.0") =>
  configMapData(rendered({ options, flinkVersion, files: { conf: bare } }))["config.yaml"] ?? "";
const bare = {
  "config.yaml": "jobmanager.memory.process.size: 1600m\ntaskmanager.memory.process.size: 1728m\n",
  "log4j-console.properties": "monitorInterval=30\n",
};
const codes = (options: Record<string, string>) => refusals({ options }).map(({ code }) => code);

describe("high availability", () => {
  it.each(["kubernetes", "ZOOKEEPER", "kuberntes", "org.example.Factory"])("is on for %s", (type) => {
    const cluster = rendered({ options: { "high-availability.type": type, "kubernetes.jobmanager.replicas": "2" } });
    expect(cluster.deployment.spec?.replicas).toBe(2);
    expect(cluster.accompanying.map(({ metadata }) => metadata?.name)).not.toContain("my-cluster");
    expect(configMapData(cluster)["config.yaml"]).toContain("cluster-id: my-cluster");
  });

  it.each(["NONE", "none", "Standalone"])("is off for %s", (type) => {
    const cluster = rendered({ options: { "high-availability.type": type } });
    expect(cluster.accompanying.map(({ metadata }) => metadata?.name)).toContain("my-cluster");
  });

  it("is found under the old key recovery.mode, and fixes its port to the rpc port", () => {
    const config = configOf({ "recovery.mode": "zookeeper", "jobmanager.rpc.port": "7000" });
    expect(config).toContain("jobmanager:\n    port: '7000'");
    expect(config).not.toContain("address:");
  });
});

describe("ports", () => {
  it.each(["blob.server.port", "taskmanager.rpc.port", "rest.bind-port"])("refuses a range for %s", (key) => {
    expect(codes({ [key]: "50100-50200" })).toContain("port-not-fixed");
  });

  it("fixes ports that are 0, and writes rest.bind-port only then", () => {
    const config = configOf({ "rest.port": "0", "blob.server.port": "0" });
    expect(config).toContain("bind-port: '8081'");
    expect(config).toContain("port: '6124'");
    expect(configOf({})).not.toContain("bind-port");
  });

  it("sends REST traffic to rest.bind-port", () => {
    const cluster = rendered({ options: { "rest.port": "80", "rest.bind-port": "8090" } });
    const rest = cluster.accompanying.find(({ metadata }) => metadata?.name === "my-cluster-rest");
    expect(rest).toMatchObject({ spec: { ports: [{ port: 80, targetPort: 8090 }] } });
  });
});

describe("what is refused", () => {
  it.each([
    [{ "kubernetes.cluster-id": " " }, "cluster-id-blank"],
    [{ "kubernetes.cluster-id": "a".repeat(46) }, "cluster-id-too-long"],
    [{ "kubernetes.cluster-id": "1st" }, "cluster-id-invalid"],
    [{ "kubernetes.namespace": "" }, "option-blank"],
    [{ "kubernetes.container.image.ref": " " }, "option-blank"],
    [{ "kubernetes.jobmanager.cpu.limit-factor": "0.5" }, "limit-under-request"],
    [{ "kubernetes.jobmanager.memory.limit-factor": "NaN" }, "limit-under-request"],
    [{ "kubernetes.jobmanager.replicas": "0" }, "replicas-under-one"],
    [{ "kubernetes.jobmanager.replicas": "2" }, "replicas-need-high-availability"],
    [{ "kubernetes.rest-service.exposed.type": "Headless-ClusterIP" }, "option-unreadable"],
    [{ "kubernetes.hostnetwork.enabled": "yes" }, "option-unreadable"],
    [{ "kubernetes.jobmanager.tolerations": "key:a,tolerationSeconds:soon" }, "option-unreadable"],
    [{ "kubernetes.pod-template-file.default": "/missing.yaml" }, "file-missing"],
    [{ "security.kerberos.login.principal": "me" }, "kerberos-login-invalid"],
    [{ "taskmanager.numberOfTaskSlots": "0" }, "cpu-not-positive"],
    [{ "state.backend": "rocksdb", "state.backend.incremental": "true" }, "keys-conflict"],
  ])("%j is %s", (options, code) => {
    expect(codes(options)).toContain(code);
  });

  it("is said all at once", () => {
    const options = { "kubernetes.cluster-id": "A", "kubernetes.jobmanager.replicas": "0", "rest.bind-port": "1-2" };
    expect(codes(options)).toEqual(["port-not-fixed", "cluster-id-invalid", "replicas-under-one"]);
  });

  it("leaves the values of sensitive keys out of the message", () => {
    const [issue] = refusals({ options: { "kubernetes.env.secretKeyRef": "env:hunter2" } });
    expect(issue?.detail).not.toContain("hunter2");
  });
});

describe("Secrets", () => {
  it("are mounted in the order of Java's hash map", () => {
    const options = { "kubernetes.secrets": "zeta:/z,alpha:/a,my.dotted:/d" };
    const cluster = rendered({ options });
    const volumes = podSpec(cluster).volumes?.flatMap(({ secret }) => secret?.secretName ?? []);
    expect(new Set(volumes)).toEqual(new Set(["zeta", "alpha", "my.dotted"]));
    expect(cluster.warnings).toContainEqual(expect.objectContaining({ code: "volume-name-invalid" }));
  });
});

describe("PersistentVolumeClaims", () => {
  const options = {
    "kubernetes.persistent-volume-claims": "my.claim:/data",
    "kubernetes.persistent-volume-claim-read-only": "true",
  };

  it("are mounted from Flink 2.3 on", () => {
    const cluster = rendered({ options });
    expect(podSpec(cluster).volumes).toContainEqual({
      name: "my-claim-pvc",
      persistentVolumeClaim: { claimName: "my.claim", readOnly: true },
    });
    const mount = { name: "my-claim-pvc", mountPath: "/data", readOnly: true };
    expect(mainContainer(cluster).volumeMounts).toContainEqual(mount);
  });

  it("have no effect before", () => {
    expect(podSpec(rendered({ options, flinkVersion: "2.2.0" })).volumes).toHaveLength(2);
  });

  it.each(["Claim:/data", "a:data", "a:/d,b:/d", "a.b:/x,a-b:/y", `${"a".repeat(60)}:/d`, "{'': /d}", "a:''"])(
    "refuses %s",
    (claims) => {
      expect(codes({ "kubernetes.persistent-volume-claims": claims })).toContain("volume-claim-invalid");
    },
  );
});

describe("Hadoop's configuration", () => {
  const files = { hadoop: { "core-site.xml": "<core/>", "hdfs-site.xml": "<hdfs/>" } };

  it("is made of the client's files", () => {
    const cluster = rendered({ files });
    expect(configMapData(cluster, "hadoop-config-my-cluster")).toEqual(files.hadoop);
    expect(mainContainer(cluster).env).toContainEqual({ name: "HADOOP_CONF_DIR", value: "/opt/hadoop/conf" });
  });

  it("is an existing ConfigMap where one is named, mounted whole", () => {
    const cluster = rendered({ files, options: { "kubernetes.hadoop.conf.config-map.name": "theirs" } });
    expect(podSpec(cluster).volumes).toContainEqual({ name: "hadoop-config-volume", configMap: { name: "theirs" } });
    expect(configMapData(cluster, "hadoop-config-my-cluster")).toEqual({});
  });

  it("is left out where the option says so", () => {
    const cluster = rendered({ files, options: { "kubernetes.decorator.hadoop-conf-mount.enabled": "false" } });
    expect(configMapData(cluster, "hadoop-config-my-cluster")).toEqual({});
  });
});

describe("Kerberos", () => {
  const options = {
    "security.kerberos.login.keytab": "/home/me/flink.keytab",
    "security.kerberos.login.principal": "flink@EXAMPLE",
    "security.kerberos.krb5-conf.path": "/etc/my-krb5.conf",
  };
  const files = { named: { "/home/me/flink.keytab": "a2V5", "/etc/my-krb5.conf": "[libdefaults]" } };

  it("ships keytab and krb5.conf, and points the keytab's option into the pod", () => {
    const cluster = rendered({ options, files });
    const secret = cluster.accompanying.find(({ kind }) => kind === "Secret");
    expect(secret).toMatchObject({
      metadata: { name: "kerberos-keytab-my-cluster" },
      data: { "flink.keytab": "a2V5" },
    });
    expect(configMapData(cluster, "kerberos-krb5conf-my-cluster")).toEqual({ "my-krb5.conf": "[libdefaults]" });
    expect(configMapData(cluster)["config.yaml"]).toContain("keytab: /opt/kerberos/kerberos-keytab/flink.keytab");
    expect(configMapData(cluster)["config.yaml"]).toContain("path: /etc/my-krb5.conf");
  });

  it("mounts a krb5.conf that is missing all the same, and warns", () => {
    const krb5 = { "security.kerberos.krb5-conf.path": "/missing" };
    const cluster = rendered({ options: krb5 });
    expect(podSpec(cluster).volumes?.map(({ name }) => name)).toContain("kerberos-krb5conf-volume");
    expect(cluster.warnings).toContainEqual(expect.objectContaining({ code: "file-missing" }));
  });
});

describe("services", () => {
  const options = {
    "kubernetes.rest-service.labels": "app:theirs,x:1",
    "kubernetes.rest-service.annotations": "a:'b:c'",
  };
  const rest = (flinkVersion: string) =>
    rendered({ options, flinkVersion }).accompanying.find(({ metadata }) => metadata?.name === "my-cluster-rest");

  it("take labels from Flink 2.2 on, where the person's win", () => {
    const labels = { app: "theirs", x: "1", type: "flink-native-kubernetes" };
    expect(rest("2.2.0")?.metadata).toMatchObject({ labels, annotations: { a: "b:c" } });
    expect(rest("2.1.0")?.metadata?.labels).toEqual({ app: "my-cluster", type: "flink-native-kubernetes" });
  });
});

describe("the files of a Flink distribution", () => {
  it("stand in where a spec brings none", () => {
    const data = configMapData(rendered());
    expect(Object.keys(data).sort()).toEqual(["config.yaml", "log4j-console.properties", "logback-console.xml"]);
    expect(data["config.yaml"]).toContain("--add-opens=java.base/java.lang=ALL-UNNAMED");
    expect(data["config.yaml"]).not.toContain("bind-host");
    expect(data["log4j-console.properties"]).toContain("monitorInterval=30");
  });

  it.each(["1.20.5", "2.0.0", "2.1.0", "2.2.0", "2.3.0"])(
    "make a cluster of Flink %s without a warning of their own",
    (flinkVersion) => {
      expect(rendered({ flinkVersion }).warnings.map(({ code }) => code)).toEqual(["reachable-inside-only"]);
    },
  );
});

describe("logging files", () => {
  const conf = { ...bare, "log4j.properties": "a", "logback.xml": "b" };
  const items = (flinkVersion: string) => {
    const volumes = podSpec(rendered({ files: { conf }, flinkVersion })).volumes ?? [];
    return volumes.flatMap(({ configMap }) => configMap?.items ?? []).map(({ key }) => key);
  };

  it("are two until Flink 2.0, and seven from 2.1 on", () => {
    expect(items("2.0.0")).toEqual(["log4j-console.properties", "config.yaml"]);
    expect(items("2.1.0")).toEqual(["logback.xml", "log4j.properties", "log4j-console.properties", "config.yaml"]);
  });
});

describe("flink-conf.yaml", () => {
  const legacy =
    "jobmanager.memory.process.size: 1600m # comment\ntaskmanager.memory.process.size: 1728m\nno colon\nquoted: 'x'\n";
  const conf = { ...bare, "flink-conf.yaml": legacy };

  it("is preferred by Flink 1.20, and written back without nesting", () => {
    const options = { "state.backend": "rocksdb", "state.backend.incremental": "true" };
    const text = configMapData(rendered({ files: { conf }, options, flinkVersion: "1.20.5" }))["flink-conf.yaml"];
    expect(text).toContain("jobmanager.memory.process.size: 1600m\n");
    expect(text).toContain("quoted: 'x'\n");
    expect(text).toContain("state.backend.incremental: true\n");
  });

  it("is not read from 2.0 on", () => {
    const data = configMapData(rendered({ files: { conf } }));
    expect(Object.keys(data)).toContain("config.yaml");
    expect(Object.keys(data)).not.toContain("flink-conf.yaml");
  });
});
