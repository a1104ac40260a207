import fc from "fast-check";
import { expect, it } from "vitest";
import type { ClusterSpec } from "../cluster-spec.ts";
import { catalogueOf } from "../options/catalogue/catalogue.ts";
import { renderCluster } from "./render-cluster.ts";

const knownKey = fc.constantFrom(...catalogueOf("2.3").options.keys(), ...catalogueOf("1.20").currentOf.keys());
const plausible = fc.constantFrom(
  "true",
  "1",
  "1g",
  "10 s",
  "a:b,c:d",
  "a:b;c:d",
  "NodePort",
  "kubernetes",
  "/pod.yaml",
  "[a, {b: c}]",
);
const value = fc.oneof(plausible, fc.string({ unit: "grapheme" }));
const options = fc.dictionary(fc.oneof(knownKey, fc.string()), value, { maxKeys: 12 });

const spec: fc.Arbitrary<ClusterSpec> = fc.record({
  mode: fc.constantFrom("session" as const, "application" as const),
  flinkVersion: fc.oneof(fc.constantFrom("1.20.5", "2.0.0", "2.1", "2.2.0", "2.3.0", "1.17", "3.0"), fc.string()),
  configuration: options.map((given) => ({ "kubernetes.cluster-id": "my-cluster", ...given })),
  application: fc.option(fc.record({ jarUri: fc.string(), arguments: fc.array(fc.string()) }), { nil: undefined }),
  files: fc.record({ named: fc.record({ "/pod.yaml": fc.oneof(fc.constant("spec: {}"), fc.string()) }) }),
});

it("answers any spec with objects or with reasons, and never throws", () => {
  fc.assert(
    fc.property(spec, (asked) => {
      const rendering = renderCluster(asked);
      if (rendering.kind === "refused") expect(rendering.issues.length).toBeGreaterThan(0);
      else expect(rendering.deployment.metadata?.name).toBe(rendering.clusterId);
    }),
    { numRuns: 500 },
  );
});

it("gives the same rendering for the same spec", () => {
  fc.assert(
    fc.property(spec, (asked) => {
      expect(renderCluster(asked)).toEqual(renderCluster(structuredClone(asked)));
    }),
  );
});
