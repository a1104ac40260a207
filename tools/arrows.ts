import { spawnSync } from "node:child_process";
import { z } from "zod";

/**
 * `npm run arrows` holds the import rules. It fails as well when no module was read: dependency-cruiser calls an empty
 * answer clean, which is what it gives when it can't load the TypeScript compiler.
 */
const folders = ["app", "components", "server", "cli", "proxy.ts", "instrumentation.ts"];
const fewestModules = 50;

const found = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string(), to: z.string() })),
  }),
});

// Found through npm's PATH.
const run = spawnSync("depcruise", ["--config", ".dependency-cruiser.js", "--output-type", "json", ...folders], {
  encoding: "utf8",
  maxBuffer: 256 * 1024 * 1024,
});
if (run.stdout === "") throw new Error(`dependency-cruiser did not run: ${run.stderr}`);
const { totalCruised, violations } = found.parse(JSON.parse(run.stdout)).summary;
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
if (totalCruised < fewestModules) console.error(`only ${totalCruised} modules were read: the answer means nothing`);
console.log(`${totalCruised} modules, ${violations.length} violations`);
process.exitCode = violations.length > 0 || totalCruised < fewestModules ? 1 : 0;
