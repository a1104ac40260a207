import type { ApplicationSpec, PythonSpec } from "../cluster-spec.ts";
import { Refusal } from "../issue-collector.ts";
import { IllegalValue } from "../options/illegal-value.ts";
import { parseEnum, parseInteger } from "../options/option.ts";
import { pythonFlags } from "./flink-flags.ts";

/** What was given of each flag, by its short name. Of a flag given twice, the first counts, as in Flink. */
export interface Flags {
  has(short: string): boolean;
  value(short: string): string | undefined;
  values(short: string): readonly string[];
}

const gatewayServer = "org.apache.flink.client.python.PythonGatewayServer";

/**
 * The program of an application from its flags and the words behind them.
 *
 * Flink: ProgramOptions.
 */
export function applicationOf(flags: Flags, rest: readonly string[]): ApplicationSpec {
  const python = pythonOf(flags);
  const words = flags.has("a") ? flags.values("a") : rest;
  const classpaths = flags.values("C");
  return {
    ...(python ? { arguments: words } : javaProgram(flags, words)),
    ...given("entryClass", flags.value("c")),
    ...given("parallelism", parallelismOf(flags)),
    ...given("classpaths", classpaths.length > 0 ? classpaths : undefined),
    ...given("savepoint", savepointOf(flags)),
    ...given("detached", flags.has("d") || flags.has("yd") || undefined),
    ...given("shutdownOnAttachedExit", flags.has("sae") || undefined),
    ...given("python", python),
  };
}

/** Without `-j` the first word is the jar. */
function javaProgram(flags: Flags, words: readonly string[]): Pick<ApplicationSpec, "jarUri" | "arguments"> {
  const jar = flags.value("j");
  if (jar !== undefined) return { jarUri: jar, arguments: words };
  const [jarUri, ...programArguments] = words;
  if (jarUri !== undefined) return { jarUri, arguments: programArguments };
  throw new Refusal({
    field: "application.jarUri",
    code: "jar-missing",
    detail: "Java program should be specified a JAR file.",
  });
}

function given<Name extends string, T>(name: Name, value: T | undefined): { readonly [_ in Name]?: T } {
  // A computed key widens to string; it is Name and nothing else.
  return (value === undefined ? {} : { [name]: value }) as { [_ in Name]?: T };
}

function parallelismOf(flags: Flags): number | undefined {
  const text = flags.value("p");
  if (text === undefined) return undefined;
  const parallelism = tryParse(() => parseInteger(text));
  if (parallelism !== undefined && (parallelism > 0 || parallelism === -1)) return parallelism;
  throw new Refusal({
    field: "application.parallelism",
    code: "parallelism-not-positive",
    detail: `The parallelism must be a positive number: ${text}`,
  });
}

/** `-n` and `-cm` count only together with `-s`. */
function savepointOf(flags: Flags): ApplicationSpec["savepoint"] {
  const path = flags.value("s");
  if (path === undefined) return undefined;
  const text = flags.value("cm") ?? flags.value("rm") ?? "NO_CLAIM";
  const claimMode = tryParse(() => parseEnum(text, ["CLAIM", "NO_CLAIM", "LEGACY"]));
  if (claimMode === undefined) {
    throw new Refusal({
      field: "application.savepoint.claimMode",
      code: "claim-mode-unknown",
      detail: `'${text}' is no claim mode. Expected is one of CLAIM, NO_CLAIM, LEGACY.`,
    });
  }
  return { path, allowNonRestoredState: flags.has("n"), claimMode };
}

function pythonOf(flags: Flags): PythonSpec | undefined {
  const file = flags.value("py");
  const module = flags.value("pym");
  if (file === undefined && module === undefined && flags.value("c") !== gatewayServer) return undefined;
  const options = Object.entries(pythonFlags).flatMap(([flag, key]) => {
    const value = flags.value(flag);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...given("file", file), ...given("module", module), options: Object.fromEntries(options) };
}

function tryParse<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof IllegalValue) return undefined;
    throw error;
  }
}
