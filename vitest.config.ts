import { defineConfig } from "vitest/config";

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
        // `server-only` exports nothing under this condition and throws under every other.
        resolve: { conditions: ["react-server"] },
      },
      {
        // A real API server with a real Flink. KUBECONFIG names it.
        test: {
          name: "cluster",
          include: ["{cli,server}/**/*.cluster.test.ts"],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
        resolve: { conditions: ["react-server"] },
      },
    ],
  },
});
