import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import { failureDetail } from "../failure-detail.ts";
import type { RequestOf } from "../operation.schema.ts";
import type { ClusterDryRun, DryRunVerdict } from "./cluster-view.schema.ts";
import { preflight } from "./parts/preflight.ts";
import { render } from "./parts/render.ts";
import { readCapacity } from "./read-capacity.ts";
import type { dryRunClusterOperation } from "./schema.ts";

/**
 * The API server's own word on each object that a spec means, and what it would not say. Nothing is kept.
 *
 * Throws `kubernetes-unreachable` where there is no API server to ask.
 */
export async function dryRunCluster(
  { context, spec }: RequestOf<typeof dryRunClusterOperation>,
  caller: Caller,
): Promise<ClusterDryRun> {
  const rendering = render(spec);
  if (rendering.kind === "refused") {
    return { issues: [...rendering.issues], warnings: [], verdicts: [], creatable: false };
  }
  const { clusterId, namespace, deployment, accompanying } = rendering;
  const door = caller.kubernetes(context);
  const dryRun = { dryRun: true };
  const [found, { warnings: room }, ...verdicts] = await Promise.all([
    preflight(context, rendering, caller),
    readCapacity({ context, spec }, caller),
    verdictOf("Deployment", clusterId, door.create("Deployment", namespace, deployment, dryRun)),
    ...accompanying.map((object) =>
      verdictOf(object.kind, object.metadata?.name ?? "", door.create(object.kind, namespace, object, dryRun)),
    ),
  ]);
  return {
    clusterId,
    namespace,
    issues: [],
    warnings: [...rendering.warnings, ...found, ...room],
    verdicts,
    creatable: verdicts.every(({ verdict }) => verdict === "accepted"),
  };
}

async function verdictOf(kind: string, name: string, answer: Promise<unknown>): Promise<DryRunVerdict> {
  try {
    await answer;
    return { kind, name, verdict: "accepted" };
  } catch (error) {
    if (!(error instanceof ConsoleError) || error.failure.kind === "kubernetes-unreachable") throw error;
    const { failure } = error;
    const issues = failure.kind === "kubernetes-rejected" ? failure.issues : undefined;
    return { kind, name, verdict: "refused", detail: failureDetail(failure), ...(issues && { issues: [...issues] }) };
  }
}
