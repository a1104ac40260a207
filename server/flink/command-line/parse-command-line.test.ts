import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCommandLine } from "./parse-command-line.ts";

const application = (...words: string[]) =>
  parseCommandLine(["flink", "run", "-t", "kubernetes-application", ...words], "2.3.0");
const configurationOf = (...words: string[]) => {
  const parsed = parseCommandLine(["kubernetes-session.sh", ...words], "2.3.0");
  return parsed.kind === "parsed" ? parsed.spec.configuration : parsed.issues;
};
const programOf = (...words: string[]) => {
  const parsed = application(...words);
  return parsed.kind === "parsed" ? parsed.spec.application : parsed.issues;
};

describe("-D, as commons-cli reads it", () => {
  it.each([
    [["-Dk=v"], { k: "v" }],
    [["-D", "k=v"], { k: "v" }],
    [["-Dk=v=w"], { k: "v=w" }],
    [["-Dk"], { k: "true" }],
    [["-Dk="], { k: "" }],
    [["-Dk=1", "-Dk=2"], { k: "2" }],
    [["-Dk= v "], { k: " v " }],
    [['-Dk="v"'], { k: '"v"' }],
    [["-D", '"k=v w"'], { k: "v w" }],
    [["-D", 'k="v"'], { k: '"v"' }],
    [["-t", "anything", "-Dk=v"], { k: "v" }],
  ])("reads %j", (words, configuration) => {
    expect(configurationOf(...words)).toEqual(configuration);
  });

  it("stops silently at the first word that kubernetes-session.sh does not know, as Flink does, but says so", () => {
    expect(parseCommandLine(["kubernetes-session.sh", "-Da=1", "-d", "-Db=2"], "2.3.0")).toMatchObject({
      spec: { configuration: { a: "1" } },
      warnings: [{ code: "words-ignored" }],
    });
  });
});

describe("the flags of an application", () => {
  it.each([
    [["-p", "3", "a.jar"], { jarUri: "a.jar", arguments: [], parallelism: 3 }],
    [["-p3", "a.jar"], { jarUri: "a.jar", arguments: [], parallelism: 3 }],
    [["--parallelism=3", "a.jar"], { jarUri: "a.jar", arguments: [], parallelism: 3 }],
    [["--par", "3", "a.jar"], { jarUri: "a.jar", arguments: [], parallelism: 3 }],
    [["a.jar", "-p", "3", ""], { jarUri: "a.jar", arguments: ["-p", "3", ""] }],
    [["-j", "a.jar", "x"], { jarUri: "a.jar", arguments: ["x"] }],
    [["-a", "x", "y", "-j", "a.jar"], { jarUri: "a.jar", arguments: ["x", "y"] }],
    [
      ["-c", "Main", "-d", "-sae", "a.jar"],
      { jarUri: "a.jar", arguments: [], entryClass: "Main", detached: true, shutdownOnAttachedExit: true },
    ],
    [
      ["-C", "file:///a", "-C", "file:///b", "a.jar"],
      { jarUri: "a.jar", arguments: [], classpaths: ["file:///a", "file:///b"] },
    ],
    [
      ["-s", "s3://b/1", "-n", "-cm", "claim", "a.jar"],
      {
        jarUri: "a.jar",
        arguments: [],
        savepoint: { path: "s3://b/1", allowNonRestoredState: true, claimMode: "CLAIM" },
      },
    ],
    [["-n", "-cm", "CLAIM", "a.jar"], { jarUri: "a.jar", arguments: [] }],
    [
      ["-py", "job.py", "-pyfs", "lib.zip", "--in", "x"],
      { arguments: ["--in", "x"], python: { file: "job.py", options: { "python.files": "lib.zip" } } },
    ],
    [["-pym", "job"], { arguments: [], python: { module: "job", options: {} } }],
  ])("reads %j", (words, program) => {
    expect(programOf(...words)).toEqual(program);
  });

  it.each([
    [["-p", "0", "a.jar"], "parallelism-not-positive"],
    [["-p", "two", "a.jar"], "parallelism-not-positive"],
    [["-s", "x", "-cm", "maybe", "a.jar"], "claim-mode-unknown"],
    [["--py", "x"], "command-unreadable"],
    [["-p"], "command-unreadable"],
    [[], "jar-missing"],
  ])("refuses %j", (words, code) => {
    expect(programOf(...words)).toMatchObject([{ code }]);
  });
});

it("answers any words with a spec or a reason", () => {
  const words = fc.array(
    fc.oneof(fc.constantFrom("flink", "run", "-t", "kubernetes-application", "-D", "-p", "-s"), fc.string()),
  );
  fc.assert(
    fc.property(words, fc.constantFrom("kubernetes-session.sh", "flink", ""), (rest, command) => {
      expect(["parsed", "refused"]).toContain(parseCommandLine([command, ...rest], "2.3.0").kind);
    }),
  );
});
