import { parseArgs } from "node:util";

export const usage = `usage: drey log-level CLUSTER [LOGGER=LEVEL...] [-n NAMESPACE] [--context CONTEXT] [--for SPAN] [--reason TEXT] [--wait]
       drey log-level CLUSTER --revert [LOGGER...]

Without LOGGER=LEVEL, lists the loggers of the cluster's logging file. root is the root logger.
  --for     ends by itself after 90s, 15m, 2h, 1d, while the console runs
  --reason  why, for the table and the audit log
  --revert  back to what the file said before; all loggers when none is named
  --wait    prints the proof of each pod until nothing is left that may still be seen
  DREY_URL  where the console answers; http://127.0.0.1:3000 unless it is set`;

export interface Arguments {
  readonly clusterId: string;
  readonly namespace: string;
  readonly context: string | undefined;
  readonly changes: readonly { readonly logger: string; readonly level: string }[];
  readonly forSeconds: number | undefined;
  readonly reason: string | undefined;
  /** Undefined unless --revert is given; empty means all. */
  readonly revert: readonly string[] | undefined;
  readonly wait: boolean;
}

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Seconds of a span such as `15m`; undefined for what is none. */
export function spanSeconds(span: string): number | undefined {
  const [, amount, unit = ""] = /^(\d{1,6})([smhd])$/.exec(span) ?? [];
  const factor = seconds[unit];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

/** The arguments, or what to tell the person instead. */
export function readArguments(words: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        namespace: { type: "string", short: "n", default: "default" },
        context: { type: "string" },
        for: { type: "string" },
        reason: { type: "string" },
        revert: { type: "boolean", default: false },
        wait: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const [clusterId, ...rest] = positionals;
    if (values.help || clusterId === undefined) return usage;
    const { namespace, context, reason, wait, revert } = values;
    const forSeconds = values.for === undefined ? undefined : spanSeconds(values.for);
    if (values.for !== undefined && forSeconds === undefined)
      return `--for ${values.for} is no span such as 90s, 15m, 2h, 1d`;
    const common = { clusterId, namespace, context, forSeconds, reason, wait };
    if (revert) return { ...common, changes: [], revert: rest };
    const changes = rest.map((word) => ({
      logger: word.slice(0, word.lastIndexOf("=")),
      level: word.slice(word.lastIndexOf("=") + 1),
    }));
    const wrong = rest.find((word) => !/^[^=]+=[^=]+$/.test(word));
    return wrong === undefined ? { ...common, changes, revert: undefined } : `${wrong} is not LOGGER=LEVEL`;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${usage}`;
  }
}
