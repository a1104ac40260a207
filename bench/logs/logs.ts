import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchBrowser } from "./browser.ts";
import { benchLoad } from "./load.ts";
import { benchMerge } from "./merge.ts";
import { benchCluster } from "./writers.ts";

/**
 * Logs of a real Kubernetes through the production build of the console. KUBECONFIG names the Kubernetes, which has an
 * image flink:2.3.0; an argument names the parts to run, else all do.
 *
 * DREY_BUILD_FOLDER names another checkout whose build is served. DREY_BENCH_OTHER names the address of another console
 * that watches the same Kubernetes: it is told not to keep these logs, which would be load of its own.
 */
const parts = { merge: benchMerge, load: benchLoad, browser: benchBrowser };
const wanted = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "drey-bench-logs-files-"));
try {
  await using cluster = await benchCluster();
  const other = process.env["DREY_BENCH_OTHER"];
  if (other !== undefined) {
    await fetch(`${other}/api/v1${cluster.path}/logs/keeping`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: '{"on":false}',
    });
  }
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) await part(cluster, folder);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
