import { execFile, spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { z } from "zod";
import { type OwnConsole, startConsole } from "../../e2e/own-console.ts";
import { quantile, report } from "./figures.ts";
import { type BenchCluster, burst, clusterId } from "./writers.ts";

/**
 * Ten pods of 30 000 lines: all of them to a client, ours in order of time, beside `kubectl logs -l`, by turns. Both sides
 * are a program that is started, and write to a file that is checked afterwards.
 */

const run = promisify(execFile);
const pods = 10;
const linesOfPod = 30_000;
const rounds = 5;
const record = z.object({ type: z.literal("record"), at: z.string(), more: z.array(z.string()).optional() });

export async function benchMerge(cluster: BenchCluster, folder: string): Promise<void> {
  await cluster.start("merge", pods, burst(linesOfPod));
  await untilPrinted(cluster);
  const kept = { name: "from kept logs", ...(await withConsole({}, cluster, folder)) };
  const live = { name: "from the API server", ...(await withConsole({ DREY_KEEP_LOGS: "off" }, cluster, folder)) };
  for (const { name, ours, kubectl } of [live, kept]) {
    const ratio = quantile(ours, 0.5) / quantile(kubectl, 0.5);
    console.log(`merged ${name}: ${text(ours)}; kubectl ${text(kubectl)}`);
    report(`300 000 lines merged ${name}, beside kubectl`, `ratio ${ratio.toFixed(2)}`, ratio <= 1, "at most 1.0");
  }
  await cluster.clear();
}

async function withConsole(settings: Record<string, string>, cluster: BenchCluster, folder: string) {
  await using console_ = await startConsole({ port: 3190, settings });
  if (settings["DREY_KEEP_LOGS"] !== "off") await untilKept(console_, cluster);
  const ours: number[] = [];
  const kubectl: number[] = [];
  // One of each first, which does not count.
  for (let round = 0; round <= rounds; round++) {
    const our = await timeOfOurs(console_, cluster, join(folder, "ours"));
    const their = await timeOfKubectl(cluster, join(folder, "kubectl"));
    if (round === 0) continue;
    ours.push(our);
    kubectl.push(their);
  }
  return { ours, kubectl };
}

async function timeOfOurs({ url }: OwnConsole, { path }: BenchCluster, file: string): Promise<number> {
  const url_ = `${url}/api/v1${path}/logs/stream`;
  const words = ["-sS", "-X", "POST", "-H", "content-type: application/json", "-d", '{"follow":false}', url_];
  const took = await timed("curl", words, file);
  let lines = 0;
  let newest = "";
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const parsed = record.safeParse(JSON.parse(line)).data;
    if (parsed === undefined) continue;
    if (parsed.at < newest) throw new Error(`not in order: ${parsed.at} after ${newest}`);
    newest = parsed.at;
    lines += 1 + (parsed.more?.length ?? 0);
  }
  if (lines !== pods * linesOfPod) throw new Error(`ours has ${lines} lines`);
  return took;
}

async function timeOfKubectl({ namespace }: BenchCluster, file: string): Promise<number> {
  const words = ["logs", "-n", namespace.name, "-l", `app=${clusterId}`, "--tail=-1", `--max-log-requests=${pods}`];
  const took = await timed("kubectl", words, file);
  const { stdout } = await run("wc", ["-l", file]);
  if (Number.parseInt(stdout, 10) !== pods * linesOfPod) throw new Error(`kubectl has ${stdout} lines`);
  return took;
}

/** Milliseconds from the start of a program to its end, its output in a file. */
async function timed(program: string, words: readonly string[], file: string): Promise<number> {
  await using out = await open(file, "w");
  const start = performance.now();
  const child = spawn(program, words, { stdio: ["ignore", out.fd, "inherit"] });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  const took = performance.now() - start;
  if (code !== 0 || (await stat(file)).size === 0) throw new Error(`${program} ended with ${code}`);
  return took;
}

/** The log's last line is there. */
async function untilPrinted({ namespace }: BenchCluster): Promise<void> {
  for (let pod = 0; pod < pods; pod++) {
    const words = ["logs", "-n", namespace.name, `merge-${pod}`, "--tail=1"];
    for (let tries = 0; !(await run("kubectl", words)).stdout.includes(`line ${linesOfPod} `); tries++) {
      if (tries > 200) throw new Error("the pods do not come to their end");
    }
  }
}

const keeping = z.object({ keeping: z.object({ bytes: z.number() }) });

async function untilKept({ url }: OwnConsole, { path }: BenchCluster): Promise<void> {
  let before = -1;
  for (let tries = 0; tries < 120; tries++) {
    const answer = await fetch(`${url}/api/v1${path}/logs/pods`);
    const { bytes } = keeping.parse(await answer.json()).keeping;
    if (bytes > 0 && bytes === before) return;
    before = bytes;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
  throw new Error("the logs are not kept in time");
}

const text = (values: readonly number[]) =>
  `median ${quantile(values, 0.5).toFixed(0)} ms of ${values.map((ms) => ms.toFixed(0)).join(", ")}`;
