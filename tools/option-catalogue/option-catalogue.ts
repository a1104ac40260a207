import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/**
 * Takes the options of a Flink version into the catalogue: `npm run option-catalogue -- 2.3.0`.
 *
 * The jar comes from Flink's own Python package, which holds a whole distribution. Needs pip, tar, unzip and Java 17.
 */

const readOption = z.object({
  key: z.string(),
  type: z.string(),
  list: z.boolean().optional(),
  default: z.string().optional(),
  values: z.array(z.string()).optional(),
  fallbackKeys: z.array(z.string()).optional(),
  deprecatedKeys: z.array(z.string()).optional(),
  deprecated: z.boolean().optional(),
});
const catalogued = readOption.extend({ minors: z.array(z.string()) });
type Catalogued = z.infer<typeof catalogued>;

const folder = new URL("../../server/flink/options/catalogue/", import.meta.url);
const optionsFile = new URL("options.generated.json", folder);

/** A jar on this disk may be named instead of being fetched: `2.3.0=/path/flink-dist-2.3.0.jar`. */
function readFlinkOptions(argument: string): { version: string; options: z.infer<typeof readOption>[] } {
  const [version = "", path] = argument.split("=");
  const work = mkdtempSync(join(tmpdir(), "flink-options-"));
  try {
    const jar = path ?? fetchJar(version, work);
    const reader = new URL("ReadOptions.java", import.meta.url).pathname;
    const printed = execFileSync("java", [reader, jar], { encoding: "utf8", maxBuffer: 1 << 26 });
    return { version, options: z.array(readOption).parse(JSON.parse(printed)) };
  } finally {
    rmSync(work, { recursive: true });
  }
}

function fetchJar(version: string, work: string): string {
  const run = (command: string, ...words: string[]) => execFileSync(command, words, { cwd: work, stdio: "inherit" });
  run("pip", "download", "--no-deps", "--quiet", "--dest", work, `apache-flink-libraries==${version}`);
  const [archive = ""] = readdirSync(work);
  if (archive.endsWith(".whl")) run("unzip", "-q", "-j", archive, "*/flink-dist-*.jar");
  else run("tar", "-xzf", archive, "--wildcards", "--strip-components=3", "*/flink-dist-*.jar");
  const jar = readdirSync(work).find((name) => name.startsWith("flink-dist-"));
  if (jar === undefined) throw new Error(`${archive} holds no flink-dist`);
  return join(work, jar);
}

function readJson<T>(file: URL, schema: z.ZodType<T>, missing: T): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return missing;
    throw error;
  }
}

const sameOption = (a: Catalogued, b: Catalogued) =>
  JSON.stringify({ ...a, minors: [] }) === JSON.stringify({ ...b, minors: [] });

/** One entry for each shape of an option, with the minors that have it. */
function merged(present: readonly Catalogued[], minor: string, read: readonly Catalogued[]): Catalogued[] {
  const others = present
    .map((option) => ({ ...option, minors: option.minors.filter((name) => name !== minor) }))
    .filter(({ minors }) => minors.length > 0);
  for (const option of read) {
    const same = others.find((other) => other.key === option.key && sameOption(other, option));
    if (same) same.minors = [...same.minors, minor].sort();
    else others.push(option);
  }
  return others.sort((a, b) =>
    a.key === b.key ? (a.minors[0] ?? "").localeCompare(b.minors[0] ?? "") : a.key < b.key ? -1 : 1,
  );
}

for (const argument of process.argv.slice(2)) {
  const { version, options } = readFlinkOptions(argument);
  const minor = version.split(".").slice(0, 2).join(".");
  const read = options.map((option) => ({ ...option, minors: [minor] }));
  const catalogue = merged(readJson(optionsFile, z.array(catalogued), []), minor, read);
  // One entry a line, so that a new version is a readable change.
  writeFileSync(optionsFile, `[\n${catalogue.map((option) => JSON.stringify(option)).join(",\n")}\n]\n`);
  console.log(`${minor}: ${options.length} options of Flink ${version}`);
}
