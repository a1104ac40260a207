import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** What is known of a kept container besides its lines. */
const containerMeta = z.object({
  pod: z.string(),
  uid: z.string(),
  container: z.string(),
  role: z.enum(["jobmanager", "taskmanager", "other"]),
  /** How often it had been started anew when its newest line came. */
  restarts: z.number(),
  /** It prints nothing more: its pod is gone or has ended. */
  ended: z.boolean(),
  /** Lines up to here were left out to stay within the space for kept logs. */
  removed: z.object({ from: z.string(), to: z.string() }).optional(),
});
export type ContainerMeta = z.infer<typeof containerMeta>;

/** What is known of a cluster whose logs are kept. */
const clusterMeta = z.object({
  context: z.string(),
  namespace: z.string(),
  clusterId: z.string(),
  /** The pattern of its lines: its ConfigMap goes with it. */
  pattern: z.string().optional(),
  /** False where people have switched it off. */
  keep: z.boolean(),
});
export type ClusterMeta = z.infer<typeof clusterMeta>;

const file = "about.json";

export const readContainerMeta = (folder: string) => readMeta(folder, containerMeta);
export const readClusterMeta = (folder: string) => readMeta(folder, clusterMeta);
export const writeMeta = async (folder: string, meta: ContainerMeta | ClusterMeta): Promise<void> => {
  // Two pods of one cluster may write what is known of it at the same moment.
  const part = join(folder, `${file}.${randomUUID()}.part`);
  await writeFile(part, JSON.stringify(meta), { mode: 0o600 });
  await rename(part, join(folder, file));
};

async function readMeta<Meta>(folder: string, schema: z.ZodType<Meta>): Promise<Meta | undefined> {
  try {
    return schema.safeParse(JSON.parse(await readFile(join(folder, file), "utf8"))).data;
  } catch {
    return undefined; // not there, or not ours
  }
}
