/**
 * What reads and nothing else. Named one by one: some of Flink's GETs change things (`/jobs/…/yarn-cancel` cancels the
 * job, `/jars/…/plan` runs the jar's program), and a GET can be set off by a mere link.
 */
const jobParts =
  "accumulators|checkpoints|config|exceptions|execution-result|jobmanager|metrics|plan|rescales|rescaling|resource-requirements|savepoints|status|taskmanagers|vertices";
const reads: readonly RegExp[] = [
  /^\/(?:config|overview|jars|datasets)$/,
  /^\/(?:applications|jobmanager|savepoint-disposal|taskmanagers)(?:\/|$)/,
  /^\/jobs(?:\/(?:overview|metrics))?$/,
  new RegExp(`^/jobs/[0-9a-f]{32}(?:/(?:${jobParts})(?:/|$)|$)`),
];

/** The few changes that may be made through the proxy. */
const id = "[0-9a-f]{32}";
const changes: readonly (readonly [method: string, path: RegExp])[] = [
  ["POST", new RegExp(`^/jobs/${id}/(savepoints|stop|checkpoints)$`)],
  ["POST", /^\/savepoint-disposal$/],
  ["POST", /^\/jars\/upload$/],
  ["POST", /^\/jars\/[^/]+\/(plan|run)$/],
  ["PUT", new RegExp(`^/jobs/${id}/resource-requirements$`)],
  ["PATCH", new RegExp(`^/jobs/${id}$`)],
  ["DELETE", /^\/jars\/[^/]+$/],
];

/** A segment of characters that mean nothing to anybody on the way; a space and the like may come as `%20`. */
const segment = /^(?:[\w.~:@!$&'()*+,;=-]|%(?:20|28|29|2[bB]|3[aA]|5[bBdD]|[c-fC-F][0-9a-fA-F]|[89abAB][0-9a-fA-F]))+$/;
const dotsOnly = /^\.+$/;
const maxLength = 1_000;
const maxSegments = 12;

/**
 * The path below the JobManager's root as it may be passed on, or undefined.
 *
 * `raw` is what the request line held, still encoded: encoded slashes, dots, percent signs and control characters are
 * refused, so that nobody behind us can read another path out of it. A leading `/v1` is Flink's own and is dropped.
 */
export function allowedFlinkPath(method: string, raw: string): string | undefined {
  if (raw.length > maxLength || !raw.startsWith("/")) return undefined;
  const segments = raw.slice(1).split("/");
  if (segments.length > maxSegments) return undefined;
  if (!segments.every((one) => segment.test(one) && !dotsOnly.test(one) && isUtf8(one))) return undefined;
  const meant = segments[0] === "v1" ? segments.slice(1) : segments;
  const path = `/${meant.join("/")}`;
  if (method === "GET") return reads.some((pattern) => pattern.test(path)) ? path : undefined;
  return changes.some(([verb, pattern]) => verb === method && pattern.test(path)) ? path : undefined;
}

/** Overlong forms, in which a careless decoder finds dots and slashes, are no UTF-8. */
function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}
