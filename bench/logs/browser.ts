import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { startConsole } from "../../e2e/own-console.ts";
import { quantile, report } from "./figures.ts";
import { type BenchCluster, burst, steady } from "./writers.ts";

/**
 * What the page does to the browser: long tasks while 5 000 lines a second arrive, and while a view of 1 000 000 lines is
 * opened and scrolled from end to end.
 */

const pods = 20;
const linesOfPod = 50_000;
const linesASecond = 5_000;
const watchedMs = 20_000;

export async function benchBrowser(cluster: BenchCluster): Promise<void> {
  await using console_ = await startConsole({ port: 3190 });
  const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium" });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(noteLongTasks);
    const address = `${console_.url}${cluster.path}/logs`;
    await cluster.start("steady", 10, steady(linesASecond / 10));
    await open(page, `${address}?since=5m`);
    await sleep(3_000);
    await reportTasks(page, `while ${linesASecond} lines/s arrive`, () => sleep(watchedMs));
    await cluster.clear();
    await cluster.start("million", pods, burst(linesOfPod));
    await sleep(15_000);
    await reportTasks(page, `while a view of ${pods * linesOfPod} lines is opened`, () =>
      open(page, `${address}?since=all`),
    );
    console.log(
      `  the page says: ${await page
        .getByText(/records$/)
        .first()
        .textContent()}`,
    );
    await reportTasks(page, "while its rows are scrolled", () => scroll(page));
    await cluster.clear();
  } finally {
    await browser.close();
  }
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("main").getByRole("status").getByText("Live", { exact: true }).waitFor({ timeout: 180_000 });
}

/** To the beginning in pages, and back. */
async function scroll(page: Page): Promise<void> {
  const log = page.getByRole("log", { name: "Log records" });
  await log.focus();
  for (const key of ["PageUp", "Home", "PageDown", "End"]) {
    for (let times = 0; times < 20; times++) await page.keyboard.press(key);
  }
}

declare global {
  interface Window {
    /** Milliseconds of each task that kept the page from painting for 50 ms or more. */
    longTasks: number[];
  }
}

/** Runs in the page. */
function noteLongTasks(): void {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
}

async function reportTasks(page: Page, name: string, action: () => Promise<void>): Promise<void> {
  await page.evaluate(() => window.longTasks?.splice(0));
  await action();
  const tasks = await page.evaluate(() => window.longTasks);
  const figure = tasks.length === 0 ? "none" : `${tasks.length}, the longest ${quantile(tasks, 1).toFixed(0)} ms`;
  report(`tasks over 50 ms ${name}`, figure, tasks.length === 0, "none");
}
