import { open, readFile, rename, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { zstdCompress, zstdDecompress } from "node:zlib";
import { z } from "zod";
import type { LineCursor } from "../../../flink/log-records/line-cursor.ts";

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

const cursor = z.object({ at: z.string(), nth: z.number() });
const frameSchema = z.object({
  offset: z.number(),
  length: z.number(),
  /** Bytes once decompressed. */
  size: z.number(),
  /** Times of its first and last line. */
  first: z.string(),
  last: z.string(),
});
const indexSchema = z.object({ frames: z.array(frameSchema), last: cursor });

export type Frame = z.infer<typeof frameSchema>;
/** What a segment holds: its frames in order, and the name of its last line. */
export type SegmentIndex = z.infer<typeof indexSchema>;

const magic = "DREYLOG1";
const trailerLength = 4 + magic.length;
/** Text of one frame: what is read and decompressed at once. */
const frameBytes = 256 * 1024;
const newline = 10;

/**
 * Compresses a file of lines into a segment: zstd frames, then their index, then the index's length. It appears whole or
 * not at all.
 */
export async function writeSegment(from: string, to: string, last: LineCursor): Promise<void> {
  const raw = await readFile(from);
  const frames: Frame[] = [];
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const piece of cutAtLines(raw)) {
    const compressed = await compress(piece);
    const [first, lastAt] = timesOf(piece);
    frames.push({ offset, length: compressed.length, size: piece.length, first, last: lastAt });
    pieces.push(compressed);
    offset += compressed.length;
  }
  const index = Buffer.from(JSON.stringify({ frames, last }));
  const trailer = Buffer.alloc(trailerLength);
  trailer.writeUInt32LE(index.length);
  trailer.write(magic, 4, "latin1");
  await writeFile(`${to}.part`, Buffer.concat([...pieces, index, trailer]), { mode: 0o600 });
  await rename(`${to}.part`, to);
}

/** Reads what a segment holds; undefined for a file that is none. */
export async function readSegmentIndex(path: string): Promise<SegmentIndex | undefined> {
  await using file = await open(path);
  const { size } = await file.stat();
  const trailer = Buffer.alloc(trailerLength);
  if (size < trailerLength) return undefined;
  await file.read(trailer, 0, trailerLength, size - trailerLength);
  const length = trailer.readUInt32LE();
  if (trailer.toString("latin1", 4) !== magic || length > size - trailerLength) return undefined;
  const index = Buffer.alloc(length);
  await file.read(index, 0, length, size - trailerLength - length);
  return indexSchema.safeParse(JSON.parse(index.toString())).data;
}

/** The text of one frame. */
export async function readFrame(path: string, { offset, length }: Frame): Promise<Uint8Array> {
  await using file = await open(path);
  const compressed = Buffer.alloc(length);
  await file.read(compressed, 0, length, offset);
  return decompress(compressed);
}

function* cutAtLines(raw: Buffer): Generator<Buffer> {
  let from = 0;
  while (from < raw.length) {
    const end = raw.indexOf(newline, Math.min(raw.length, from + frameBytes));
    yield raw.subarray(from, end < 0 ? raw.length : end + 1);
    from = end < 0 ? raw.length : end + 1;
  }
}

/** Times of the first and the last line that has one; marks of the console have none. */
function timesOf(piece: Buffer): [string, string] {
  const text = piece.toString("latin1");
  const first = /^\d\S{29}(?= )/m.exec(text)?.[0] ?? "";
  let at = text.length - 1;
  while (at > 0) {
    const start = text.lastIndexOf("\n", at - 1) + 1;
    const time = /^\d\S{29}(?= )/.exec(text.slice(start, start + 31))?.[0];
    if (time !== undefined) return [first, time];
    at = start - 1;
  }
  return [first, first];
}
