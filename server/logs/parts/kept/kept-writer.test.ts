import { appendFile, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepWithin } from "./keep-within.ts";
import { writeMeta } from "./kept-meta.ts";
import { clusterFolder, containerFolder } from "./kept-place.ts";
import { keptOfCluster } from "./kept-store.ts";
import { currentFile, KeptWriter, sealingFile } from "./kept-writer.ts";
import { keptRange, readKept } from "./read-kept.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "drey-kept-"));
});
afterAll(() => rm(root, { recursive: true }));

const at = (number: number) => `2026-11-24T23:${new Date(number).toISOString().slice(14, 23)}000000Z`;
const meta = (pod: string) =>
  ({ pod, uid: `${pod}-uid`, container: "main", role: "taskmanager", restarts: 0, ended: false }) as const;
let folders = 0;
const newFolder = () => join(root, "free", String(folders++));

/** Prints lines from one number to another. */
function print(writer: KeptWriter, from: number, to: number, padding = ""): void {
  const lines = numbers(from, to).map((number) => `${at(number)} line ${number}${padding}\n`);
  void writer.append(lines.join(""), { at: at(to - 1), nth: 0 });
}

async function numbersIn(folder: string, since = ""): Promise<number[]> {
  let text = "";
  for await (const chunk of readKept(folder, since)) text += Buffer.from(chunk).toString();
  return [...text.matchAll(/ line (\d+)/g)].map((match) => Number(match[1]));
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe("KeptWriter", () => {
  it("gives back what was flushed, compressed or not, after any number of restarts", async () => {
    const steps = fc.array(fc.constantFrom("flush", "seal", "reopen"), { minLength: 1, maxLength: 12 });
    const run = async (todo: readonly string[]) => {
      const folder = newFolder();
      let writer = await KeptWriter.open(folder, meta("tm"));
      for (const [round, step] of todo.entries()) {
        print(writer, round * 3, round * 3 + 3);
        await (step === "seal" ? writer.seal() : writer.flush());
        if (step === "reopen") writer = await KeptWriter.open(folder, meta("tm"));
        expect(writer.cursor).toEqual({ at: at(round * 3 + 2), nth: 0 });
      }
      expect(await numbersIn(folder)).toEqual(numbers(0, todo.length * 3));
    };
    await fc.assert(fc.asyncProperty(steps, run), { numRuns: 25 });
  });

  it("takes back a line that a crash cut in two, so that it comes again whole", async () => {
    const folder = newFolder();
    const writer = await KeptWriter.open(folder, meta("tm"));
    print(writer, 0, 3);
    await writer.flush();
    await appendFile(join(folder, currentFile), `${at(3)} li`);
    const again = await KeptWriter.open(folder, meta("tm"));
    print(again, 3, 5);
    await again.flush();
    expect(await numbersIn(folder)).toEqual(numbers(0, 5));
  });

  it("compresses again what was being compressed when the console died, and nothing twice", async () => {
    const folder = newFolder();
    const writer = await KeptWriter.open(folder, meta("tm"));
    print(writer, 0, 3);
    await writer.flush();
    const lines = await readFile(join(folder, currentFile));
    await rename(join(folder, currentFile), join(folder, sealingFile));
    await KeptWriter.open(folder, meta("tm"));
    expect(await numbersIn(folder)).toEqual(numbers(0, 3));
    // It died after the segment was there and before the plain file was gone.
    await writeFile(join(folder, sealingFile), lines);
    await KeptWriter.open(folder, meta("tm"));
    expect(await numbersIn(folder)).toEqual(numbers(0, 3));
  });

  it("is read to the same end while it is written and compressed", async () => {
    const folder = newFolder();
    const writer = await KeptWriter.open(folder, meta("tm"));
    const seen: number[] = [];
    for (let round = 0; round < 4; round++) {
      print(writer, round * 20_000, (round + 1) * 20_000, " ".repeat(40));
      const [read] = await Promise.all([numbersIn(folder), writer.flush()]);
      expect(read).toEqual(numbers(0, read.length));
      seen.push(read.length);
    }
    expect(await numbersIn(folder)).toEqual(numbers(0, 80_000));
    expect(Math.max(...seen)).toBeGreaterThan(0);
  }, 30_000);

  it("passes over what is older than asked for, and tells the range it holds", async () => {
    const folder = newFolder();
    const writer = await KeptWriter.open(folder, meta("tm"));
    for (const from of [0, 1_000, 2_000]) {
      print(writer, from, from + 1_000);
      await writer.seal();
    }
    print(writer, 3_000, 3_010);
    await writer.flush();
    expect((await numbersIn(folder, at(2_500)))[0]).toBe(2_000);
    expect(await keptRange(folder)).toEqual({ from: at(0), to: at(3_009) });
  });
});

describe("keepWithin", () => {
  const cluster = { context: "../..//a:b@c", namespace: "flink", clusterId: "first" };

  it("removes the oldest first, in whatever cluster, and says what is gone", async () => {
    const own = join(root, "limits");
    for (const [clusterId, pod] of [
      ["first", "tm-1"],
      ["first", "tm-2"],
      ["second", "tm-3"],
    ] as const) {
      const folder = clusterFolder(own, { ...cluster, clusterId });
      const writer = await KeptWriter.open(containerFolder(folder, meta(pod)), meta(pod));
      await writeMeta(folder, { ...cluster, clusterId, keep: true });
      for (let part = 0; part < 3; part++) {
        print(writer, part * 1_000, (part + 1) * 1_000);
        await writer.seal();
      }
    }
    const before = (await keptOfCluster(own, cluster))?.bytes ?? 0;
    const removed: string[] = [];
    const note = async ({ meta: { pod } }: { meta: { pod: string } }, { from, to }: { from: string; to: string }) => {
      removed.push(`${pod} ${from.slice(17, 23)}-${to.slice(17, 23)}`);
    };
    const limits = { clusterBytes: before * 0.8, totalBytes: 1e9, ageMs: 1e9 };
    await keepWithin(own, limits, Date.now(), note);
    expect(removed).toEqual(["tm-1 00.000-00.999", "tm-1 01.000-01.999"]);
    expect((await keptOfCluster(own, cluster))?.bytes).toBeLessThanOrEqual(before * 0.8);
    await keepWithin(own, { ...limits, totalBytes: 0 }, Date.now(), note);
    expect(removed.length).toBe(9);
  });

  it("keeps whatever name a context has within its root", () => {
    for (const context of ["..", ".", "a/../../b", "x".repeat(300), "arn:aws:eks:eu-1:1/c@d", "*"]) {
      const folder = clusterFolder("/data/logs", { ...cluster, context });
      expect(folder.split("/").length).toBe(6);
      expect(Buffer.byteLength(folder.split("/")[3] ?? "")).toBeLessThan(255);
      expect(["..", "."]).not.toContain(folder.split("/")[3]);
    }
  });
});
