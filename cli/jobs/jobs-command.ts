import { listJobsOperation } from "../../server/jobs/schema.ts";
import { call } from "./console-client.ts";
import { command } from "./run-command.ts";
import { tableText } from "./table-text.ts";

const usage = `usage: drey jobs [-n NAMESPACE] [--context CONTEXT] [--json]

Lists the jobs of all clusters, running and ended, as they were seen last.`;

/** `drey jobs` */
export const jobsCommand = command(usage, { json: { type: "boolean" } }, async (given) => {
  const answer = await call(listJobsOperation, { context: given.text("context"), namespace: given.text("namespace") });
  if (given.flag("json")) return console.log(JSON.stringify(answer, null, 2));
  const rows = answer.jobs.map((job) => [
    job.context,
    job.namespace,
    job.clusterId,
    job.jobId,
    job.state,
    `${job.tasksRunning}/${job.tasksTotal}`,
    job.name,
  ]);
  process.stdout.write(tableText(["CONTEXT", "NAMESPACE", "CLUSTER", "JOB", "STATE", "TASKS", "NAME"], rows));
  for (const cluster of answer.clusters.filter(({ state }) => state === "unreachable" || state === "waiting")) {
    console.error(`drey: ${cluster.namespace}/${cluster.clusterId}: ${cluster.detail ?? "has not answered yet"}`);
  }
});
