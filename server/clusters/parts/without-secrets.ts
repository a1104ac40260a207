import type { ClusterSpec } from "../../flink/cluster-spec.ts";
import { mask, maskOptions, maskText } from "./flink-configuration-file.ts";

const keytab = "security.kerberos.login.keytab";

/**
 * A spec as it may be kept and shown: values of sensitive options are hidden, a keytab is left out. Who uses it again
 * has to give them anew.
 */
export function withoutSecrets(spec: ClusterSpec): ClusterSpec {
  return {
    ...spec,
    configuration: maskOptions(Object.entries(spec.configuration)),
    ...(spec.files && { files: filesWithoutSecrets(spec.files, spec.configuration[keytab]) }),
  };
}

function filesWithoutSecrets(files: NonNullable<ClusterSpec["files"]>, keytabPath: string | undefined) {
  return {
    ...files,
    ...(files.conf && { conf: mapValues(files.conf, maskConf) }),
    ...(files.named && { named: mapValues(files.named, (path, text) => (path === keytabPath ? mask : text)) }),
  };
}

function maskConf(name: string, text: string): string {
  return name === "config.yaml" || name === "flink-conf.yaml" ? maskText({ name, text }).text : text;
}

function mapValues(texts: Readonly<Record<string, string>>, change: (name: string, text: string) => string) {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, change(name, text)]));
}
