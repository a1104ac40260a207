import type { FlinkRules } from "../../versions.ts";
import { configYaml } from "./config-yaml.ts";
import { log4jConsole } from "./log4j-console.ts";
import { logbackConsole } from "./logback-console.ts";

/**
 * The `conf/` folder of a Flink distribution, for specs that bring none: what pods read of it.
 *
 * The logging files for the client's own commands are left out: pods never use them.
 */
export function stockConf(rules: FlinkRules): Readonly<Record<string, string>> {
  return {
    "config.yaml": configYaml(rules.stockExportsNetUtil),
    "log4j-console.properties": log4jConsole(rules.stockLogsPythonWorker),
    "logback-console.xml": logbackConsole(rules.stockLogsPythonWorker),
  };
}
