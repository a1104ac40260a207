import type { ClusterSpec } from "../cluster-spec.ts";
import { clientConfiguration, grammarOf } from "../configuration/client-configuration.ts";
import { IssueCollector } from "../issue-collector.ts";
import { OptionReader } from "../options/option-reader.ts";
import { flinkRules } from "../versions.ts";
import { type JobManagerMemory, jobManagerMemory } from "./job-manager-memory.ts";
import { type TaskManagerMemory, taskManagerMemory } from "./task-manager-memory.ts";

/** Absent where the sizes given don't fit together; rendering says why. */
export interface SpecMemory {
  readonly jobManager?: JobManagerMemory | undefined;
  readonly taskManager?: TaskManagerMemory | undefined;
}

/** How a spec's processes divide their memory, as Flink derives it. Never throws for what a person may have typed. */
export function specMemory(spec: ClusterSpec): SpecMemory {
  const rules = flinkRules(spec.flinkVersion);
  if (!rules) return {};
  const issues = new IssueCollector();
  const reader = issues.attempt(() => {
    const client = clientConfiguration(spec, rules, undefined);
    return new OptionReader(client.configuration, grammarOf(client, rules), issues.report);
  });
  if (!reader) return {};
  return {
    jobManager: issues.attempt(() => jobManagerMemory(reader, rules)),
    taskManager: issues.attempt(() => taskManagerMemory(reader, rules)),
  };
}
