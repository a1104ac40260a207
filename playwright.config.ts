import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/**
 * The pages in Debian's Chromium, against the production build, on the real Kubernetes that KUBECONFIG names.
 * One worker: two Flink clusters at a time are what two cores bear.
 */
const port = 3170;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  // A whole Kubernetes on two cores is late at times. What passes only the second time is listed as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium" },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: "npm run --silent start",
    url: `http://127.0.0.1:${port}/api/v1/health`,
    env: {
      DREY_PORT: String(port),
      DREY_DATA_DIR: join(tmpdir(), `drey-browser-tests-${process.pid}`),
      DREY_LOG_LEVEL: "warn",
    },
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
    reuseExistingServer: false,
  },
});
