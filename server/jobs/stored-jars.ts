import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { deleteStoredJarOperation, listStoredJarsOperation, uploadJarOperation } from "./jars.schema.ts";
import { readJarManifest } from "./parts/jar-manifest.ts";

/** Jars that the console keeps, the newest first, at most 1,000. Sizes in bytes. */
export async function listStoredJars(
  _request: RequestOf<typeof listStoredJarsOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof listStoredJarsOperation>> {
  return { jars: await caller.jars.list(), limitBytes: caller.jars.limitBytes };
}

/** Keeps a jar as its bytes come in. Refuses what is no jar, and what is larger than the limit. */
export async function uploadJar(
  { name }: RequestOf<typeof uploadJarOperation>,
  bytes: AsyncIterable<Uint8Array>,
  caller: Caller,
): Promise<AnswerOf<typeof uploadJarOperation>> {
  return await caller.jars.keep(name, bytes, readJarManifest);
}

/** Forgets a jar. Jobs and JobManagers that have it already are not touched. */
export async function deleteStoredJar(
  { sha256 }: RequestOf<typeof deleteStoredJarOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof deleteStoredJarOperation>> {
  await caller.jars.delete(sha256);
  return {};
}
