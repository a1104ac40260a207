import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClusterSpec } from "../flink/cluster-spec.ts";
import { type TestNamespace, testNamespace, until } from "../test-namespace.ts";
import { clusterSpec } from "./cluster-spec.schema.ts";
import { createCluster } from "./create-cluster.ts";
import { getClusterStartup } from "./get-cluster-startup.ts";
import type { ClusterStartup, StartupTrouble } from "./startup.schema.ts";

const small: ClusterSpec["configuration"] = {
  "kubernetes.container.image.ref": "flink:2.3.0",
  "kubernetes.jobmanager.cpu.amount": "0.05",
  "kubernetes.jobmanager.cpu.limit-factor": "20",
  "jobmanager.memory.process.size": "1000m",
};

/** Programs that stand in for Flink's entry, so that a failure costs no JVM. */
const entries = {
  "crash.sh": `#!/bin/bash
echo 'Exception in thread "main" java.lang.IllegalStateException: no heart'
exit 3
`,
  // A shell that fills its memory: a pipe's buffer has a bound, a variable has none.
  "greed.sh": '#!/bin/bash\nx=$(head -c 1500m /dev/zero | tr "\\0" x)\n',
  "sleep.sh": "#!/bin/bash\nexec sleep 600\n",
};

const template = (container = "") => `kind: Pod
apiVersion: v1
metadata: { name: template }
spec:
  containers:
    - name: flink-main-container
      volumeMounts: [{ name: entry, mountPath: /entry }]
${container}
  volumes: [{ name: entry, configMap: { name: entry, defaultMode: 493 } }]
`;

const entry = (name: keyof typeof entries) => ({
  "kubernetes.entry.path": `/entry/${name}`,
  "kubernetes.pod-template-file.default": "/template.yaml",
});
const unready = "      readinessProbe: { exec: { command: ['false'] }, periodSeconds: 1, failureThreshold: 1 }";

type Where = "free" | "quota" | "limits" | "powerless" | "half";
const spaces = new Map<Where, TestNamespace>();
const space = (where: Where): TestNamespace => {
  const found = spaces.get(where);
  if (found === undefined) throw new Error(`no namespace ${where}`);
  return found;
};

interface Provoked {
  readonly where?: Where;
  readonly options?: ClusterSpec["configuration"];
  readonly template?: string;
  /** What is told of it. */
  readonly told: Partial<StartupTrouble>;
}

const cases: Readonly<Record<string, Provoked>> = {
  registry: {
    options: { "kubernetes.container.image.ref": "127.0.0.1:1/flink:9" },
    told: {
      code: "registry-unreachable",
      step: "images",
      fact: "The node does not reach the registry of image 127.0.0.1:1/flink:9.",
    },
  },
  "no-image": {
    options: { "kubernetes.container.image.ref": "flink:9", "kubernetes.container.image.pull-policy": "Never" },
    told: { code: "image-not-found", step: "images", fact: "Image flink:9 is not on the node." },
  },
  "no-name": {
    options: { "kubernetes.container.image.ref": "Flink:!!" },
    told: { code: "image-name-invalid", step: "images", fact: "Flink:!! is not the name of an image." },
  },
  memory: {
    options: { "jobmanager.memory.process.size": "4000g" },
    told: {
      code: "unschedulable",
      step: "pods",
      fact: "No node has 4000 GiB of memory free.",
    },
  },
  selector: {
    options: { "kubernetes.jobmanager.node-selector": "disk:none" },
    told: { code: "unschedulable", step: "pods", fact: "No node has the labels that the pod asks for." },
  },
  quota: {
    where: "quota",
    told: {
      code: "quota-exceeded",
      step: "pods",
      fact: "Quota team leaves no room for the pod.",
      why: "requests.memory: the pod asks for 1000 MiB, 0 of 500 MiB are used.",
    },
  },
  limits: {
    where: "limits",
    told: {
      code: "limit-range",
      step: "pods",
      fact: "The namespace allows at most 500 MiB of memory for a container, this one has 1000 MiB.",
    },
  },
  account: {
    options: { "kubernetes.service-account": "nobody" },
    told: { code: "service-account-missing", step: "pods", serviceAccount: "nobody" },
  },
  "secret-file": {
    options: { "kubernetes.secrets": "none:/opt/none" },
    told: { code: "secret-missing", step: "containers", fact: "Secret none does not exist in the namespace." },
  },
  "secret-variable": {
    options: { "kubernetes.env.secretKeyRef": "env:PASSWORD,secret:none,key:password" },
    told: { code: "secret-missing", step: "containers", fact: "Secret none does not exist in the namespace." },
  },
  "no-entry": {
    options: { "kubernetes.entry.path": "/no-such-program" },
    told: { code: "container-refused", step: "containers", fact: "The image has no program /no-such-program." },
  },
  crash: {
    options: entry("crash.sh"),
    template: template(),
    told: { code: "crash-loop", step: "containers", why: "Its log ends with: IllegalStateException: no heart" },
  },
  greed: {
    options: entry("greed.sh"),
    template: template(),
    told: { code: "out-of-memory", step: "containers" },
  },
  unready: {
    options: entry("sleep.sh"),
    template: template(unready),
    told: { code: "not-ready", step: "rest" },
  },
  rights: {
    where: "powerless",
    told: { code: "rights-missing", serviceAccount: "default", fact: "Service account default may not create pods." },
  },
  // It may create pods, so that nothing but the JobManager's own log tells what is missing.
  "half-rights": {
    where: "half",
    told: { code: "rights-missing", serviceAccount: "default", fact: "Service account default may not list pods." },
  },
};

