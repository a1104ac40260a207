import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Says of which sources the build beside it is. `next build` removes it with the former build. */
export const buildMark = ".next/standalone/.built-of";

/** All that decides what `next build` makes. */
const folders = ["app", "components", "server", "prisma", "generated"];
const files = [
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.js",
  "proxy.ts",
  "tsconfig.json",
];
const withoutTests = (path: string) => !/\.test\.tsx?$|\/recorded\//.test(path);

/** One key for the contents of all sources, whatever their times. */
export async function buildKey(): Promise<string> {
  const found = await Promise.all(folders.map(filesBelow));
  const hash = createHash("sha256");
  for (const path of [...files, ...found.flat()].filter(withoutTests).sort()) {
    hash
      .update(`${path}\n`)
      .update(await readFile(path))
      .update("\n");
  }
  return hash.digest("hex");
}

/** True when the build in `.next/standalone` is of the sources as they are now. */
export async function buildIsCurrent(): Promise<boolean> {
  const mark = await readFile(buildMark, "utf8").catch(() => "");
  return mark !== "" && mark === (await buildKey());
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
