import { mkdir, rm } from "node:fs/promises";
import { type Count, playwrightStage, scriptStage, vitestStage } from "./stage.ts";
import { kubeconfigOfTests, startKubernetes, stopKubernetes } from "./test-kubernetes.ts";

/**
 * Every check and test, cheap ones first, each whatever came of the one before. The last line is the sum.
 *
 * The Kubernetes of the tests is built and started meanwhile: nothing before the tests on it needs it.
 */
const failedCount: Count = { passed: 0, failed: 1, skipped: 0 };
const passedCount: Count = { passed: 1, failed: 0, skipped: 0 };

await rm("test-results", { recursive: true, force: true });
await mkdir("test-results", { recursive: true });

const results: [string, Count][] = [];
async function stage(name: string, count: () => Promise<Count>): Promise<boolean> {
  const began = Date.now();
  console.log(`\n── ${name}`);
  const counted = await count().catch((error: unknown) => {
    console.error(error);
    return failedCount;
  });
  results.push([`${name} (${Math.round((Date.now() - began) / 1000)} s)`, counted]);
  return counted.failed === 0;
}

const kubernetesStarts = startKubernetes();
for (const script of ["lint", "shell", "types", "arrows", "dead-code"]) await stage(script, () => scriptStage(script));
await stage("unit", () => vitestStage("unit"));
const built = await stage("build", () => scriptStage("build"));
const started = await stage("local Kubernetes", async () => ((await kubernetesStarts) ? passedCount : failedCount));
if (started) {
  const onKubernetes = { KUBECONFIG: await kubeconfigOfTests() };
  await stage("cluster", () => vitestStage("cluster", onKubernetes));
  if (built) await stage("browser", () => playwrightStage(onKubernetes));
}
await stopKubernetes();

console.log("\n── sum");
for (const [name, { passed, failed, skipped }] of results) {
  console.log(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
}
const sum = (of: keyof Count) => results.reduce((total, [, count]) => total + count[of], 0);
if (sum("skipped") > 0) console.log(`${sum("skipped")} skipped`);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
