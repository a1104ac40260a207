import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// `server-only` throws outside Next's server bundle; tests of the server are no browser.
const resolve = {
  alias: { "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)) },
};

export default defineConfig({
  test: {
    projects: [
      {
        // Milliseconds, no network, no clock to wait for.
        test: {
          name: "unit",
          env: { DREY_LOG_LEVEL: "silent" },
          include: ["{app,cli,components,server,tools}/**/*.test.{ts,tsx}", "*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.cluster.test.ts"],
        },
        resolve,
      },
      {
        // A real API server with a real Flink. KUBECONFIG names it.
        test: {
          name: "cluster",
          env: { DREY_LOG_LEVEL: "error" },
          include: ["{cli,server}/**/*.cluster.test.ts"],
          fileParallelism: false,
          // A whole Kubernetes on two cores is late at times.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
        resolve,
      },
    ],
  },
});
