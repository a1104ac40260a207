import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { planJobOperation, submitJobOperation } from "./jars.schema.ts";
import { withJar } from "./parts/jar-on-cluster.ts";
import { expireCluster } from "./parts/seen.ts";

/**
 * The graph that a program would run as. Its `main` runs in the JobManager up to `execute`; nothing is deployed.
 * Throws `flink-rejected` with the root cause of what the program threw.
 */
export async function planJob(
  { context, namespace, clusterId, jar, ...program }: RequestOf<typeof planJobOperation>,
  caller: Caller,
  signal: AbortSignal,
): Promise<AnswerOf<typeof planJobOperation>> {
  const cluster = { context, namespace, clusterId };
  const plan = await withJar(jar, [cluster, caller, signal], (jarId) =>
    caller.flink(cluster).planJar(jarId, program, signal),
  );
  return {
    name: plan.name,
    vertices: plan.nodes.map(({ id, description, parallelism }) => ({ id, description, parallelism })),
    edges: plan.nodes.flatMap((node) =>
      node.inputs.map(({ from, shipStrategy }) => ({ from, to: node.id, shipStrategy })),
    ),
  };
}

/**
 * Runs a jar's program on a session cluster. Answers when Flink has taken the job, which then waits for its slots.
 *
 * A jar that was uploaded for a submission that failed is deleted again. Throws `flink-rejected` with the root cause of
 * what the program threw, `not-found` for a jar that is gone. Source class: JobManager REST.
 */
export async function submitJob(
  request: RequestOf<typeof submitJobOperation>,
  caller: Caller,
  signal: AbortSignal,
): Promise<AnswerOf<typeof submitJobOperation>> {
  const { context, namespace, clusterId, jar, savepoint, flinkConfiguration, ...program } = request;
  const cluster = { context, namespace, clusterId };
  const name = "sha256" in jar ? (await caller.jars.find(jar.sha256)).name : jar.jarId;
  const entry = { action: "job.submit", ...cluster, subject: name, after: auditText(request) };
  return await caller.audit.record(entry, async () => {
    const run = await withJar(jar, [cluster, caller, signal], (jarId) =>
      caller.flink(cluster).runJar(jarId, {
        ...program,
        ...(Object.keys(flinkConfiguration).length > 0 && { flinkConfiguration }),
        ...(savepoint && {
          savepointPath: savepoint.path,
          claimMode: savepoint.claimMode,
          allowNonRestoredState: savepoint.allowNonRestoredState,
        }),
      }),
    );
    expireCluster({ caller, cluster });
    return run;
  });
}

/** What stands in the audit log. Arguments may hold secrets: only their number does. */
function auditText(request: RequestOf<typeof submitJobOperation>): string {
  const { jar, entryClass, parallelism, savepoint, programArguments, flinkConfiguration } = request;
  return JSON.stringify({
    jar,
    entryClass,
    parallelism,
    savepoint,
    programArguments: `${programArguments.length} arguments`,
    flinkConfiguration: Object.keys(flinkConfiguration),
  });
}
