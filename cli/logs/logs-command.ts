import { parseArgs } from "node:util";
import { logLevels } from "../../server/flink/log-records/log-level.ts";
import type { Command } from "../command.ts";
import { printItem } from "./print-item.ts";

const usage = `usage: drey logs CLUSTER [-n NAMESPACE] [--context CONTEXT] [-f] [--level LEVEL] [--since SPAN] [--grep TEXT] [--tail N]

Prints the records of all pods of a cluster, in order of time, with what was kept of pods that are gone.
  -f            goes on as new ones come
  --level       at least that bad: ${logLevels.join(", ").toLowerCase()}
  --since       15m, 2h, 1d, or a time such as 2026-11-24T23:11:02Z
  --grep        a regular expression in RE2's syntax
  --tail        the newest N records only
  DREY_URL      where the console answers; http://127.0.0.1:3000 unless it is set`;

/** Prints a cluster's logs as the console streams them. */
export const logsCommand: Command = {
  async run(words) {
    const { values, positionals } = parse(words);
    const [clusterId] = positionals;
    if (clusterId === undefined || values.help) {
      console.error(usage);
      return values.help ? 0 : 2;
    }
    const base = new URL(process.env["DREY_URL"] ?? "http://127.0.0.1:3000");
    const context = values.context ?? (await currentContext(base));
    const cluster = [context, values.namespace, clusterId].map(encodeURIComponent).join("/");
    const body = {
      follow: values.follow,
      ...(values.level && { level: values.level.toUpperCase() }),
      ...(values.since && { since: values.since }),
      ...(values.grep && { text: values.grep, regex: true, caseSensitive: true }),
      ...(values.tail && { tail: Number(values.tail) }),
    };
    const response = await fetch(new URL(`/api/v1/clusters/${cluster}/logs/stream`, base), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok || response.body === null) {
      console.error(`drey logs: ${await detailOf(response)}`);
      return 1;
    }
    return print(response.body);
  },
};

function parse(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      namespace: { type: "string", short: "n", default: "default" },
      context: { type: "string" },
      follow: { type: "boolean", short: "f", default: false },
      level: { type: "string" },
      since: { type: "string" },
      grep: { type: "string" },
      tail: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
}

/** The console's own current context, as it lists it first. */
async function currentContext(base: URL): Promise<string> {
  const settings: unknown = await (await fetch(new URL("/api/v1/settings", base))).json();
  const contexts = typeof settings === "object" && settings && "contexts" in settings ? settings.contexts : [];
  return Array.isArray(contexts) ? String(contexts[0] ?? "") : "";
}

async function detailOf(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => undefined);
  const hasDetail = typeof problem === "object" && problem !== null && "detail" in problem;
  return hasDetail ? String(problem.detail) : `the console answered ${response.status}`;
}

/** Prints line by line; 1 when the stream ended with a problem. */
async function print(body: ReadableStream<Uint8Array>): Promise<number> {
  const decoder = new TextDecoder();
  let rest = "";
  let failed = false;
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    let text = "";
    for (const line of lines) {
      const item: unknown = JSON.parse(line);
      failed ||= typeof item === "object" && item !== null && "problem" in item;
      text += printItem(item);
    }
    // Waits while the terminal, or the program behind the pipe, is busy.
    if (text !== "" && !process.stdout.write(text))
      await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
  return failed ? 1 : 0;
}
