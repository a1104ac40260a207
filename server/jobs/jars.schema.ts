import { z } from "zod";
import { clusterAddress, clusterPath } from "../clusters/schema.ts";
import { operation } from "../operation.schema.ts";
import { edge } from "./job.schema.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256");

/** A jar that the console keeps, to be used on any cluster. */
export const storedJar = z.object({
  sha256: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  uploadedAt: z.number(),
  who: z.string(),
  /** The class that the manifest names, if any. */
  entryClass: z.string().optional(),
});
export type StoredJar = z.output<typeof storedJar>;

export const listStoredJarsOperation = operation({
  id: "listStoredJars",
  method: "GET",
  path: "/jars",
  summary: "Jars that the console keeps, the newest first",
  answer: z.object({ jars: z.array(storedJar), limitBytes: z.number() }),
});

export const uploadJarOperation = operation({
  id: "uploadJar",
  method: "POST",
  path: "/jars",
  summary: "Keep a jar; the same bytes are kept once",
  query: z.object({
    name: z
      .string()
      .max(200)
      .regex(/^[^/\\\p{Cc}]+\.jar$/u, "must be a file's name that ends in .jar"),
  }),
  takes: "application/java-archive",
  answer: storedJar,
  status: 201,
});

export const deleteStoredJarOperation = operation({
  id: "deleteStoredJar",
  method: "DELETE",
  path: "/jars/{sha256}",
  summary: "Forget a jar; jobs that run are not touched",
  params: z.object({ sha256 }),
  answer: z.object({}),
  status: 204,
});

/** A jar in a JobManager's upload folder. It goes when the pod does. */
export const clusterJar = z.object({
  jarId: z.string(),
  name: z.string(),
  uploadedAt: z.number(),
  entryClasses: z.array(z.string()),
  /** Set where the console has the same jar. */
  sha256: z.string().optional(),
});

export const listClusterJarsOperation = operation({
  id: "listClusterJars",
  method: "GET",
  path: `${clusterPath}/jars`,
  summary: "Jars in the upload folder of a cluster's JobManager",
  params: clusterAddress,
  answer: z.object({ jars: z.array(clusterJar) }),
});

export const deleteClusterJarOperation = operation({
  id: "deleteClusterJar",
  method: "DELETE",
  path: `${clusterPath}/jars/{jarId}`,
  summary: "Delete a jar from the upload folder of a cluster's JobManager",
  params: clusterAddress.extend({ jarId: z.string().min(1).max(300) }),
  answer: z.object({}),
  status: 204,
});

const program = z.object({
  /** A jar that the console keeps, or one in the JobManager's upload folder. */
  jar: z.union([z.object({ sha256 }), z.object({ jarId: z.string().min(1).max(300) })]),
  /** Unset means what the jar's manifest names. */
  entryClass: z
    .string()
    .regex(/^[\p{L}_$][\p{L}\p{N}_$.]*$/u, "is not the name of a class")
    .max(500)
    .optional(),
  programArguments: z.array(z.string().max(100_000)).max(1_000).default([]),
  /** Unset means what the program or the cluster says. */
  parallelism: z.number().int().min(1).max(32_768).optional(),
});

export const planJobOperation = operation({
  id: "planJob",
  method: "POST",
  path: `${clusterPath}/jars/plan`,
  summary: "The graph that a program would run as; its main runs in the JobManager, the job does not",
  params: clusterAddress,
  body: program,
  answer: z.object({
    name: z.string(),
    vertices: z.array(z.object({ id: z.string(), description: z.string(), parallelism: z.number() })),
    edges: z.array(edge),
  }),
});

export const submitJobOperation = operation({
  id: "submitJob",
  method: "POST",
  path: `${clusterPath}/jobs`,
  summary: "Run a jar's program on a session cluster",
  params: clusterAddress,
  body: program.extend({
    savepoint: z
      .object({
        path: z.string().min(1).max(2_000),
        claimMode: z.enum(["NO_CLAIM", "CLAIM"]).default("NO_CLAIM"),
        allowNonRestoredState: z.boolean().default(false),
      })
      .optional(),
    /** Options for this job alone. */
    flinkConfiguration: z.record(z.string().min(1).max(300), z.string().max(10_000)).default({}),
  }),
  answer: z.object({ jobId: z.string() }),
  status: 201,
});
