import { appendFile, mkdir, readdir, readFile, rename, rm, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import type { LineCursor } from "../../../flink/log-records/line-cursor.ts";
import { printGap } from "./kept-line.ts";
import { type ContainerMeta, readContainerMeta, writeMeta } from "./kept-meta.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { readSegmentIndex, writeSegment } from "./segment-file.ts";

export const currentFile = "current.log";
/** What is being compressed into a segment. */
export const sealingFile = "sealing.log";
export const segmentName = (number: number) => `${String(number).padStart(8, "0")}.seg`;
export const isSegment = (name: string) => /^\d{8}\.seg$/.test(name);

/** Text that is written before it is compressed into a segment. */
const currentBytesMax = 2 * 1024 * 1024;
/** Text in memory: above it, the reader waits for the disk. There is one writer for each container. */
const bufferedMax = 128 * 1024;

/**
 * Writes the kept log of one container: new lines to the end of a plain file, which is compressed once it is large.
 *
 * What was flushed survives the console's death; a line cut in two by it is taken back and comes again.
 */
export class KeptWriter {
  readonly folder: string;
  #meta: ContainerMeta;
  /** Bytes, not text: a piece of text keeps all of what came over the network alive. */
  #buffer: Buffer[] = [];
  #buffered = 0;
  #currentBytes: number;
  #nextSegment: number;
  #cursor: LineCursor | undefined;
  /** The newest line that is on disk. */
  #written: LineCursor | undefined;
  /** Everything that touches the files goes one after another. */
  #work: Promise<void> = Promise.resolve();

  private constructor(folder: string, meta: ContainerMeta, found: Found) {
    this.folder = folder;
    this.#meta = meta;
    this.#currentBytes = found.currentBytes;
    this.#nextSegment = found.nextSegment;
    this.#cursor = found.cursor;
    this.#written = found.cursor;
  }

  /** Opens what is there, repaired after a crash, or begins anew. */
  static async open(folder: string, meta: ContainerMeta): Promise<KeptWriter> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const known = await readContainerMeta(folder);
    if (known === undefined) await writeMeta(folder, meta);
    const found = await recover(folder);
    return new KeptWriter(folder, known ?? meta, found);
  }

  get meta(): ContainerMeta {
    return this.#meta;
  }

  /** The newest line that is kept. */
  get cursor(): LineCursor | undefined {
    return this.#cursor;
  }

  /** Takes printed lines, the newest of which is `cursor`. A promise holds the reader back. */
  append(text: string, cursor: LineCursor | undefined): Promise<void> | undefined {
    if (text !== "") this.#push(text);
    this.#cursor = cursor ?? this.#cursor;
    return this.#buffered > bufferedMax ? this.flush() : undefined;
  }

  appendGap(gap: Parameters<typeof printGap>[0]): void {
    this.#push(printGap(gap));
  }

  #push(text: string): void {
    const bytes = Buffer.from(text);
    this.#buffer.push(bytes);
    this.#buffered += bytes.length;
  }

  /** Writes what is in memory. */
  flush(): Promise<void> {
    return this.#then(async () => {
      if (this.#buffer.length === 0) return;
      const bytes = Buffer.concat(this.#buffer);
      const newest = this.#cursor;
      this.#buffer = [];
      this.#buffered = 0;
      try {
        await appendFile(join(this.folder, currentFile), bytes, { mode: 0o600 });
      } catch (error) {
        // A full disk: what could not be written stays in front of what comes.
        this.#buffer.unshift(bytes);
        this.#buffered += bytes.length;
        throw error;
      }
      this.#written = newest;
      this.#currentBytes += bytes.length;
      if (this.#currentBytes >= currentBytesMax) await this.#seal();
    });
  }

  /** Compresses what is not compressed yet. */
  async seal(): Promise<void> {
    await this.flush();
    await this.#then(() => this.#seal());
  }

  async change(change: Partial<ContainerMeta>): Promise<void> {
    await this.#then(async () => {
      this.#meta = { ...this.#meta, ...change };
      await writeMeta(this.folder, this.#meta);
    });
  }

  async #seal(): Promise<void> {
    if (this.#currentBytes === 0 || this.#written === undefined) return;
    const sealing = join(this.folder, sealingFile);
    await rename(join(this.folder, currentFile), sealing);
    this.#currentBytes = 0;
    const [segment, last] = [join(this.folder, segmentName(this.#nextSegment++)), this.#written];
    // Fifty containers whose history is read at once would otherwise hold fifty of these files in memory.
    await oneAfterAnother(() => writeSegment(sealing, segment, last));
    await rm(sealing);
  }

  #then(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }
}

interface Found {
  readonly currentBytes: number;
  readonly nextSegment: number;
  readonly cursor: LineCursor | undefined;
}

/** Brings a folder into order: a half line is cut off, and what was being compressed when the console died is so again. */
async function recover(folder: string): Promise<Found> {
  const names = await readdir(folder);
  for (const name of names) if (name.endsWith(".part")) await rm(join(folder, name));
  const segments = names.filter(isSegment).sort();
  const newest = segments.at(-1);
  let cursor = newest === undefined ? undefined : (await readSegmentIndex(join(folder, newest)))?.last;
  let nextSegment = newest === undefined ? 0 : Number.parseInt(newest, 10) + 1;
  const sealing = await lastCursorOf(join(folder, sealingFile));
  if (sealing !== undefined && !isSame(sealing, cursor)) {
    await writeSegment(join(folder, sealingFile), join(folder, segmentName(nextSegment++)), sealing);
    cursor = sealing;
  }
  await rm(join(folder, sealingFile), { force: true });
  const current = join(folder, currentFile);
  await cutHalfLine(current);
  const currentBytes = await stat(current).then(
    ({ size }) => size,
    () => 0,
  );
  return { currentBytes, nextSegment, cursor: (await lastCursorOf(current)) ?? cursor };
}

const isSame = (one: LineCursor, other: LineCursor | undefined) => one.at === other?.at && one.nth === other.nth;

async function cutHalfLine(path: string): Promise<void> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined || bytes.length === 0 || bytes.at(-1) === 10) return;
  await truncate(path, bytes.lastIndexOf(10) + 1);
}

/** The name of a file's last line; its place among the lines of its time is counted within the file. */
async function lastCursorOf(path: string): Promise<LineCursor | undefined> {
  const text = await readFile(path, "latin1").catch(() => "");
  const times = text.match(/^\d\S{29}(?= )/gm) ?? [];
  const at = times.at(-1);
  if (at === undefined) return undefined;
  let nth = -1;
  for (let index = times.length - 1; index >= 0 && times[index] === at; index--) nth++;
  return { at, nth };
}
