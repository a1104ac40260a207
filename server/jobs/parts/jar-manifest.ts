import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { ConsoleError } from "../../errors.ts";

const inflate = promisify(inflateRaw);
const maxTail = 65_557;
const maxDirectory = 64 * 1024 * 1024;
const maxManifest = 1024 * 1024;
const manifestName = "META-INF/MANIFEST.MF";

const notAJar = (why: string, cause?: unknown): ConsoleError =>
  new ConsoleError(
    {
      kind: "request-invalid",
      issues: [{ field: "name", code: "not-a-jar", detail: `The file is not a jar: ${why}` }],
    },
    { cause },
  );

/**
 * The class that a jar's manifest names as its program: `program-class` (Flink's own) before `Main-Class`.
 *
 * Reads the zip's directory and the manifest alone. Throws `request-invalid` for a file that is no zip.
 */
export async function readJarManifest(file: string): Promise<{ entryClass?: string | undefined }> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const directory = await readDirectory(handle, size);
    const entry = findEntry(directory, manifestName);
    if (entry === undefined) return {};
    return { entryClass: entryClassOf(await readEntry(handle, size, entry)) };
  } finally {
    await handle.close();
  }
}

/** The zip's list of entries, found from its end. */
async function readDirectory(handle: FileHandle, size: number): Promise<Buffer> {
  const tail = await readAt(handle, Math.max(0, size - maxTail), Math.min(size, maxTail));
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || at + 22 > tail.length) throw notAJar("it does not end like a zip. Is it complete?");
  const length = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  // 0xffffffff points to the larger form that jars above 4 GiB have.
  if (offset + length > size || length > maxDirectory) throw notAJar("its list of entries is out of place.");
  return await readAt(handle, offset, length);
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

function findEntry(directory: Buffer, wanted: string): Entry | undefined {
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString("utf8", at + 46, at + 46 + nameLength);
    if (name === wanted) {
      return {
        method: directory.readUInt16LE(at + 10),
        packed: directory.readUInt32LE(at + 20),
        unpacked: directory.readUInt32LE(at + 24),
        offset: directory.readUInt32LE(at + 42),
      };
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return undefined;
}

async function readEntry(handle: FileHandle, size: number, entry: Entry): Promise<string> {
  if (entry.offset + 30 > size || entry.packed > maxManifest || entry.unpacked > maxManifest) {
    throw notAJar("its manifest is out of place.");
  }
  const head = await readAt(handle, entry.offset, 30);
  const begin = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = await readAt(handle, begin, Math.min(entry.packed, Math.max(0, size - begin)));
  if (entry.method === 0) return packed.toString("utf8");
  try {
    return (await inflate(packed, { maxOutputLength: maxManifest })).toString("utf8");
  } catch (cause) {
    throw notAJar("its manifest can't be unpacked.", cause);
  }
}

function entryClassOf(manifest: string): string | undefined {
  // A long line goes on in the next, which begins with a space.
  const lines = manifest.replaceAll(/\r?\n /g, "").split(/\r?\n/);
  const named = (key: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${key}:`))
      ?.slice(key.length + 1)
      .trim();
  return named("program-class") || named("main-class") || undefined;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
