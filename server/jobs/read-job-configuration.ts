import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { readJobConfigurationOperation } from "./job.schema.ts";

/** A job's execution configuration with its own parameters, and what its JobManager runs with. */
export async function readJobConfiguration(
  { context, namespace, clusterId, jobId }: RequestOf<typeof readJobConfigurationOperation>,
  caller: Caller,
  signal: AbortSignal,
): Promise<AnswerOf<typeof readJobConfigurationOperation>> {
  const flink = caller.flink({ context, namespace, clusterId });
  const [configuration, clusterConfiguration] = await Promise.all([
    flink.jobConfiguration(jobId, signal),
    flink.configuration(signal),
  ]);
  return { ...configuration, clusterConfiguration };
}
