import { z } from "zod";
import { clusterAddress, clusterPath } from "../clusters/schema.ts";
import { operation } from "../operation.schema.ts";

const common = {
  path: `${clusterPath}/flink/{path}`,
  params: clusterAddress.extend({ path: z.array(z.string()).min(1).max(12) }),
  answer: z.unknown(),
};
const through = "through the console, for programs that speak Flink's REST API: JSON only, allowed paths only";

export const flinkGetOperation = operation({
  ...common,
  id: "flinkGet",
  method: "GET",
  summary: `Reads from a JobManager ${through}`,
});
export const flinkPostOperation = operation({
  ...common,
  id: "flinkPost",
  method: "POST",
  summary: `Savepoints, stop, plan, run and jar upload of a JobManager ${through}`,
});
export const flinkPutOperation = operation({
  ...common,
  id: "flinkPut",
  method: "PUT",
  summary: `Rescales a job of a JobManager ${through}`,
});
export const flinkPatchOperation = operation({
  ...common,
  id: "flinkPatch",
  method: "PATCH",
  summary: `Cancels a job of a JobManager ${through}`,
});
export const flinkDeleteOperation = operation({
  ...common,
  id: "flinkDelete",
  method: "DELETE",
  summary: `Deletes a jar of a JobManager ${through}`,
});
