/**
 * What a pod is called in a column: `jm` for the JobManager, `tm-1-2` for `orders-taskmanager-1-2`; its own name for all
 * others. Where several JobManagers are in sight, each keeps the end of its name.
 */
export function shortPodName(pod: string, clusterId: string, hasSeveralJobManagers: boolean): string {
  const prefix = `${clusterId}-`;
  if (!pod.startsWith(prefix)) return pod;
  const rest = pod.slice(prefix.length);
  const taskManager = /^taskmanager-(\d+-\d+)$/.exec(rest);
  if (taskManager) return `tm-${taskManager[1]}`;
  const jobManager = /^[0-9a-z]{6,10}-([0-9a-z]{5})$/.exec(rest);
  if (!jobManager) return rest;
  return hasSeveralJobManagers ? `jm-${jobManager[1]}` : "jm";
}

/** Tells whether a name is one that a Deployment of that cluster gives to its pods. */
export function isJobManager(pod: string, clusterId: string): boolean {
  return shortPodName(pod, clusterId, false) === "jm";
}
