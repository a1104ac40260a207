import { once } from "node:events";
import { z } from "zod";
import { readSettingsOperation } from "../../server/settings/schema.ts";
import type { Command } from "../command.ts";
import { type Arguments, readArguments, usage } from "./arguments.ts";
import { ConsoleAway, followStream, type OpenStream } from "./follow-stream.ts";

/** Prints a cluster's logs as the console streams them. */
export const logsCommand: Command = {
  async run(words) {
    const given = readArguments(words);
    if (typeof given === "string") {
      console.error(given);
      return given === usage && (words.includes("--help") || words.includes("-h")) ? 0 : 2;
    }
    // `drey logs … | head` closes the pipe: nobody reads on, and that is no failure.
    process.stdout.on("error", () => process.exit(0));
    try {
      const open = await streamOf(given, new URL(process.env["DREY_URL"] ?? "http://127.0.0.1:3000"));
      const say = (sentence: string) => console.error(`drey logs: ${sentence}`);
      return await followStream(open, given.body.follow === true, { write, say });
    } catch (error) {
      console.error(`drey logs: ${error instanceof Error ? error.message : String(error)}`);
      return 1;
    }
  },
};

/** Waits while the terminal, or the program behind the pipe, is busy. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

const problem = z.object({ detail: z.string() });

async function streamOf({ context, namespace, clusterId, body }: Arguments, base: URL): Promise<OpenStream> {
  const cluster = [context ?? (await currentContext(base)), namespace, clusterId].map(encodeURIComponent).join("/");
  const url = new URL(`/api/v1/clusters/${cluster}/logs/stream`, base);
  const { tail, ...selection } = body;
  return async (after) => {
    // The newest records only were wanted at the beginning; what comes after those that were seen is wanted whole.
    const asked = after.length > 0 ? { ...selection, after } : body;
    const headers = { "content-type": "application/json" };
    const response = await reach(url, { method: "POST", headers, body: JSON.stringify(asked) });
    if (response.ok && response.body !== null) return response.body;
    const detail = problem.safeParse(await response.json().catch(() => undefined)).data?.detail;
    throw new Error(detail ?? `the console answered ${response.status}`);
  };
}

/** The console's own current context, as it lists it first. */
async function currentContext(base: URL): Promise<string> {
  const response = await reach(new URL("/api/v1/settings", base));
  return readSettingsOperation.answer.parse(await response.json()).contexts[0] ?? "";
}

function reach(url: URL, init: RequestInit = {}): Promise<Response> {
  return fetch(url, init).catch((cause: unknown) => {
    throw new ConsoleAway(`the console does not answer at ${url.origin}`, { cause });
  });
}
