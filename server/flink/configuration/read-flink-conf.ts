import type { FlinkConfiguration } from "./config-value.ts";
import { JavaHashMap } from "./java-hash-map.ts";

/** A line of `flink-conf.yaml` that Flink skips. */
export interface SkippedLine {
  readonly line: number;
}

/**
 * Reads the legacy `flink-conf.yaml`, which is no YAML: `key: value` lines, `#` anywhere starts a comment.
 *
 * Flink 1.20: GlobalConfiguration.loadLegacyYAMLResource.
 */
export function readFlinkConf(text: string): { configuration: FlinkConfiguration; skipped: readonly SkippedLine[] } {
  const configuration: FlinkConfiguration = new JavaHashMap();
  const skipped: SkippedLine[] = [];
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const conf = (line.split("#", 1)[0] ?? "").trim();
    if (conf === "") continue;
    const colon = conf.indexOf(": ");
    const key = conf.slice(0, Math.max(colon, 0)).trim();
    const value = conf.slice(colon + 2).trim();
    if (colon < 0 || key === "" || value === "") skipped.push({ line: at + 1 });
    else configuration.set(key, value);
  }
  return { configuration, skipped };
}
