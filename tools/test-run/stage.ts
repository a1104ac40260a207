import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { z } from "zod";

/** How many tests of a stage passed and failed. A static check, a build, a start count as one. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs a program with its output shown; answers its exit code. */
export function run(command: string, args: readonly string[], extraEnv: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...extraEnv },
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** One npm script that counts as one. */
export async function scriptStage(script: string, extraEnv: Record<string, string> = {}): Promise<Count> {
  const code = await run("npm", ["run", "--silent", script], extraEnv);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

const vitestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int() });

/** One Vitest project. A run that could not begin, or that ran nothing, is one failure. */
export async function vitestStage(project: string, extraEnv: Record<string, string> = {}): Promise<Count> {
  const file = `test-results/vitest-${project}.json`;
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await run("vitest", args, extraEnv);
  const report = vitestReport.safeParse(await readJson(file));
  if (!report.success) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests } = report.data;
  return honest(code, { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests });
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

/** Playwright. What passes only the second time counts as passed; its own report names it as flaky. */
export async function playwrightStage(extraEnv: Record<string, string>): Promise<Count> {
  const file = "test-results/playwright.json";
  const code = await run("playwright", ["test"], { ...extraEnv, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const report = playwrightReport.safeParse(await readJson(file));
  if (!report.success) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.data.stats;
  return honest(code, { passed: expected + flaky, failed: unexpected, skipped });
}

/** A runner that ended badly without a failed test (an error outside of tests, no test at all) is one failure. */
function honest(code: number, count: Count): Count {
  const nothingSaid = count.failed === 0 && (code !== 0 || count.passed === 0);
  return nothingSaid ? { ...count, failed: 1 } : count;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}
