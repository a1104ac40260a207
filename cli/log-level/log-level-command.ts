import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { logLevelView, proof } from "../../server/log-levels/log-level-view.schema.ts";
import { readSettingsOperation } from "../../server/settings/schema.ts";
import type { Command } from "../command.ts";
import { type Arguments, readArguments, usage } from "./arguments.ts";
import { hasNever, levelLines, proofLines } from "./print-levels.ts";

const everyMs = 1_000;

/** `drey log-level`: lists, sets and reverts levels through the console. 1 when it refuses or a pod never gets there. */
export const logLevelCommand: Command = {
  async run(words) {
    const given = readArguments(words);
    if (typeof given === "string") {
      console.error(given);
      return given === usage && words.includes("--help") ? 0 : 2;
    }
    try {
      return await act(given, new URL(process.env["DREY_URL"] ?? "http://127.0.0.1:3000"));
    } catch (error) {
      console.error(`drey log-level: ${error instanceof Error ? error.message : String(error)}`);
      return 1;
    }
  },
};

async function act(given: Arguments, base: URL): Promise<number> {
  const context = given.context ?? (await currentContext(base));
  const cluster = [context, given.namespace, given.clusterId].map(encodeURIComponent).join("/");
  const url = new URL(`/api/v1/clusters/${cluster}/log-levels`, base);
  const { changes, revert, forSeconds, reason } = given;
  if (revert !== undefined) {
    await call(new URL(`${url}/revert`), "POST", revert.length > 0 ? { loggers: revert } : {});
  } else if (changes.length > 0) {
    await call(url, "PATCH", {
      changes,
      ...(forSeconds !== undefined && { forSeconds }),
      ...(reason !== undefined && { reason }),
    });
  }
  process.stdout.write(levelLines(logLevelView.parse(await call(url, "GET"))));
  return given.wait ? waitForProof(new URL(`${url}/proof`)) : 0;
}

/** Prints each step as it is seen, until nothing is left that may still be seen. */
async function waitForProof(url: URL): Promise<number> {
  const printed = new Set<string>();
  for (;;) {
    const seen = proof.parse(await call(url, "GET"));
    process.stdout.write(proofLines(seen, printed));
    if (seen.settled) return hasNever(seen) ? 1 : 0;
    await sleep(everyMs);
  }
}

const currentContext = async (base: URL): Promise<string> =>
  readSettingsOperation.answer.parse(await call(new URL("/api/v1/settings", base), "GET")).contexts[0] ?? "";

const problem = z.object({ detail: z.string() });

/** One call to the console; throws its own sentence where it refuses. */
async function call(url: URL, method: string, body?: unknown): Promise<unknown> {
  const sent =
    body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(url, { method, ...sent }).catch((cause: unknown) => {
    throw new Error(`the console does not answer at ${url.origin}`, { cause });
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  throw new Error(problem.safeParse(answer).data?.detail ?? `the console answered ${response.status}`);
}
