import { z } from "zod";
import { oneLine, rootCause } from "../flink-error.ts";

export const triggered = z.object({ "request-id": z.string() }).transform((sent) => sent["request-id"]);

/** Where an asynchronous operation of a JobManager stands. */
export type OperationStatus =
  | { readonly state: "in-progress" }
  | { readonly state: "completed"; readonly location?: string | undefined }
  | { readonly state: "failed"; readonly reason: string };

/** `GET /jobs/:jobid/savepoints/:triggerid`, `GET /savepoint-disposal/:triggerid`, `GET …/checkpoints/:triggerid` */
export const operationStatus = z
  .object({
    status: z.object({ id: z.string() }),
    operation: z
      .object({
        location: z.string().nullish(),
        // The serialized exception beside it is Java's and is left alone.
        "failure-cause": z.object({ class: z.string(), "stack-trace": z.string() }).nullish(),
      })
      .nullish(),
  })
  .transform((sent): OperationStatus => {
    if (sent.status.id !== "COMPLETED") return { state: "in-progress" };
    const cause = sent.operation?.["failure-cause"];
    if (cause) return { state: "failed", reason: oneLine(rootCause(cause["stack-trace"])) };
    return { state: "completed", location: sent.operation?.location ?? undefined };
  });

const bounds = z.object({ parallelism: z.object({ lowerBound: z.number(), upperBound: z.number() }) });
/** `GET /jobs/:jobid/resource-requirements`, by vertex id. Only the adaptive scheduler has it. */
export const resourceRequirements = z
  .record(z.string(), bounds)
  .transform((sent) => Object.entries(sent).map(([vertexId, { parallelism }]) => ({ vertexId, ...parallelism })));
export type VertexParallelism = z.output<typeof resourceRequirements>[number];
