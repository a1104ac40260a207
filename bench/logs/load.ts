import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { type OwnConsole, startConsole } from "../../e2e/own-console.ts";
import { mebibytes, quantile, report } from "./figures.ts";
import { type BenchCluster, probe, steady } from "./writers.ts";

/**
 * Fifty pods write 20 000 lines a second in all: how long a line takes from `echo` in a pod to the DOM, what the console
 * takes for it, and whether a thousand streams that were opened and closed leave anything behind.
 */

const run = promisify(execFile);
const pods = 50;
const linesASecond = Number(process.env["DREY_BENCH_LINES"] ?? 20_000);
const watchedMs = 20_000;
const streams = 1_000;

export async function benchLoad(cluster: BenchCluster): Promise<void> {
  await cluster.start("load", pods, steady(linesASecond / pods));
  await cluster.start("probe", 1, probe);
  const upstreamBefore = await upstreamStreams();
  await using console_ = await startConsole({ port: 3190 });
  const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium" });
  try {
    await benchDelay(console_, cluster, browser);
  } finally {
    await browser.close();
  }
  await benchStreams(console_, cluster, upstreamBefore);
  await cluster.clear();
}

async function benchDelay(console_: OwnConsole, cluster: BenchCluster, browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watchForLines);
  for (const [name, search] of [
    ["that are searched for", "?since=5m&q=probe"],
    ["among all others", "?since=5m"],
  ] as const) {
    await page.goto(`${console_.url}${cluster.path}/logs${search}`);
    await page.getByRole("main").getByRole("status").getByText("Live", { exact: true }).waitFor({ timeout: 120_000 });
    await sleep(3_000);
    await page.evaluate(() => window.delays.splice(0));
    const written = await writtenLines(cluster);
    const [cpu, since] = [await console_.cpuSeconds(), performance.now()];
    const rss: number[] = [];
    for (const end = Date.now() + watchedMs; Date.now() < end; await sleep(500)) rss.push(await console_.rss());
    const delays = await page.evaluate(() => window.delays);
    const seconds = (performance.now() - since) / 1_000;
    const used = ((await console_.cpuSeconds()) - cpu) / seconds;
    const rate = ((await writtenLines(cluster)) - written) / seconds;
    const p95 = quantile(delays, 0.95);
    console.log(
      `  pods wrote ${rate.toFixed(0)} lines/s, the console took ${(used * 100).toFixed(0)} % of a processor`,
    );
    report(
      `from echo to the DOM, ${delays.length} lines ${name}`,
      `p50 ${quantile(delays, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
      delays.length > 50 && p95 < 500,
      "p95 under 500 ms",
    );
    report(
      "memory of the console meanwhile",
      `${mebibytes(Math.max(...rss))} at most`,
      Math.max(...rss) < 300 * 1024 * 1024,
      "under 300 MiB",
    );
  }
}

declare global {
  interface Window {
    /** Milliseconds from the printing of a line to its row in the DOM. */
    delays: number[];
  }
}

/** Runs in the page: each row that appears holds the time at which its line was printed. */
function watchForLines(): void {
  window.delays = [];
  let newest = 0;
  const note = (node: Node, now: number) => {
    const sent = Number(/sent=(\d{13})/.exec(node.textContent ?? "")?.[1] ?? 0);
    if (sent > newest) window.delays.push(now - sent);
    newest = Math.max(newest, sent);
  };
  new MutationObserver((changes) => {
    const now = Date.now();
    for (const { addedNodes } of changes) for (const node of addedNodes) note(node, now);
  }).observe(document, { childList: true, subtree: true });
}

async function benchStreams(console_: OwnConsole, cluster: BenchCluster, upstreamBefore: number): Promise<void> {
  const open = async () => {
    const ended = new AbortController();
    const answer = await fetch(`${console_.url}/api/v1${cluster.path}/logs/stream`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ pods: ["load-0", "load-1"], tail: 10 }),
      signal: ended.signal,
    });
    await answer.body?.getReader().read();
    ended.abort();
  };
  const rss: number[] = [];
  for (let opened = 0; opened < streams; opened += 10) {
    await Promise.all(Array.from({ length: 10 }, open));
    if ((opened + 10) % 100 === 0) rss.push(await console_.rss());
  }
  await sleep(3_000);
  const left = (await upstreamStreams()) - upstreamBefore;
  report(`upstream streams after ${streams} views`, `${left}`, left <= pods + 1, `${pods + 1}, which keep the logs`);
  const [first = 0, last = 0] = [Math.max(...rss.slice(0, 5)), Math.max(...rss.slice(5))];
  console.log(`  memory after each hundred: ${rss.map(mebibytes).join(", ")}`);
  report(
    "memory of the last 500 views beside the first 500",
    `${mebibytes(last - first)} more`,
    last - first < 32e6,
    "no growth",
  );
}

/** Logs that somebody follows at the API server. */
async function upstreamStreams(): Promise<number> {
  const { stdout } = await run("kubectl", ["get", "--raw", "/metrics"], { maxBuffer: 64 * 1024 * 1024 });
  const counts = stdout.matchAll(/^apiserver_longrunning_requests\{.*subresource="log".*\} (\d+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** How far all writers have come, by the numbers that they print. */
async function writtenLines({ namespace }: BenchCluster): Promise<number> {
  const words = ["logs", "-n", namespace.name, "-l", "app=bench", "--tail=1", `--max-log-requests=${pods + 1}`];
  const { stdout } = await run("kubectl", words);
  return [...stdout.matchAll(/line (\d+) sent/g)].reduce((sum, [, number]) => sum + Number(number), 0);
}
