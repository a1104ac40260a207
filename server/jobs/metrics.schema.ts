import { z } from "zod";
import { operation } from "../operation.schema.ts";
import { flinkId, jobAddress, jobPath } from "./schema.ts";

const ofVertex = jobAddress.extend({ vertexId: flinkId });

export const listVertexMetricsOperation = operation({
  id: "listVertexMetrics",
  method: "GET",
  path: `${jobPath}/vertices/{vertexId}/metrics`,
  summary: "Names of the metrics of a vertex",
  params: ofVertex,
  answer: z.object({ names: z.array(z.string()) }),
});

export const metricValue = z.object({
  name: z.string(),
  min: z.number().optional(),
  max: z.number().optional(),
  avg: z.number().optional(),
  sum: z.number().optional(),
});
export type MetricValue = z.output<typeof metricValue>;

export const readVertexMetricsOperation = operation({
  id: "readVertexMetrics",
  method: "GET",
  path: `${jobPath}/vertices/{vertexId}/metrics/values`,
  summary: "Values of chosen metrics of a vertex, over all its subtasks",
  params: ofVertex,
  query: z.object({ name: z.array(z.string().min(1).max(300)).min(1).max(20) }),
  answer: z.object({ at: z.number(), values: z.array(metricValue) }),
});

export const vertexParallelism = z.object({
  vertexId: flinkId,
  lowerBound: z.number().int().min(1).max(32_768),
  upperBound: z.number().int().min(1).max(32_768),
});

export const readParallelismOperation = operation({
  id: "readParallelism",
  method: "GET",
  path: `${jobPath}/parallelism`,
  summary: "How parallel each vertex may run; only of a job with the adaptive scheduler",
  params: jobAddress,
  answer: z.object({ vertices: z.array(vertexParallelism) }),
});

export const changeParallelismOperation = operation({
  id: "changeParallelism",
  method: "PUT",
  path: `${jobPath}/parallelism`,
  summary: "Rescale a running job with the adaptive scheduler",
  params: jobAddress,
  body: z.object({
    vertices: z
      .array(vertexParallelism.refine((one) => one.lowerBound <= one.upperBound, "the lower bound is above the upper"))
      .min(1)
      .max(1_000),
  }),
  answer: z.object({ vertices: z.array(vertexParallelism) }),
  status: 202,
});
