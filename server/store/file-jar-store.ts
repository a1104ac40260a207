import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ConsoleError } from "../errors.ts";
import type { JarStore, StoredJar } from "./jar-store.ts";

const storedJar = z.object({
  sha256: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  uploadedAt: z.number(),
  who: z.string(),
  entryClass: z.string().optional(),
});
const maxListed = 1_000;
const hash = /^[0-9a-f]{64}$/;

/** Jars as files `<sha256>.jar` in a folder, each with what is known of it in `<sha256>.json`. */
export function fileJarStore(folder: string, limitBytes: number, who: string): JarStore {
  const jarFile = (sha256: string) => join(folder, `${checked(sha256)}.jar`);
  const noteFile = (sha256: string) => join(folder, `${checked(sha256)}.json`);
  const find = async (sha256: string): Promise<StoredJar> => {
    try {
      return storedJar.parse(JSON.parse(await readFile(noteFile(sha256), "utf8")));
    } catch (cause) {
      throw new ConsoleError({ kind: "not-found", resource: `Jar ${sha256.slice(0, 12)}` }, { cause });
    }
  };
  return {
    limitBytes,
    find,
    async keep(name, bytes, inspect) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const partial = join(folder, `${randomUUID()}.partial`);
      try {
        const { sha256, sizeBytes } = await writeHashed(partial, bytes, limitBytes);
        const { entryClass } = await inspect(partial);
        const jar: StoredJar = { sha256, name, sizeBytes, uploadedAt: Date.now(), who, entryClass };
        await rename(partial, jarFile(sha256));
        await writeFile(noteFile(sha256), JSON.stringify(jar), { mode: 0o600 });
        return jar;
      } finally {
        await rm(partial, { force: true });
      }
    },
    async list() {
      const files = await readdir(folder).catch(() => []);
      const notes = files.filter((file) => file.endsWith(".json")).slice(0, maxListed);
      const jars = await Promise.allSettled(notes.map((file) => find(file.replace(/\.json$/, ""))));
      const known = jars.flatMap((jar) => (jar.status === "fulfilled" ? [jar.value] : []));
      return known.toSorted((a, b) => b.uploadedAt - a.uploadedAt);
    },
    read: (sha256) => createReadStream(jarFile(sha256), { highWaterMark: 256 * 1024 }),
    async delete(sha256) {
      await find(sha256);
      await rm(noteFile(sha256), { force: true });
      await rm(jarFile(sha256), { force: true });
    },
  };
}

/** Only a hash becomes part of a path. */
function checked(sha256: string): string {
  if (hash.test(sha256)) return sha256;
  throw new ConsoleError({ kind: "not-found", resource: "That jar" });
}

async function writeHashed(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<{ sha256: string; sizeBytes: number }> {
  const sum = createHash("sha256");
  let sizeBytes = 0;
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, "wx", 0o600);
    for await (const chunk of bytes) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > limitBytes) {
        const limit = `${limitBytes / (1024 * 1024)} MiB (DREY_JAR_LIMIT_MIB)`;
        throw new ConsoleError({ kind: "too-large", what: "The jar", limit });
      }
      sum.update(chunk);
      await handle.write(chunk);
    }
    return { sha256: sum.digest("hex"), sizeBytes };
  } finally {
    await handle?.close();
  }
}
