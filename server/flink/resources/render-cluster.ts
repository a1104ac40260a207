import type { ClusterSpec } from "../cluster-spec.ts";
import { clientConfiguration, grammarOf } from "../configuration/client-configuration.ts";
import { isHighAvailable, setClientKeys } from "../configuration/client-keys.ts";
import { IssueCollector } from "../issue-collector.ts";
import { jobManagerMemory } from "../memory/job-manager-memory.ts";
import { taskManagerMemory } from "../memory/task-manager-memory.ts";
import * as kubernetes from "../options/kubernetes-options.ts";
import { OptionReader } from "../options/option-reader.ts";
import { type FlinkRules, flinkMinors, flinkRules } from "../versions.ts";
import { checkCluster } from "./check-cluster.ts";
import { buildDeployment } from "./deployment.ts";
import { envSecrets } from "./env-secrets.ts";
import { flinkConfiguration } from "./flink-configuration.ts";
import type { FlinkPod } from "./flink-pod.ts";
import { hadoopConfiguration } from "./hadoop-configuration.ts";
import { initJobManager } from "./init-job-manager.ts";
import { internalService } from "./internal-service.ts";
import { jobManagerCommand } from "./job-manager-command.ts";
import { kerberos, prepareKerberos } from "./kerberos.ts";
import { mountSecrets } from "./mount-secrets.ts";
import { mountPersistentVolumeClaims } from "./persistent-volume-claims.ts";
import { podTemplate, startingPod } from "./pod-template.ts";
import type { RenderIssue, Rendering } from "./rendering.ts";
import { restService } from "./rest-service.ts";
import type { JobManagerParameters, Step } from "./step.ts";
import { warningsOf } from "./warnings.ts";

/** In Flink's order: later steps append to what earlier ones have laid. */
const steps: readonly Step[] = [
  initJobManager,
  envSecrets,
  mountSecrets,
  mountPersistentVolumeClaims,
  jobManagerCommand,
  internalService,
  restService,
  hadoopConfiguration,
  kerberos,
  flinkConfiguration,
  podTemplate,
];

export interface RenderOptions {
  /** Taken as cluster id where the spec has none. See `generatedClusterId`. */
  readonly generatedClusterId?: string | undefined;
}

/**
 * Turns a spec into the Kubernetes objects that Flink's client would create, or says why it would not.
 *
 * Pure: the same spec gives the same rendering, and no input throws.
 * Flink: KubernetesClusterDescriptor, KubernetesJobManagerFactory.
 */
export function renderCluster(spec: ClusterSpec, { generatedClusterId }: RenderOptions = {}): Rendering {
  const rules = flinkRules(spec.flinkVersion);
  if (!rules) return refused([unknownVersion(spec.flinkVersion)]);
  const issues = new IssueCollector();
  const parameters = issues.attempt(() => readParameters(spec, rules, generatedClusterId, issues));
  if (!parameters) return refused(issues.issues);
  const pod = steps.reduce<FlinkPod>(
    (built, step) => step.decorate?.(built, parameters) ?? built,
    startingPod(parameters),
  );
  const deployment = buildDeployment(pod, parameters);
  const accompanying = steps.flatMap((step) => step.accompany?.(parameters) ?? []);
  if (issues.issues.length > 0) return refused(issues.issues);
  const { clusterId, namespace } = parameters;
  return { kind: "rendered", clusterId, namespace, deployment, accompanying, warnings: warningsOf(pod, parameters) };
}

function readParameters(
  spec: ClusterSpec,
  rules: FlinkRules,
  generatedClusterId: string | undefined,
  issues: IssueCollector,
): JobManagerParameters {
  const client = clientConfiguration(spec, rules, generatedClusterId);
  const options = new OptionReader(client.configuration, grammarOf(client, rules), issues.report);
  const memory = issues.attempt(() => jobManagerMemory(options, rules));
  issues.attempt(() => taskManagerMemory(options, rules));
  const clusterId = options.get(kubernetes.clusterId) ?? "";
  const namespace = options.get(kubernetes.namespace);
  setClientKeys(client.configuration, options, spec.mode, { clusterId, namespace }, issues);
  const highAvailable = isHighAvailable(options);
  const files = spec.files ?? {};
  const { mode } = spec;
  const known = { rules, mode, clusterId, namespace, client, options, files, memory, highAvailable, issues };
  checkCluster(known);
  return { ...known, keytab: prepareKerberos(known) };
}

function refused(issues: readonly RenderIssue[]): Rendering {
  const [first = { code: "unexpected", detail: "The cluster can't be rendered." }, ...others] = issues;
  return { kind: "refused", issues: [first, ...others] };
}

function unknownVersion(version: string): RenderIssue {
  const detail = `'${version}' is not a version of Flink. Known are ${flinkMinors.join(", ")}.`;
  return { field: "flinkVersion", code: "version-unknown", detail };
}
