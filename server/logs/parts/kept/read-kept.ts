import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { printGap } from "./kept-line.ts";
import { readContainerMeta } from "./kept-meta.ts";
import { currentFile, isSegment, sealingFile } from "./kept-writer.ts";
import { readFrame, readSegmentIndex, type SegmentIndex } from "./segment-file.ts";

/**
 * The kept lines of one container as bytes, oldest first, from about `since` on, while they may still be written.
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
    const plain = await readPlain(folder, next);
    if (plain === "again") continue;
    if (plain.length > 0) yield plain;
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
    if (bytes !== undefined) yield bytes;
  }
}

/** Segments may be removed, oldest first, while they are read: the next reading says so as a gap. */
function undefinedWhenGone(error: unknown): undefined {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}

/** What is not compressed yet; "again" when it was being compressed in between. */
async function readPlain(folder: string, newest: string): Promise<Uint8Array | "again"> {
  const sealing = await readFile(join(folder, sealingFile)).catch(() => undefined);
  const current = await readFile(join(folder, currentFile)).catch(() => undefined);
  const names = await readdir(folder).catch((): string[] => []);
  const isSealed = names.some((name) => isSegment(name) && name > newest);
  if (isSealed || (names.includes(sealingFile) && sealing === undefined)) return "again";
  const bytes = Buffer.concat([sealing, current].filter((part) => part !== undefined));
  // A line that is just being written comes from the API server whole.
  return bytes.subarray(0, bytes.lastIndexOf(10) + 1);
}

/** The names that the first and the last kept line of a container have, as far as can be told without reading all. */
export async function keptRange(folder: string): Promise<{ from: string; to: string } | undefined> {
  const indexes: SegmentIndex[] = [];
  const names = await segmentsIn(folder);
  for (const name of [names[0], names.at(-1)]) {
    const index = name === undefined ? undefined : await readSegmentIndex(join(folder, name)).catch(undefinedWhenGone);
    if (index !== undefined) indexes.push(index);
  }
  const plain = await readPlain(folder, names.at(-1) ?? "");
  const times =
    plain === "again"
      ? []
      : (Buffer.from(plain)
          .toString("latin1")
          .match(/^\d\S{29}(?= )/gm) ?? []);
  const from = indexes[0]?.frames[0]?.first ?? times[0];
  const to = times.at(-1) ?? indexes.at(-1)?.last.at;
  return from === undefined || to === undefined ? undefined : { from, to };
}
