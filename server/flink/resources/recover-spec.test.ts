import { describe, expect, it } from "vitest";
import { z } from "zod";
import { configValueText } from "../configuration/config-value.ts";
import { readConfigYaml } from "../configuration/read-config-yaml.ts";
import { recordedCase, recordedCases, recordedVersions, specOf } from "../recorded.ts";
import { recoverSpec } from "./recover-spec.ts";
import { renderCluster } from "./render-cluster.ts";
import type { RenderedCluster } from "./rendering.ts";

const generatedClusterId = "flink-cluster-0123456789abcdef0123456789abcde";
const data = z.object({ data: z.record(z.string(), z.string()) });

function recover({ clusterId, namespace, deployment, accompanying }: RenderedCluster, flinkVersion: string) {
  const dataOf = (name: string) => {
    const found = accompanying.find(({ kind, metadata }) => kind === "ConfigMap" && metadata?.name === name);
    return found && data.parse(found).data;
  };
  const container = deployment.spec?.template.spec?.containers.find(({ name }) => name === "flink-main-container");
  return recoverSpec({
    clusterId,
    namespace,
    flinkVersion,
    image: container?.image,
    configuration: dataOf(`flink-config-${clusterId}`) ?? {},
    podTemplate: dataOf(`pod-template-${clusterId}`)?.["taskmanager-pod-template.yaml"],
    hadoop: dataOf(`hadoop-config-${clusterId}`),
  });
}

/** Options are compared as Flink reads them: whether a number stands in quotes, and the order, is not in a spec. */
function comparable(rendering: RenderedCluster) {
  const text = JSON.stringify([rendering.deployment, ...rendering.accompanying]);
  const objects = z.array(z.looseObject({ kind: z.string() })).parse(JSON.parse(text));
  return objects.map((object) => {
    const read = data.safeParse(object);
    const file = read.data?.data["config.yaml"];
    if (object.kind !== "ConfigMap" || file === undefined) return object;
    return { ...object, data: { ...read.data?.data, "config.yaml": optionsIn(file) } };
  });
}

const optionsIn = (text: string) =>
  Object.fromEntries([...readConfigYaml(text, false).entries()].map(([key, value]) => [key, configValueText(value)]));

const twoTemplates = "session-template-full-overridden";

function rendered(spec: Parameters<typeof renderCluster>[0]): RenderedCluster | undefined {
  const rendering = renderCluster(spec, { generatedClusterId });
  return rendering.kind === "rendered" ? rendering : undefined;
}

describe.each(recordedVersions)("recoverSpec for Flink %s", (version) => {
  const cases = recordedCases(version).flatMap((name) => {
    const first = rendered(specOf(recordedCase(version, name)));
    return first && name !== twoTemplates ? [{ name, first }] : [];
  });

  it.each(cases)("builds the objects of $name again from themselves", ({ first }) => {
    const recovered = recover(first, version);
    if (!recovered) throw new Error("nothing was recovered");
    expect(recovered.notTaken).toEqual([]);
    const again = rendered(recovered.spec);
    expect(again && comparable(again)).toEqual(comparable(first));
  });
});

describe("recoverSpec", () => {
  it("says that a JobManager's own pod template is gone", () => {
    const first = rendered(specOf(recordedCase("2.3.0", twoTemplates)));
    const recovered = first && recover(first, "2.3.0");
    expect(recovered?.notTaken.map(({ field }) => field)).toEqual(["kubernetes.pod-template-file.jobmanager"]);
    expect(Object.keys(recovered?.spec.configuration ?? {})).not.toContain("kubernetes.pod-template-file.jobmanager");
  });

  const minimal = { "kubernetes.cluster-id": "a", "kubernetes.namespace": "n" };

  it("takes nothing over that the distribution says anyway", () => {
    const spec = { mode: "session" as const, flinkVersion: "2.3.0", configuration: minimal };
    const first = rendered(spec);
    expect(first && recover(first, "2.3.0")).toEqual({ spec, notTaken: [] });
  });

  it("leaves secret values behind and says so, but takes the names of Secrets over", () => {
    const secrets = { "kubernetes.secrets": "keys:/opt/keys", "s3.secret-key": "hush" };
    const first = rendered({
      mode: "session",
      flinkVersion: "2.3.0",
      configuration: { ...minimal, ...secrets },
    });
    const recovered = first && recover(first, "2.3.0");
    expect(recovered?.spec.configuration).toEqual({ ...minimal, "kubernetes.secrets": "keys:/opt/keys" });
    expect(recovered?.notTaken.map(({ field }) => field)).toEqual(["s3.secret-key"]);
    expect(JSON.stringify(recovered)).not.toContain("hush");
  });
});
