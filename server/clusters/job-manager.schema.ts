import { z } from "zod";
import { operation } from "../operation.schema.ts";
import { clusterAddress, clusterPath } from "./schema.ts";

export const readJobManagerOperation = operation({
  id: "readJobManager",
  method: "GET",
  path: `${clusterPath}/job-manager`,
  summary: "The leading JobManager's heap, as its REST tells it now",
  params: clusterAddress,
  /** Bytes. Absent what Flink does not tell. */
  answer: z.object({ heapUsed: z.number().optional(), heapMax: z.number().optional() }),
});
