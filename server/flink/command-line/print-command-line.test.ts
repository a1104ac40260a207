import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApplicationSpec, ClusterSpec } from "../cluster-spec.ts";
import { parseCommandLine } from "./parse-command-line.ts";
import { commandWords, printCommandLine } from "./print-command-line.ts";
import { splitShellWords } from "./split-shell-words.ts";

const key = fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}$/);
// A target is part of the command, not of the configuration.
const configuration = fc.dictionary(
  key.filter((name) => name !== "execution.target"),
  fc.string({ unit: "grapheme" }),
);
const flinkVersion = fc.constantFrom("1.20.5", "2.0", "2.3.0");

const word = fc.stringMatching(/^[a-zA-Z0-9/:._]{1,20}$/);
const savepoint = fc.record({
  path: word,
  allowNonRestoredState: fc.boolean(),
  claimMode: fc.constantFrom("CLAIM" as const, "NO_CLAIM" as const, "LEGACY" as const),
});
const optional = {
  entryClass: word,
  parallelism: fc.integer({ min: 1, max: 1000 }),
  classpaths: fc.array(word, { minLength: 1, maxLength: 3 }),
  savepoint,
  detached: fc.constant(true),
  shutdownOnAttachedExit: fc.constant(true),
};
const java = fc.record(
  { jarUri: word, arguments: fc.array(fc.string({ unit: "grapheme" })), ...optional },
  { requiredKeys: ["jarUri", "arguments"] },
);
const python = fc.record(
  {
    python: fc.record({ file: word, options: fc.record({ "python.files": word }) }),
    arguments: fc.array(fc.string({ unit: "grapheme" })),
    ...optional,
  },
  { requiredKeys: ["python", "arguments"] },
);

const session: fc.Arbitrary<ClusterSpec> = fc.record({
  mode: fc.constant("session" as const),
  flinkVersion,
  configuration,
});
const application: fc.Arbitrary<ClusterSpec> = fc.record({
  mode: fc.constant("application" as const),
  flinkVersion,
  configuration,
  application: fc.oneof<fc.Arbitrary<ApplicationSpec>[]>(java, python),
});

describe("printCommandLine", () => {
  it("prints what parses back to the same spec", () => {
    fc.assert(
      fc.property(fc.oneof(session, application), (spec) => {
        const parsed = parseCommandLine(splitShellWords(printCommandLine(spec)), spec.flinkVersion);
        expect(parsed).toEqual({ kind: "parsed", spec, warnings: [] });
      }),
    );
  });

  it("takes the action of the Flink version: run-application for 1.20, run from 2.0 on", () => {
    const spec: ClusterSpec = { mode: "application", flinkVersion: "1.20.5", configuration: {} };
    expect(commandWords(spec).slice(0, 2)).toEqual(["flink", "run-application"]);
    expect(commandWords({ ...spec, flinkVersion: "2.3.0" }).slice(0, 2)).toEqual(["flink", "run"]);
  });

  it("quotes what a shell would take apart", () => {
    const spec: ClusterSpec = { mode: "session", flinkVersion: "2.3", configuration: { "a.b": "it's two words" } };
    expect(printCommandLine(spec)).toBe("kubernetes-session.sh \\\n  '-Da.b=it'\\''s two words'");
  });
});
