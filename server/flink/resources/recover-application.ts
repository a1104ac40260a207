import type { ApplicationSpec } from "../cluster-spec.ts";
import { IllegalValue } from "../options/illegal-value.ts";
import { parseList } from "../options/list-value.ts";
import { parseBoolean, parseEnum, parseInteger } from "../options/option.ts";

const pythonDriver = "org.apache.flink.client.python.PythonDriver";
const savepointPath = "execution.state-recovery.path";
const ignoreUnclaimed = "execution.state-recovery.ignore-unclaimed-state";
const claimMode = "execution.state-recovery.claim-mode";

/**
 * The program of an application from what the client shipped; its options leave `options`.
 *
 * The reverse of `programOptions` and `programTail`.
 */
export function recoverApplication(
  shipped: ReadonlyMap<string, string>,
  options: Map<string, string>,
  yaml: boolean,
): ApplicationSpec {
  const list = (key: string) => {
    const text = shipped.get(key);
    return text === undefined || text === "" ? [] : parseList(text, { yaml, yamlInItems: yaml, isoDurations: true });
  };
  const take = (key: string) => {
    const value = options.get(key);
    options.delete(key);
    return value;
  };
  const [jarUri] = list("pipeline.jars");
  const classpaths = list("pipeline.classpaths");
  take("pipeline.jars");
  take("pipeline.classpaths");
  take("execution.attached");
  take("execution.shutdown-on-attached-exit");
  const path = take(savepointPath);
  const skips = parsed(() => parseBoolean(take(ignoreUnclaimed) ?? "false")) ?? false;
  const mode = parsed(() => parseEnum(take(claimMode) ?? "NO_CLAIM", ["CLAIM", "NO_CLAIM", "LEGACY"])) ?? "NO_CLAIM";
  const parallelism = parsed(() => parseInteger(options.get("parallelism.default") ?? ""));
  if (parallelism !== undefined && parallelism > 0) options.delete("parallelism.default");
  const said = (key: string) => shipped.get(key)?.toLowerCase() === "true";
  return {
    ...programOf(shipped.get("$internal.application.main"), list("$internal.application.program-args")),
    ...(jarUri !== undefined && { jarUri }),
    ...(classpaths.length > 0 && { classpaths }),
    ...(parallelism !== undefined && parallelism > 0 && { parallelism }),
    ...(path !== undefined && { savepoint: { path, allowNonRestoredState: skips, claimMode: mode } }),
    ...(!said("execution.attached") && { detached: true }),
    ...(said("execution.shutdown-on-attached-exit") && { shutdownOnAttachedExit: true }),
  };
}

function programOf(
  main: string | undefined,
  words: readonly string[],
): Pick<ApplicationSpec, "arguments" | "python"> & {
  readonly entryClass?: string;
} {
  if (main !== pythonDriver) return { arguments: words, ...(main !== undefined && { entryClass: main }) };
  const [flag, program, ...rest] = words;
  if (flag === "--python" && program !== undefined) return { arguments: rest, python: { file: program, options: {} } };
  if (flag === "--pyModule" && program !== undefined)
    return { arguments: rest, python: { module: program, options: {} } };
  return { arguments: words, python: { options: {} } };
}

function parsed<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof IllegalValue) return undefined;
    throw error;
  }
}
