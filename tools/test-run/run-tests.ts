import { execFileSync } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { type Count, playwrightStage, run, scriptStage, vitestStage } from "./stage.ts";

/**
 * Every check and test, cheap ones first, each whatever came of the one before. The last line is the sum.
 *
 * The local Kubernetes is built and started meanwhile: nothing before the tests on it needs it. It stays up afterwards,
 * so that the next run is quick; `npm run down` stops it.
 */
const localKubernetes = "tools/local-kubernetes/local-kubernetes.sh";
const failedCount: Count = { passed: 0, failed: 1, skipped: 0 };

await rm("test-results", { recursive: true, force: true });
await mkdir("test-results", { recursive: true });
const kubernetesStarts = run("bash", [localKubernetes, "up"]);
const kubeconfig = execFileSync("bash", [localKubernetes, "kubeconfig"], { encoding: "utf8" }).trim();
const onKubernetes = { KUBECONFIG: kubeconfig };

const results: [string, Count][] = [];
async function stage(name: string, count: () => Promise<Count>): Promise<boolean> {
  const began = Date.now();
  console.log(`\n── ${name}`);
  const counted = await count();
  results.push([`${name} (${Math.round((Date.now() - began) / 1000)} s)`, counted]);
  return counted.failed === 0;
}

for (const script of ["lint", "types", "arrows", "dead-code"]) await stage(script, () => scriptStage(script));
await stage("unit", () => vitestStage("unit"));
const built = await stage("build", () => scriptStage("build"));
const kubernetes = await stage("local Kubernetes", async () =>
  (await kubernetesStarts) === 0 ? { passed: 1, failed: 0, skipped: 0 } : failedCount,
);
if (kubernetes) await stage("cluster", () => vitestStage("cluster", onKubernetes));
if (kubernetes && built) await stage("browser", () => playwrightStage(onKubernetes));

console.log("\n── sum");
for (const [name, { passed, failed, skipped }] of results) {
  console.log(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
}
const sum = (of: keyof Count) => results.reduce((total, [, count]) => total + count[of], 0);
const skipped = sum("skipped");
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
