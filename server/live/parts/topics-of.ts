import type { ClusterChange } from "../../clusters/on-cluster-change.ts";
import type { LiveMessage, StaleTopic } from "../schema.ts";

const topics: Readonly<Record<Exclude<ClusterChange["what"], "context">, readonly StaleTopic[]>> = {
  deployment: ["clusters", "events"],
  // Kubernetes tells of most events by a change of the pod as well; the others are found by asking now and then.
  pod: ["clusters", "pods", "events"],
  service: ["clusters"],
  config: ["config"],
  rest: ["clusters", "jobs"],
};

/** What a browser has to ask for again after a change. */
export function messagesOf(context: string, change: ClusterChange): LiveMessage[] {
  if (change.what === "context") return [{ topic: "contexts" }, { topic: "clusters", context }];
  const { what, namespace, clusterId } = change;
  return topics[what].map((topic) => ({ topic, context, namespace, clusterId }));
}
