import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { CommandFailure, currentContext } from "./console-client.ts";

export interface Given {
  readonly text: (name: string) => string | undefined;
  /** Of an option that may come several times. */
  readonly texts: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  readonly positionals: readonly string[];
}

const common = {
  context: { type: "string" },
  namespace: { type: "string", short: "n" },
  help: { type: "boolean", short: "h" },
} as const;

/**
 * A command with options of its own beside `--context`, `-n` and `-h`. It answers 2 for a wrong call, 1 for what the
 * console refused, with one sentence on standard error.
 */
export function command(
  usage: string,
  options: NonNullable<ParseArgsConfig["options"]>,
  run: (given: Given) => Promise<void>,
): Command {
  return {
    async run(words) {
      try {
        const parsed = parseArgs({ args: [...words], allowPositionals: true, options: { ...options, ...common } });
        const values: Readonly<Record<string, unknown>> = parsed.values;
        if (values["help"] === true) {
          console.error(usage);
          return 0;
        }
        await run({
          positionals: parsed.positionals,
          text: (name) => (typeof values[name] === "string" ? values[name] : undefined),
          texts: (name) => [values[name] ?? []].flat().map(String),
          flag: (name) => values[name] === true,
        });
        return 0;
      } catch (error) {
        if (error instanceof CommandFailure) {
          console.error(`drey: ${error.message}`);
          return 1;
        }
        if (error instanceof WrongCall || isParseError(error)) {
          console.error(`drey: ${error.message}\n${usage}`);
          return 2;
        }
        throw error;
      }
    },
  };
}

/** The words do not fit the command. */
export class WrongCall extends Error {
  override readonly name = "WrongCall";
}

const isParseError = (error: unknown): error is Error =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

/** The cluster that the first word names, in the namespace and context that the options do. */
export async function clusterOf(given: Given) {
  const [clusterId] = given.positionals;
  if (clusterId === undefined) throw new WrongCall("name a cluster");
  const context = given.text("context") ?? (await currentContext());
  return { context, namespace: given.text("namespace") ?? "default", clusterId };
}

/** The cluster and the job that the first two words name. */
export async function jobOf(given: Given) {
  const [, jobId] = given.positionals;
  if (jobId === undefined) throw new WrongCall("name a cluster and a job's id");
  return { ...(await clusterOf(given)), jobId };
}
