import { type ConfigValue, configValueText } from "./config-value.ts";

/**
 * Writes `flink-conf.yaml`: `key: value` lines without quotes.
 *
 * Flink 1.20: ConfigurationUtils.convertConfigToWritableLines with a legacy file.
 */
export function writeFlinkConf(entries: readonly (readonly [string, ConfigValue])[]): string {
  return entries.map(([key, value]) => `${key}: ${configValueText(value)}\n`).join("");
}
