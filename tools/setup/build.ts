import { spawnSync } from "node:child_process";
import { cp, writeFile } from "node:fs/promises";
import { buildKey, buildMark } from "./build-key.ts";

/**
 * `npm run build`: the production build as a folder that runs by itself, `.next/standalone`.
 *
 * Next leaves the browser's files out of that folder, for those who serve them from elsewhere: they are put beside the
 * server here. The mark says of which sources the build is, taken before it, so that a change meanwhile is not missed.
 */
const key = await buildKey();
const build = spawnSync("next", ["build"], { stdio: "inherit", env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } });
if (build.error) throw build.error;
if (build.status === 0) {
  await cp(".next/static", ".next/standalone/.next/static", { recursive: true });
  await writeFile(buildMark, key);
}
process.exitCode = build.status ?? 1;
