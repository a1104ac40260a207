import { parseArgs } from "node:util";
import type { z } from "zod";
import { logLevels } from "../../server/flink/log-records/log-level.ts";
import { logSelection, type streamLogsOperation } from "../../server/logs/schema.ts";

export const usage = `usage: drey logs CLUSTER [-n NAMESPACE] [--context CONTEXT] [-f] [--level LEVEL] [--since SPAN] [--grep TEXT] [--tail N]

Prints the records of all pods of a cluster, in order of time, with what was kept of pods that are gone.
  -f            goes on as new ones come, over a console that is started anew
  --level       at least that bad: ${logLevels.join(", ").toLowerCase()}
  --since       15m, 2h, 1d, or a time such as 2026-11-24T23:11:02Z
  --grep        a regular expression in RE2's syntax
  --tail        the newest N records only
  DREY_URL      where the console answers; http://127.0.0.1:3000 unless it is set`;

export interface Arguments {
  readonly clusterId: string;
  readonly namespace: string;
  readonly context: string | undefined;
  readonly body: z.input<(typeof streamLogsOperation)["body"]>;
}

const options = {
  namespace: { type: "string", short: "n", default: "default" },
  context: { type: "string" },
  follow: { type: "boolean", short: "f", default: false },
  level: { type: "string" },
  since: { type: "string" },
  grep: { type: "string" },
  tail: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the words of the command line; a sentence, or the usage, where they make no sense. */
export function readArguments(words: readonly string[]): Arguments | string {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    return `drey logs: ${error instanceof Error ? error.message : String(error)}`;
  }
  const { values, positionals } = parsed;
  const [clusterId] = positionals;
  if (values.help || clusterId === undefined || positionals.length > 1) return usage;
  const { level, since, grep, tail } = values;
  const issue = valueIssue({ level, since, tail });
  if (issue !== undefined) return `drey logs: ${issue}`;
  return {
    clusterId,
    namespace: values.namespace,
    context: values.context,
    body: {
      follow: values.follow,
      ...(level !== undefined && { level: levelOf(level) }),
      ...(since !== undefined && { since }),
      ...(grep !== undefined && { text: grep, regex: true, caseSensitive: true }),
      ...(tail !== undefined && { tail: Number(tail) }),
    },
  };
}

const levelOf = (word: string) => logLevels.find((level) => level === word.toUpperCase());

type Values = Readonly<Record<"level" | "since" | "tail", string | undefined>>;

function valueIssue({ level, since, tail }: Values): string | undefined {
  if (level !== undefined && levelOf(level) === undefined) {
    return `--level is one of ${logLevels.join(", ").toLowerCase()}`;
  }
  if (!logSelection.shape.since.safeParse(since).success) {
    return "--since is a span such as 15m, 2h, 1d, or a time such as 2026-11-24T23:11:02Z";
  }
  return tail !== undefined && !/^\d{1,5}$/.test(tail) ? "--tail is a number up to 50000" : undefined;
}
