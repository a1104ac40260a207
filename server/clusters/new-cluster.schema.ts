import { z } from "zod";
import { operation } from "../operation.schema.ts";
import { clusterSpec } from "./cluster-spec.schema.ts";
import { issue } from "./cluster-view.schema.ts";
import { clusterAddress, clusterPath } from "./schema.ts";

const flinkVersion = z.string().min(1).max(40);

export const flinkOption = z.object({
  key: z.string(),
  /** `Duration`, `List of String`. */
  type: z.string(),
  default: z.string().optional(),
  /** The constants of an enum. */
  values: z.array(z.string()).optional(),
  /** Other keys that this version reads in its place. */
  oldKeys: z.array(z.string()).optional(),
  deprecated: z.literal(true).optional(),
  description: z.string().optional(),
});

export const listFlinkOptionsOperation = operation({
  id: "listFlinkOptions",
  method: "GET",
  path: "/flink-options",
  summary: "Every option that a Flink version knows, and the files that its distribution ships",
  query: z.object({ flinkVersion }),
  answer: z.object({
    minor: z.string(),
    /** Flink's page on configuration; an option is at the anchor of its key, dashes for dots. */
    page: z.string(),
    options: z.array(flinkOption),
    /** The `conf/` folder of the distribution, by file name. */
    conf: z.record(z.string(), z.string()),
  }),
});

export const getClusterSpecOperation = operation({
  id: "getClusterSpec",
  method: "GET",
  path: `${clusterPath}/spec`,
  summary: "The spec of a cluster, as it was submitted here or as its objects tell, and what could not be taken over",
  params: clusterAddress,
  answer: z.object({
    spec: clusterSpec,
    source: z.enum(["submitted", "recovered"]),
    /** Options and files that are not in the spec: secret, or not kept by a cluster. */
    notTaken: z.array(issue),
  }),
});

export type FlinkOption = z.infer<typeof flinkOption>;
