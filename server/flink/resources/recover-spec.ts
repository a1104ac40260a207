import type { ClusterSpec, SpecFiles } from "../cluster-spec.ts";
import { configValueText, type FlinkConfiguration } from "../configuration/config-value.ts";
import { givenOptions, leavesStockOut } from "../configuration/given-options.ts";
import { YamlError } from "../configuration/load-yaml.ts";
import { readConfigYaml } from "../configuration/read-config-yaml.ts";
import { readFlinkConf } from "../configuration/read-flink-conf.ts";
import { stockConf } from "../configuration/stock/stock-conf.ts";
import { isSensitiveKey } from "../options/sensitive-keys.ts";
import { type FlinkRules, flinkRules } from "../versions.ts";
import { recoverApplication } from "./recover-application.ts";
import { recoverTemplates } from "./recover-templates.ts";
import type { RenderIssue } from "./rendering.ts";

/** What is left of a spec in the objects of a cluster. */
export interface ClusterTraces {
  readonly clusterId: string;
  readonly namespace: string;
  readonly flinkVersion: string;
  /** Of the JobManager's main container. */
  readonly image: string | undefined;
  /** Data of the ConfigMap with Flink's configuration. */
  readonly configuration: Readonly<Record<string, string>>;
  /** The TaskManagers' pod template, where the cluster has one. */
  readonly podTemplate: string | undefined;
  /** Data of the ConfigMap with Hadoop's files. */
  readonly hadoop: Readonly<Record<string, string>> | undefined;
}

export interface RecoveredSpec {
  readonly spec: ClusterSpec;
  /** What the objects do not tell, or may not be shown: an option's key, and one sentence. */
  readonly notTaken: readonly RenderIssue[];
}

/** They name Secrets and say nothing of what is in them. */
const naming = ["kubernetes.secrets", "kubernetes.env.secretKeyRef", "kubernetes.container.image.pull-secrets"];
export const namesSecretsOnly = (key: string): boolean => naming.includes(key);

/**
 * The spec from which Flink's client would build these objects again, whoever built them: the options that differ from
 * what the client and its distribution say by themselves, the program, the logging files, the pod template.
 *
 * Undefined for a version that is none and for a configuration that can't be read.
 */
export function recoverSpec(traces: ClusterTraces): RecoveredSpec | undefined {
  const rules = flinkRules(traces.flinkVersion);
  const name = ["flink-conf.yaml", "config.yaml"].find((one) => traces.configuration[one] !== undefined);
  const shipped = rules && name && textsOf(name, traces.configuration[name] ?? "", rules);
  if (!rules || !name || !shipped) return undefined;
  const stockFiles = stockConf(rules);
  const stock = textsOf("config.yaml", stockFiles["config.yaml"] ?? "", rules) ?? new Map<string, string>();
  const bare = name === "flink-conf.yaml" || leavesStockOut(shipped, stock);
  const options = givenOptions(shipped, bare ? new Map() : stock, traces);
  const secrets = takeSecrets(options);
  const templates = recoverTemplates(options, traces.podTemplate);
  const kerberos = takeKerberos(options);
  // With a template the image may be the template's.
  nameThem(options, Object.keys(templates.named).length > 0 ? { ...traces, image: undefined } : traces, rules);
  const conf = confOf(traces, stockFiles, bare ? name : undefined, rules);
  const files = filesOf(conf, templates.named, traces.hadoop);
  const program = programOf(shipped, options, name === "config.yaml");
  const configuration = Object.fromEntries(options);
  return {
    spec: { ...program, flinkVersion: traces.flinkVersion, configuration, ...(files && { files }) },
    notTaken: [...secrets, ...templates.notTaken, ...kerberos],
  };
}

function programOf(
  shipped: ReadonlyMap<string, string>,
  options: Map<string, string>,
  yaml: boolean,
): Pick<ClusterSpec, "mode" | "application"> {
  if (shipped.get("execution.target") !== "kubernetes-application") return { mode: "session" };
  return { mode: "application", application: recoverApplication(shipped, options, yaml) };
}

/** What the client takes from its defaults stands in the objects alone. */
function nameThem(options: Map<string, string>, { clusterId, namespace, image }: ClusterTraces, rules: FlinkRules) {
  options.set("kubernetes.cluster-id", clusterId);
  if (namespace !== "default") options.set("kubernetes.namespace", namespace);
  const said = options.has("kubernetes.container.image.ref") || options.has("kubernetes.container.image");
  if (image !== undefined && image !== rules.defaultImage && !said)
    options.set("kubernetes.container.image.ref", image);
}

function filesOf(
  conf: SpecFiles["conf"],
  named: NonNullable<SpecFiles["named"]>,
  hadoop: SpecFiles["hadoop"],
): SpecFiles | undefined {
  const files = { ...(conf && { conf }), ...(Object.keys(named).length > 0 && { named }), ...(hadoop && { hadoop }) };
  return Object.keys(files).length > 0 ? files : undefined;
}

function textsOf(name: string, text: string, rules: FlinkRules): Map<string, string> | undefined {
  try {
    const read: FlinkConfiguration =
      name === "flink-conf.yaml"
        ? readFlinkConf(text).configuration
        : readConfigYaml(text, rules.legacyConfigurationFile);
    return new Map([...read.entries()].map(([key, value]) => [key, configValueText(value)]));
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
}

/** Takes out values that may not be shown. */
function takeSecrets(options: Map<string, string>): RenderIssue[] {
  const secret = [...options.keys()].filter((key) => isSensitiveKey(key) && !namesSecretsOnly(key));
  for (const key of secret) options.delete(key);
  return secret.map((field) => ({ field, code: "secret-not-taken", detail: `The value of ${field} is secret.` }));
}

/** The keytab lies in a Secret: its path means nothing without it. */
function takeKerberos(options: Map<string, string>): RenderIssue[] {
  const keys = ["security.kerberos.login.keytab", "security.keytab", "security.kerberos.krb5-conf.path"];
  const given = keys.filter((key) => options.delete(key));
  const detail = (key: string) => `The file that ${key} names is kept in the cluster only.`;
  return given.map((field) => ({ field, code: "file-not-taken", detail: detail(field) }));
}

/** The `conf/` folder, where the distribution's would give other objects. */
function confOf(
  { configuration }: ClusterTraces,
  stock: Readonly<Record<string, string>>,
  bareName: string | undefined,
  rules: FlinkRules,
): Record<string, string> | undefined {
  const names = rules.shippedLogFiles.filter((name) => configuration[name] !== undefined || stock[name] !== undefined);
  const same = names.every((name) => configuration[name] === stock[name]);
  if (same && bareName === undefined) return undefined;
  const logging = names.flatMap((name) => (configuration[name] === undefined ? [] : [[name, configuration[name]]]));
  const file = bareName === undefined ? ["config.yaml", stock["config.yaml"] ?? ""] : [bareName, "# Said by options\n"];
  return Object.fromEntries([file, ...logging]);
}
