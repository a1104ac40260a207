import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fileJarStore } from "./file-jar-store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "drey-jars-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function* bytesOf(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text);
}
const fine = async () => ({ entryClass: "a.B" });

it("keeps the same bytes once, and gives them back", async () => {
  const store = fileJarStore(folder, 1000, "ada");
  const first = await store.keep("a.jar", bytesOf("ab", "cd"), fine);
  const second = await store.keep("b.jar", bytesOf("abcd"), fine);
  expect(second.sha256).toBe(first.sha256);
  expect(await store.list()).toMatchObject([{ name: "b.jar", sizeBytes: 4, who: "ada", entryClass: "a.B" }]);
  const chunks: Uint8Array[] = [];
  for await (const chunk of store.read(first.sha256)) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe("abcd");
});

it("leaves nothing behind of a jar that is too large, is refused, or breaks off", async () => {
  const store = fileJarStore(folder, 3, "ada");
  await expect(store.keep("a.jar", bytesOf("ab", "cd"), fine)).rejects.toMatchObject({
    failure: { kind: "too-large" },
  });
  const refuse = async () => {
    throw new Error("refused");
  };
  await expect(store.keep("a.jar", bytesOf("ab"), refuse)).rejects.toThrow("refused");
  async function* broken() {
    yield Buffer.from("a");
    throw new Error("broke off");
  }
  await expect(store.keep("a.jar", broken(), fine)).rejects.toThrow("broke off");
  expect(await readdir(folder)).toEqual([]);
});

it("knows jars by their hash alone, never by a path", async () => {
  const store = fileJarStore(folder, 1000, "ada");
  await expect(store.find("../../etc/passwd")).rejects.toMatchObject({ failure: { kind: "not-found" } });
  await expect(store.delete("0".repeat(64))).rejects.toMatchObject({ failure: { kind: "not-found" } });
  expect(() => store.read("../x")).toThrow();
});
