import { expect, it } from "vitest";
import { placeOf } from "./place-of.ts";

const place = (configuration: Record<string, string>) =>
  placeOf("prod", { mode: "session", flinkVersion: "2.3.0", configuration });

it.each([
  ["Flink's defaults", {}, { namespace: "default", serviceAccount: "default", highAvailability: "false" }],
  [
    "one account for both",
    { "kubernetes.namespace": "shop", "kubernetes.service-account": "flink" },
    { namespace: "shop", serviceAccount: "flink" },
  ],
  [
    "an account of their own",
    { "kubernetes.service-account": "flink", "kubernetes.taskmanager.service-account": "workers" },
    { serviceAccount: "flink", taskManagerServiceAccount: "workers" },
  ],
  ["high availability in ConfigMaps", { "high-availability.type": "Kubernetes" }, { highAvailability: "true" }],
  ["high availability elsewhere", { "high-availability.type": "zookeeper" }, { highAvailability: "false" }],
])("reads from the options where a cluster goes and who it is: %s", (_, options, expected) => {
  expect(place(options)).toMatchObject({ context: "prod", ...expected });
});

it("asks nothing about what can't be a name, such as one that is half typed", () => {
  expect(place({ "kubernetes.service-account": "flink-" })).toBeUndefined();
  expect(place({ "kubernetes.namespace": "Shop" })).toBeUndefined();
});
