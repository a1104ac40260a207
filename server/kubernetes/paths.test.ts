import fc from "fast-check";
import { expect, it } from "vitest";
import { labelOf, pathOf } from "./paths.ts";

it.each([
  [pathOf("Pod", undefined), "/api/v1/pods"],
  [pathOf("Pod", "n", "p"), "/api/v1/namespaces/n/pods/p"],
  [pathOf("Deployment", "n", "d"), "/apis/apps/v1/namespaces/n/deployments/d"],
  [pathOf("RoleBinding", "n"), "/apis/rbac.authorization.k8s.io/v1/namespaces/n/rolebindings"],
  [pathOf("Node", "ignored", "worker"), "/api/v1/nodes/worker"],
])("%s is where Kubernetes has it", (path, expected) => expect(path).toBe(expected));

it("keeps any name one part of the path", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (namespace, name) => {
      expect(pathOf("Pod", namespace, name).split(/[/?#]/)).toHaveLength(7);
    }),
  );
});

it("names an object as a person would", () => {
  expect(labelOf("Deployment", "flink", "orders")).toBe("Deployment flink/orders");
  expect(labelOf("Node", undefined, "worker")).toBe("Node worker");
});