async function create(clusterId: string, { where = "free", options, template: text }: Provoked): Promise<void> {
  const { context, name, caller } = space(where);
  const configuration = {
    ...small,
    "kubernetes.cluster-id": clusterId,
    "kubernetes.namespace": name,
    ...options,
  };
  const files = text === undefined ? {} : { files: { named: { "/template.yaml": text } } };
  const spec = clusterSpec.parse({ mode: "session", flinkVersion: "2.3.0", configuration, ...files });
  await createCluster({ context, spec }, caller);
}

const startup = (clusterId: string, where: Where = "free"): Promise<ClusterStartup> => {
  const { context, name, caller } = space(where);
  return getClusterStartup({ context, namespace: name, clusterId }, caller);
};

async function letMakePodsOnly({ door, name }: TestNamespace): Promise<void> {
  await door.create("Role", name, {
    metadata: { name: "half" },
    rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["create"] }],
  });
  await door.create("RoleBinding", name, {
    metadata: { name: "half" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "half" },
    subjects: [{ kind: "ServiceAccount", name: "default", namespace: name }],
  });
}

beforeAll(async () => {
  for (const where of ["free", "quota", "limits", "powerless", "half"] as const) {
    spaces.set(where, await testNamespace({ mayMakePods: where !== "powerless" && where !== "half" }));
  }
  await letMakePodsOnly(space("half"));
  await Promise.all([
    space("free").door.create("ConfigMap", space("free").name, { metadata: { name: "entry" }, data: entries }),
    space("quota").door.create("ResourceQuota", space("quota").name, {
      metadata: { name: "team" },
      spec: { hard: { "requests.memory": "500Mi" } },
    }),
    space("limits").door.create("LimitRange", space("limits").name, {
      metadata: { name: "limits" },
      spec: { limits: [{ type: "Container", max: { memory: "500Mi" } }] },
    }),
  ]);
  await Promise.all(Object.entries(cases).map(([id, one]) => create(id, one)));
}, 60_000);
afterAll(() => Promise.all([...spaces.values()].map((each) => each[Symbol.asyncDispose]())));

describe("a cluster that does not come up is explained", () => {
  it.concurrent.each(Object.entries(cases))(
    "%s",
    async (clusterId, { where = "free", told }) => {
      let seen: ClusterStartup | undefined;
      await until(
        `${clusterId} is explained as ${told.code}`,
        async () => {
          seen = await startup(clusterId, where);
          return seen.trouble?.code === told.code;
        },
        75_000,
      ).catch((error: unknown) => {
        throw new Error(`${error}; seen: ${JSON.stringify(seen)}`);
      });
      expect(seen?.state).toBe("stuck");
      expect(seen?.trouble).toMatchObject(told);
      expect(seen?.trouble?.next.length).toBeGreaterThan(0);
      const { steps = [] } = seen ?? {};
      expect(steps.find(({ state }) => state === "stuck")?.name).toBe(seen?.trouble?.step);
      expect(steps[0]).toMatchObject({ name: "deployment", state: "done", detail: clusterId });
    },
    90_000,
  );
});

it("says what it could not look at, and explains what can be told without it", async () => {
  const { name, door, context } = space("free");
  await door.create("Role", name, {
    metadata: { name: "looker" },
    rules: [
      { apiGroups: ["apps"], resources: ["deployments"], verbs: ["list", "watch"] },
      { apiGroups: [""], resources: ["pods", "services", "configmaps"], verbs: ["list", "watch"] },
    ],
  });
  await door.create("RoleBinding", name, {
    metadata: { name: "looker" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "looker" },
    subjects: [{ kind: "User", name: "looker", apiGroup: "rbac.authorization.k8s.io" }],
  });
  const { caller } = await space("free").as({ user: "looker", namespace: name });
  const of = (clusterId: string) => getClusterStartup({ context, namespace: name, clusterId }, caller);
  const crash = await of("crash");
  expect(crash.unseen).toEqual(expect.arrayContaining(["events", "logs"]));
  expect(crash.trouble).toMatchObject({ code: "crash-loop", why: "It has left no word of why." });
  expect((await of("memory")).trouble).toMatchObject({ code: "unschedulable" });
});
