import type { LiveMessage } from "#server/live/schema.ts";

/** The page of a cluster shows its pods, so what makes these stale makes it stale too. */
const topicsOfKey: Readonly<Record<string, readonly string[]>> = {
  clusters: ["clusters", "pods"],
  startup: ["clusters", "pods"],
};

/**
 * Tells whether a query is touched: keys are `[topic, context, namespace, clusterId, …]`, cut short or with a filter
 * object where they hold more than one.
 */
export function touches(message: LiveMessage, queryKey: readonly unknown[]): boolean {
  const [topic, ...places] = queryKey;
  if (typeof topic !== "string" || !(topicsOfKey[topic] ?? [topic]).includes(message.topic)) return false;
  // A list needs no look at a pod: the summary's own message says when it changed.
  if (topic !== message.topic && typeof places[2] !== "string") return false;
  return [message.context, message.namespace, message.clusterId].every((place, index) => {
    const own = places[index];
    return place === undefined || typeof own !== "string" || own === place;
  });
}
