import { type FileHandle, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { printGap } from "./kept-line.ts";
import { readContainerMeta } from "./kept-meta.ts";
import { currentFile, isSegment, sealingFile } from "./kept-writer.ts";
import { readFrame, readSegmentIndex, type SegmentIndex } from "./segment-file.ts";

/** Bytes that are handed over at once: a view has many containers open. */
const sliceBytes = 64 * 1024;

/**
 * The kept lines of one container as bytes, oldest first, from about `since` on, while they may still be written. What is
 * yielded is good until the next one is asked for.
 *
 * A segment that appears in between holds what was just a plain file, so the plain files are read last and only taken
 * when no new segment has appeared meanwhile.
 */
export async function* readKept(folder: string, since: string): AsyncGenerator<Uint8Array> {
  const removed = (await readContainerMeta(folder))?.removed;
  if (removed !== undefined && removed.to >= since) {
    yield Buffer.from(printGap({ ...removed, reason: "over-budget" }));
  }
  let next = "";
  for (;;) {
    for (const name of (await segmentsIn(folder)).filter((each) => each > next)) {
      next = name;
      yield* readSegment(join(folder, name), since);
    }
    const plain = await openPlain(folder, next);
    if (plain === "again") continue;
    yield* readAndClose(plain);
    return;
  }
}

async function segmentsIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter(isSegment).sort();
}

async function* readSegment(path: string, since: string): AsyncGenerator<Uint8Array> {
  const index = await readSegmentIndex(path).catch(undefinedWhenGone);
  for (const frame of index?.frames ?? []) {
    if (frame.last !== "" && frame.last < since) continue;
    const bytes = await readFrame(path, frame).catch(undefinedWhenGone);
    if (bytes !== undefined) yield* slicesOf(bytes);
  }
}

/** Segments may be removed, oldest first, while they are read: the next reading says so as a gap. */
function undefinedWhenGone(error: unknown): undefined {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sliceBytes) yield bytes.subarray(at, at + sliceBytes);
}

/** Opens what is not compressed yet; "again" when it was being compressed in between. */
async function openPlain(folder: string, newest: string): Promise<FileHandle[] | "again"> {
  const opened = await Promise.all(
    [sealingFile, currentFile].map((name) => open(join(folder, name)).catch(undefinedWhenGone)),
  );
  const files = opened.filter((file) => file !== undefined);
  const names = await readdir(folder).catch((): string[] => []);
  const isSealed = names.some((name) => isSegment(name) && name > newest);
  if (!isSealed && (opened[0] !== undefined || !names.includes(sealingFile))) return files;
  await closeAll(files);
  return "again";
}

/** An open file stays readable when it is compressed and removed meanwhile. Each slice is good until the next one. */
async function* readAndClose(files: readonly FileHandle[]): AsyncGenerator<Uint8Array> {
  try {
    const slice = Buffer.alloc(sliceBytes);
    for (const file of files) {
      const { size } = await file.stat();
      for (let at = 0; at < size; at += sliceBytes) {
        const { bytesRead } = await file.read(slice, 0, Math.min(sliceBytes, size - at), at);
        yield slice.subarray(0, bytesRead);
      }
    }
  } finally {
    await closeAll(files);
  }
}

const closeAll = (files: readonly FileHandle[]) => Promise.all(files.map((file) => file.close()));

/** At the beginnings of lines. A slice may begin within a line, so nothing else may look like one. */
const timestamps = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z(?= )/gm;

/** The names that the first and the last kept line of a container have, as far as can be told without reading all. */
export async function keptRange(folder: string): Promise<{ from: string; to: string } | undefined> {
  const indexes: SegmentIndex[] = [];
  const names = await segmentsIn(folder);
  for (const name of [names[0], names.at(-1)]) {
    const index = name === undefined ? undefined : await readSegmentIndex(join(folder, name)).catch(undefinedWhenGone);
    if (index !== undefined) indexes.push(index);
  }
  const plain = await openPlain(folder, names.at(-1) ?? "");
  let from = indexes[0]?.frames[0]?.first;
  let to = indexes.at(-1)?.last.at;
  for await (const slice of readAndClose(plain === "again" ? [] : plain)) {
    const times = Buffer.from(slice).toString("latin1").match(timestamps);
    from ??= times?.[0];
    to = times?.at(-1) ?? to;
  }
  return from === undefined || to === undefined ? undefined : { from, to };
}
