import { expect, it } from "vitest";
import { shortPodName } from "./pod-names.ts";

it.each([
  ["orders-5d9c7b6f8-x2x7k", false, "jm"],
  ["orders-5d9c7b6f8-x2x7k", true, "jm-x2x7k"],
  ["orders-taskmanager-1-12", false, "tm-1-12"],
  ["orders-sidecar", false, "sidecar"],
  ["other-taskmanager-1-1", false, "other-taskmanager-1-1"],
])("calls %s, with several JobManagers: %s, %s", (pod, several, name) => {
  expect(shortPodName(pod, "orders", several)).toBe(name);
});
