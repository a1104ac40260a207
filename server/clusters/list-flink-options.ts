import { ConsoleError } from "../errors.ts";
import { stockConf } from "../flink/configuration/stock/stock-conf.ts";
import { configurationPage, describeOptions } from "../flink/options/catalogue/describe-options.ts";
import { flinkRules } from "../flink/versions.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { listFlinkOptionsOperation } from "./new-cluster.schema.ts";

/** The options and files of a Flink version. What is no version is refused. */
export async function listFlinkOptions({
  flinkVersion,
}: RequestOf<typeof listFlinkOptionsOperation>): Promise<AnswerOf<typeof listFlinkOptionsOperation>> {
  const rules = flinkRules(flinkVersion);
  if (!rules) throw new ConsoleError({ kind: "not-found", resource: `Flink ${flinkVersion}` });
  const options = describeOptions(rules).map(({ values, oldKeys, ...option }) => ({
    ...option,
    ...(values && { values: [...values] }),
    ...(oldKeys && { oldKeys: [...oldKeys] }),
  }));
  return { minor: rules.minor, page: configurationPage(rules), options, conf: stockConf(rules) };
}
