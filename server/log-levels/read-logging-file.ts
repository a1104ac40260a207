import type { Caller, ClusterAddress } from "../caller.ts";
import type { LoggingFileView } from "./log-level-view.schema.ts";
import { textIssues } from "./parts/check-text.ts";
import { readClusterLogging } from "./parts/cluster-logging.ts";

/** The whole logging file, as the ConfigMap has it now. */
export async function readLoggingFile(address: ClusterAddress, caller: Caller): Promise<LoggingFileView> {
  const logging = await readClusterLogging(address, caller);
  const { name, syntax, text, resourceVersion } = logging;
  return { file: name, syntax, text, resourceVersion, issues: textIssues(logging, text) };
}
