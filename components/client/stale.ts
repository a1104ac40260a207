import { z } from "zod";

/** What the live channel says: this topic went stale, at least in this context, namespace, cluster. */
export const staleMessage = z.object({
  topic: z.string(),
  context: z.string().optional(),
  namespace: z.string().optional(),
  clusterId: z.string().optional(),
});
export type StaleMessage = z.output<typeof staleMessage>;

/**
 * Tells whether a query is touched: keys are `[topic, context, namespace, clusterId, …]`, cut short or with a filter
 * object where they hold more than one.
 */
export function touches(message: StaleMessage, queryKey: readonly unknown[]): boolean {
  if (queryKey[0] !== message.topic) return false;
  const places = [message.context, message.namespace, message.clusterId];
  return places.every((place, index) => {
    const own = queryKey[index + 1];
    return place === undefined || typeof own !== "string" || own === place;
  });
}
