import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterSpec } from "#server/clusters/cluster-spec.schema.ts";
import { optionOfField } from "./draft.ts";
import { draftOf } from "./draft-of.ts";
import { specOf } from "./spec-of.ts";

// Blanks around a word are the form's to take away.
const word = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text === text.trim());
const key = fc.oneof(fc.constantFrom(...Object.values(optionOfField)), word);
const value = fc.oneof(fc.string(), fc.constantFrom("", " ", "ClusterIP", "NodePort", "nodeport", "2", "1g"));
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const texts = fc.dictionary(word, fc.string(), { maxKeys: 3 });
const application = fc.record({
  jarUri: optional(word),
  entryClass: optional(word),
  arguments: fc.array(fc.string()),
  parallelism: optional(fc.integer({ min: 1, max: 32_768 })),
  classpaths: optional(fc.array(word)),
  savepoint: optional(
    fc.record({
      path: word,
      allowNonRestoredState: fc.boolean(),
      claimMode: fc.constantFrom("CLAIM" as const, "NO_CLAIM" as const, "LEGACY" as const),
    }),
  ),
  detached: optional(fc.boolean()),
  shutdownOnAttachedExit: optional(fc.boolean()),
  python: optional(fc.record({ file: optional(word), module: optional(word), options: texts })),
});
const common = {
  flinkVersion: fc.constantFrom("2.3.0", "1.20.5", "1.17"),
  configuration: fc.dictionary(key, value, { maxKeys: 12 }),
  files: optional(fc.record({ conf: optional(texts), named: optional(texts), hadoop: optional(texts) })),
};
const spec = fc.oneof(
  fc.record({ mode: fc.constant("session" as const), ...common }),
  fc.record({ mode: fc.constant("application" as const), ...common, application }),
);

describe("draftOf", () => {
  it("gives a draft that means the very spec", () => {
    fc.assert(
      fc.property(spec, (given) => {
        const read = clusterSpec.parse(given);
        expect(clusterSpec.parse(specOf(draftOf(read, "here")))).toEqual(read);
      }),
    );
  });

  it("puts an option into its field, one without a field into a row, and leaves a field empty that nothing fills", () => {
    const configuration = { "kubernetes.cluster-id": "orders", "state.backend.type": "rocksdb" };
    const draft = draftOf({ mode: "session", flinkVersion: "2.3.0", configuration }, "here");
    expect(draft).toMatchObject({ clusterId: "orders", jobManagerMemory: "", context: "here" });
    expect(draft.options.map(({ key: said, value: to }) => [said, to])).toEqual([["state.backend.type", "rocksdb"]]);
  });
});
