import { consolePattern } from "../../flink/log-records/console-pattern.ts";
import type { KubernetesDoor } from "./container-target.ts";

const files = ["log4j-console.properties", "logback-console.xml"] as const;

/** The pattern by which a cluster's containers print; undefined when its ConfigMap is gone or names none. */
export async function readLogPattern(
  door: KubernetesDoor,
  namespace: string,
  clusterId: string,
): Promise<string | undefined> {
  try {
    const { data } = await door.read("ConfigMap", namespace, `flink-config-${clusterId}`);
    for (const file of files) {
      const pattern = consolePattern(file, data?.[file] ?? "");
      if (pattern !== undefined) return pattern;
    }
    return undefined;
  } catch {
    return undefined; // lines are then read by a guess; a log is worth more than its pattern
  }
}
