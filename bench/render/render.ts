import { readFileSync } from "node:fs";
import type { ClusterSpec } from "../../server/flink/cluster-spec.ts";
import { renderCluster } from "../../server/flink/resources/render-cluster.ts";

/**
 * How long a session with a full pod template takes to render: with a template that was never seen before, and with the
 * same again, as while a person types in another field. Time of the processor, so that a busy machine does not count.
 * Fails where the slower of the two is 2 ms or more.
 */

const limitMs = 2;
const warmUp = 200;
const runs = 1000;

const recordingPath = "../../server/flink/recorded/2.3.0/session-template-full.json";
const recording = JSON.parse(readFileSync(new URL(recordingPath, import.meta.url), "utf8"));
const template: string = recording.case.files["pod.yaml"];

function specWith(text: string): ClusterSpec {
  return {
    mode: "session",
    flinkVersion: "2.3.0",
    configuration: {
      "kubernetes.cluster-id": "my-cluster",
      "kubernetes.pod-template-file.default": "/pod.yaml",
      "kubernetes.jobmanager.labels": "team:a,stage:test",
      "kubernetes.secrets": "one:/one,two:/two",
    },
    files: { named: { "/pod.yaml": text } },
  };
}

/** Milliseconds of the processor for one rendering, on average. */
function measure(templateOf: (run: number) => string): number {
  for (let run = 0; run < warmUp; run++) renderOnce(templateOf(run));
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run++) renderOnce(templateOf(warmUp + run));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / runs;
}

function renderOnce(text: string): void {
  if (renderCluster(specWith(text)).kind !== "rendered") throw new Error("the spec was refused");
}

const unseen = measure((run) => `# ${run}\n${template}`);
const same = measure(() => template);
console.log(`render a session with a full pod template, ${runs} runs, limit ${limitMs} ms:`);
console.log(`  a new template each time ${unseen.toFixed(2)} ms, the same again ${same.toFixed(2)} ms`);
process.exitCode = Math.max(unseen, same) < limitMs ? 0 : 1;
