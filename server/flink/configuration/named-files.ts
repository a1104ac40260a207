import type { ClusterSpec } from "../cluster-spec.ts";
import { IssueCollector } from "../issue-collector.ts";
import { kerberosKeytab, krb5Conf } from "../options/cluster-options.ts";
import { jobManagerPodTemplate, taskManagerPodTemplate } from "../options/kubernetes-options.ts";
import type { Option } from "../options/option.ts";
import { OptionReader } from "../options/option-reader.ts";
import { flinkRules } from "../versions.ts";
import { clientConfiguration, grammarOf } from "./client-configuration.ts";

/** A file of the client's disk that an option of the spec names. */
export interface NamedFile {
  /** The key under which the path stands. */
  readonly key: string;
  readonly path: string;
  /** How `files.named` holds it. */
  readonly encoding: "utf8" | "base64";
}

const naming: readonly (readonly [Option<string | undefined>, NamedFile["encoding"]])[] = [
  [jobManagerPodTemplate, "utf8"],
  [taskManagerPodTemplate, "utf8"],
  [kerberosKeytab, "base64"],
  [krb5Conf, "utf8"],
];

/** The files that `files.named` should hold, by what the options say. Empty where the configuration can't be read. */
export function namedFiles(spec: ClusterSpec): readonly NamedFile[] {
  const rules = flinkRules(spec.flinkVersion);
  const issues = new IssueCollector();
  const client = rules && issues.attempt(() => clientConfiguration(spec, rules, undefined));
  if (!rules || !client) return [];
  const reader = new OptionReader(client.configuration, grammarOf(client, rules), issues.report);
  const files = naming.flatMap(([option, encoding]): NamedFile[] => {
    const path = reader.get(option);
    const key = reader.keyOf(option);
    return path === undefined || key === undefined ? [] : [{ key, path, encoding }];
  });
  return files.filter(({ path }, at) => files.findIndex((other) => other.path === path) === at);
}
