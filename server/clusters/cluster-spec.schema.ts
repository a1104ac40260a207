import { z } from "zod";
import type { ClusterSpec } from "../flink/cluster-spec.ts";

const texts = z.record(z.string().min(1).max(253), z.string().max(512_000));

/** The program of an application cluster. */
export const applicationSpec = z.object({
  jarUri: z.string().max(4096).optional(),
  entryClass: z.string().max(1024).optional(),
  arguments: z.array(z.string().max(65_536)).max(1000).default([]),
  parallelism: z.int().min(1).max(32_768).optional(),
  classpaths: z.array(z.string().max(4096)).max(200).optional(),
  savepoint: z
    .object({
      path: z.string().min(1).max(4096),
      allowNonRestoredState: z.boolean().default(false),
      claimMode: z.enum(["CLAIM", "NO_CLAIM", "LEGACY"]).default("NO_CLAIM"),
    })
    .optional(),
  detached: z.boolean().optional(),
  shutdownOnAttachedExit: z.boolean().optional(),
  python: z
    .object({
      file: z.string().max(4096).optional(),
      module: z.string().max(1024).optional(),
      options: z.record(z.string().max(253), z.string().max(65_536)).default({}),
    })
    .optional(),
});

/** `ClusterSpec` of `server/flink`, as it comes in. Whether its options make sense is for the rendering to say. */
export const clusterSpec = z.object({
  mode: z.enum(["session", "application"]),
  flinkVersion: z.string().min(1).max(40),
  /** Options as `-Dkey=value` gives them, `kubernetes.cluster-id` and `kubernetes.namespace` among them. */
  configuration: z.record(z.string().min(1).max(500), z.string().max(65_536)),
  application: applicationSpec.optional(),
  files: z
    .object({
      /** The `conf/` folder by file name: `config.yaml` and the logging files to be shipped. */
      conf: texts.optional(),
      /** Files that options name, by the path written in the option: pod templates, a keytab in base64, krb5.conf. */
      named: z.record(z.string().min(1).max(4096), z.string().max(512_000)).optional(),
      hadoop: texts.optional(),
    })
    .optional(),
}) satisfies z.ZodType<ClusterSpec>;
